"""Finding the deadlines of a document among its time expressions."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from vnplan.parsers.deadlines.calendar import NUMBER, number
from vnplan.parsers.deadlines.captions import is_counted_caption
from vnplan.parsers.deadlines.context import DeadlineContext, Masks, Parts
from vnplan.parsers.deadlines.expression import TimeExpression, Unit
from vnplan.parsers.deadlines.fields import Field, TimeColumns, field_in
from vnplan.parsers.deadlines.inherit import Years
from vnplan.parsers.deadlines.judgement import is_deadline
from vnplan.parsers.deadlines.place import Place
from vnplan.parsers.deadlines.reading import DURATION_UNIT
from vnplan.parsers.deadlines.search import find_times
from vnplan.parsers.deadlines.yearly import every_year
from vnplan.records import Deadline, DeadlineKind, Section, SectionRole, Span
from vnplan.text.fold import fold, fold_characters
from vnplan.text.labels import read_label
from vnplan.text.lines import LogicalLine

_QUOTED = regex.compile(r"“[^”;]*(?:”|;|$)|\"[^\"]*\"")
_LONE = regex.compile(
    r"[\s.,;:()\-–/+*•]*+(?:(?:hoàn\s+thành|xong|và|hoặc|thực\s+hiện|là|trong)\s*+)*+[\s.,;:()\-–/]*+"
)
_OPEN_WORDS = regex.compile(
    r"(?P<kind>theo|sau\s+khi|ngay\s+sau|khi\s+(?:có|được)|trước\s+khi|tùy|trong\s+(?:thời|quá))\s"
)
_LENGTH = regex.compile(
    rf"(?:(?:dự\s+kiến|thực\s+hiện)\s+){{0,2}}(?P<whole>(?:(?:trong|khoảng|tối\s+đa|không\s+quá)\s+){{0,2}}"
    rf"(?P<n>{NUMBER})\s*(?P<unit>ngày\s+làm\s+việc|ngày|tuần|tháng|năm))"
)
_OF_SCHEDULE = regex.compile(r"theo\s+(?:đúng\s+)?(?:tiến\s+độ|thời\s+(?:gian|hạn))\s")
_CAPTION_LINES = 4
_TITLE_REACH = 400
_ABOUT = regex.compile(r"^về (?:việc )?")  # "Thông qua kế hoạch …" repeats the title without it
_MONTHS_ONLY = regex.compile(r"tháng(?:\s*[/,]\s*năm)?$|tháng\s+năm$")
_MONTH_WORD = "tháng "
_MONTH_NUMBERS = regex.compile(
    r"(?:0?[1-9]|1[0-2])(?:\s*(?:,|-|\+|và)\s*(?:0?[1-9]|1[0-2]))*+(?:\s?/\s?20\d\d)?"
)
_FIELD_REACH = 80  # behind so many letters a labelled time has run on into prose
_LONGEST_CELL = 160
_ACCOUNT = regex.compile(
    r"(?:khái\s+quát\s+|đánh\s+giá\s+(?:chung\s+)?)?(?:tình\s+hình|kết\s+quả|thực\s+trạng|hiện\s+trạng"
    r"|bối\s+cảnh|tồn\s+tại|hạn\s+chế|thuận\s+lợi|dự\s+báo(?!\s+(?:các\s+)?(?:chỉ|mục)\s+tiêu)|đặc\s+điểm\s+tình)"
)


def find_deadlines(lines: Sequence[LogicalLine], context: DeadlineContext) -> tuple[Deadline, ...]:
    """The deadlines in `lines`, in reading order.

    Every time expression that bounds an action, a target or the plan; ids count within a section
    ("deadline-V.6-1", and "deadline-0-1" outside every section). Never raises on content.
    """
    return tuple(_Finder(lines, context).run())


@dataclass(frozen=True, slots=True)
class _Found:
    line: LogicalLine
    item: TimeExpression
    section: Section | None
    first: dt.date | None
    last: dt.date | None
    inferred: bool


@dataclass(frozen=True, slots=True)
class _Setting:
    """A line, folded; where its words open after a label; the field for times in it."""

    line: LogicalLine
    folded: str
    opening: int
    field: Field | None

    @property
    def capitals(self) -> bool:
        return self.line.text[:200].partition("(")[0].isupper()


class _Finder:
    """One pass over the lines of one document."""

    def __init__(self, lines: Sequence[LogicalLine], context: DeadlineContext) -> None:
        self._lines = lines
        self._context = context
        self._masks = Masks(context.masked)
        self._parts = Parts(context)
        self._years = Years(context.issued_on, context.title)
        self._columns = TimeColumns(context.tables, lines, context.time_cells)
        self._title = _ABOUT.sub("", fold(context.title)) if context.title else ""
        self._captions: dict[int, list[str]] = {}
        self._recent: list[str] = []
        self._pending: tuple[Field, str] | None = None

    def run(self) -> Iterator[Deadline]:
        counts: Counter[str] = Counter()
        for line in self._lines:
            self._note(line)
            for found in self._in_line(line):
                home = found.section.id if found.section is not None else "0"
                counts[home] += 1
                yield _record(found, f"deadline-{home}-{counts[home]}")

    def _note(self, line: LogicalLine) -> None:
        """Keeps the lines before a table: its caption may name the year."""
        if line.cell is None:
            self._recent = [*self._recent[-_CAPTION_LINES + 1 :], line.text]
        elif line.cell[0] not in self._captions:
            self._captions[line.cell[0]] = list(reversed(self._recent))

    def _in_line(self, line: LogicalLine) -> Iterator[_Found]:
        folded = line.folded
        items = self._months(line, folded) or find_times(line.text, folded)
        field = self._field(line, folded, items)
        if field is not None:
            items = _with_whole_value(line.text, folded, field, items)
        if not items:
            return
        items = _without_outer_years(folded, items)
        one_year = self._years.single is not None
        items = [every_year(folded, item, one_year=one_year) for item in items]
        label = read_label(line.text)
        setting = _Setting(line, folded, label.end if label is not None else 0, field)
        hidden = Masks([*_quotes(line.text), *self._titles(folded)])
        earlier: list[TimeExpression] = []
        for item in items:
            if hidden.covers(item.start) or self._masked(line, item):
                continue
            found = self._judged(setting, item, earlier)
            self._years.note(item)
            if found is not None:
                yield found
            earlier.append(item)

    def _judged(
        self, setting: _Setting, item: TimeExpression, earlier: list[TimeExpression]
    ) -> _Found | None:
        line, field = setting.line, setting.field
        offset = line.map.source(item.start)
        part = self._parts.innermost(offset)
        expected = field is not None and field.start <= item.start < field.end
        if expected and field is not None and line.cell is None and not item.bare:
            expected = item.start - field.start <= _FIELD_REACH
        near = _of_sentence(setting.folded, item, earlier)
        first, last, inferred = self._years.resolve(item, near, self._above(line, part))
        place = Place(
            text=line.text,
            folded=setting.folded,
            opening=setting.opening,
            issued_on=self._context.issued_on,
            role=part.role if part is not None else None,
            expected=expected,
            capitals=setting.capitals,
            headings=line.cell is not None and self._columns.is_header(line.cell),
            heads_targets=line.cell is not None and self._columns.heads_targets(line.cell),
            heads_ticks=line.cell is not None and self._columns.heads_ticks(line.cell),
            account=self._is_account(part),
            cited=self._cited_words(line, item),
            one_year=self._years.single is not None,
        )
        if not is_deadline(item, (first, last), place):
            return None
        if expected and field is not None and field.completion:
            item, first = _by_which(item, first, setting.folded)
        if item.kind is DeadlineKind.RELATIVE:
            first = None
        return _Found(line, item, self._parts.named(offset), first, last, inferred)

    def _is_account(self, section: Section | None) -> bool:
        """Whether a part tells what was or how things stand ("Đánh giá tình hình …")."""
        if section is None or section.role not in (SectionRole.OTHER, SectionRole.PURPOSE):
            return False
        above = self._parts.headings(section)
        return any(_ACCOUNT.match(fold_characters(heading)) for heading in above)

    def _above(self, line: LogicalLine, section: Section | None) -> Iterator[str]:
        """Headings, table header and caption over a line, nearest first."""
        if line.cell is not None:
            header = self._columns.header(line.cell)
            if header:
                yield header
        yield from self._parts.headings(section)
        if line.cell is not None:
            yield from self._captions.get(line.cell[0], ())

    def _field(
        self, line: LogicalLine, folded: str, items: Sequence[TimeExpression]
    ) -> Field | None:
        """Where a time is expected: a cell of times, a labelled field, the items below it."""
        if line.cell is not None:
            return self._cell_field(line, folded, items)
        pending, self._pending = self._pending, None
        field = field_in(folded)
        if field is not None:
            if field.start >= len(folded.rstrip()):  # "- Thời gian thực hiện:" and items below
                self._pending = field, folded[:1]
            return field
        if is_counted_caption(folded):
            return Field(0, len(folded), completion=False)
        if pending is not None and folded[0] in "+*•-" and folded[0] != pending[1]:
            self._pending = pending
            return Field(0, len(folded), pending[0].completion)
        return None

    def _months(self, line: LogicalLine, folded: str) -> list[TimeExpression]:
        """The months of a column of months, told by their numbers alone: "10", "01 + 02/2025"."""
        header = self._columns.header(line.cell) if line.cell is not None else None
        if header is None or _MONTHS_ONLY.match(header) is None:
            return []
        numbers = _MONTH_NUMBERS.fullmatch(folded)
        if numbers is None:
            return []
        items = find_times(_MONTH_WORD + folded.replace("+", ","))
        shift = len(_MONTH_WORD)
        return [
            replace(item, start=max(0, item.start - shift), end=item.end - shift) for item in items
        ]

    def _cell_field(
        self, line: LogicalLine, folded: str, items: Sequence[TimeExpression]
    ) -> Field | None:
        assert line.cell is not None
        header = self._columns.header(line.cell)
        if header is not None:
            return Field(0, len(folded), self._columns.is_completion(line.cell))
        alone = not any(item.bare for item in items) and _is_only(self._columns.words(line.cell))
        if alone and not self._columns.is_header(line.cell):
            return Field(0, len(folded), completion=False)
        return field_in(folded)

    def _cited_words(self, line: LogicalLine, item: TimeExpression) -> str | None:
        """The words between a citation before `item` in its line and `item` itself."""
        end = self._masks.end_before(line.map.source(item.start))
        if end is None or end <= line.start:
            return None
        after = line.map.derived(end)
        return line.text[after : item.start] if item.start - after <= _TITLE_REACH else None

    def _masked(self, line: LogicalLine, item: TimeExpression) -> bool:
        """An event may name a law ("sau khi Luật …"): there only its first word counts."""
        span = line.source_span(item.start, item.end)
        if item.unit is Unit.NONE:
            return self._masks.covers(span.start)
        return self._masks.touches(span) and not _is_handed_in(line.folded, item)

    def _titles(self, folded: str) -> Iterator[Span]:
        """Where the line repeats the document's own title."""
        if len(self._title) < 12:
            return
        start = folded.find(self._title)
        while start >= 0:
            yield Span(start=start, end=start + len(self._title))
            start = folded.find(self._title, start + 1)


# "sửa đổi Quyết định số 66/… về chính sách nhà ở …, trình Thủ tướng trong quý IV năm 2012"
_HANDED_IN = regex.compile(
    r",\s*(?:và\s+)?(?:trình|báo\s+cáo|gửi|hoàn\s+thành|xong)(?:\s+(?!số\s|tờ\s|văn\s)\p{L}+){0,12}\s+$"
)
_BY_DAY = regex.compile(r"(?:trong|trước|chậm\s+nhất|vào|xong)\s")


def _is_handed_in(folded: str, item: TimeExpression) -> bool:
    """Whether a time behind a cited title says by when the paper is due: no word of the title."""
    if item.unit in (Unit.YEAR, Unit.NONE) or _BY_DAY.match(folded, item.start) is None:
        return False
    return _HANDED_IN.search(folded, max(0, item.start - 120), item.start) is not None


def _quotes(text: str) -> Iterator[Span]:
    """Quoted words: names of programmes and documents, slogans."""
    for match in _QUOTED.finditer(text):
        yield Span(start=match.start(), end=match.end())


_SENTENCE_END = regex.compile(r"(?r)(?:\p{L}{2}[\d)]{0,9}|\d{4})\.\s{1,9}(?=\p{L})")


def _of_sentence(
    folded: str, item: TimeExpression, earlier: Sequence[TimeExpression]
) -> Sequence[TimeExpression]:
    """Those of `earlier` in the sentence of `item`: "… khoản thu năm 2022. Thời gian: Quý II"."""
    # no end before the first of them parts any from `item`
    last = _SENTENCE_END.search(folded, earlier[0].start, item.start) if earlier else None
    return earlier if last is None else [one for one in earlier if one.start >= last.end()]


_SAME_CLAUSE = regex.compile(r"[^.;,:()]{0,32}")


def _without_outer_years(folded: str, items: list[TimeExpression]) -> list[TimeExpression]:
    """Without a year whose quarter follows: "Riêng năm 2020 hoàn thành trong quý II/2020"."""
    kept: list[TimeExpression] = []
    for item, following in zip(items, [*items[1:], None], strict=True):
        finer = following is not None and following.unit in (Unit.MONTH, Unit.QUARTER, Unit.DAY)
        if item.unit is Unit.YEAR and item.first is not None and finer and following is not None:
            first, last = item.days()
            day = following.last or following.first
            inside = day is not None and first is not None and day.year == first.year
            near = _SAME_CLAUSE.fullmatch(folded[item.end : following.start])
            if inside and near and last is not None and last.year == item.first.year:
                continue
        kept.append(item)
    return kept


def _is_only(text: str) -> bool:
    """Whether a cell holds times and nothing else."""
    items = find_times(text) if len(text) <= _LONGEST_CELL else []
    if not items:
        return False
    rest: list[str] = []
    position = 0
    for item in items:
        rest.append(text[position : item.start])
        position = item.end
    rest.append(text[position:])
    return all(_LONE.fullmatch(part.lower()) for part in rest)


def _with_whole_value(
    text: str, folded: str, field: Field, items: list[TimeExpression]
) -> list[TimeExpression]:
    """A value told in words alone counts whole, also where it names a law of some year.

    "Theo tiến độ được giao của Luật An ninh mạng 2025": the year is the law's.
    """
    inside = [item for item in items if field.start <= item.start < field.end]
    if any(not item.bare and item.unit not in (Unit.YEAR, Unit.NONE) for item in inside):
        return items
    whole = _whole_value(text, folded, field)
    if whole is None or any(item.start <= whole.start and item.offset for item in inside):
        return items
    outside = [item for item in items if not field.start <= item.start < field.end]
    return [*outside, whole]


def _whole_value(text: str, folded: str, field: Field) -> TimeExpression | None:
    """A time told in words only: "Theo kế hoạch", "Sau khi có Quy chế của TW"."""
    begin = field.start
    label = read_label(text) if begin == 0 else None
    begin = label.end if label is not None else begin
    end = begin + len(text[begin : field.end].rstrip(" .;,"))
    length = _LENGTH.fullmatch(folded, begin, end)
    if length is not None and (field.completion or length["unit"] in ("tháng", "năm")):
        return _length(length)  # not "Thời gian: 02 ngày", how long a course is
    opening = _OPEN_WORDS.match(folded, begin)
    if opening is None or end <= begin:
        return None
    anchored = not opening["kind"].startswith(("theo", "tùy"))
    if anchored or _OF_SCHEDULE.match(folded, begin):
        kind = DeadlineKind.RELATIVE
        return TimeExpression(begin, end, kind, anchor=text[begin:end])
    return TimeExpression(begin, end, DeadlineKind.VAGUE)


def _length(match: regex.Match[str]) -> TimeExpression:
    """ "Thời hạn: 30 ngày", "Thời gian thực hiện: 24 tháng": how long it may take."""
    unit = match["unit"].split()[0]
    return TimeExpression(
        match.start("whole"),
        match.end(),
        DeadlineKind.RELATIVE,
        offset=f"P{number(match['n'])}{DURATION_UNIT[unit]}",
        approximate="làm" in match["unit"],
    )


def _by_which(
    item: TimeExpression, first: dt.date | None, folded: str
) -> tuple[TimeExpression, dt.date | None]:
    """Under "Thời gian hoàn thành" a year alone is its last day.

    Not one that opens a step: "Lộ trình: Năm 2019: 30%; năm 2020: 50%".
    """
    if folded.startswith(":", item.end):
        return item, first
    single = item.first is not None and item.last is not None and item.first.year == item.last.year
    if item.unit is Unit.YEAR and item.kind is DeadlineKind.PERIOD and single:
        return replace(item, kind=DeadlineKind.POINT), None
    return item, first


def _since(item: TimeExpression) -> dt.date | None:
    """The day from which a recurring time does so: "hằng năm kể từ năm 2027"."""
    return item.since.date() if item.since is not None else None


def _record(found: _Found, identity: str) -> Deadline:
    item, line = found.item, found.line
    span: Span = line.source_span(item.start, item.end)
    return Deadline(
        id=identity,
        text=line.text[item.start : item.end],
        span=span,
        kind=item.kind,
        start=found.first if item.kind is not DeadlineKind.RECURRING else _since(item),
        end=found.last if item.kind is not DeadlineKind.RECURRING else None,
        recurrence=item.recurrence,
        anchor=item.anchor,
        offset=item.offset,
        approximate=item.approximate,
        inferred=found.inferred,
        section_id=found.section.id if found.section is not None else None,
    )
