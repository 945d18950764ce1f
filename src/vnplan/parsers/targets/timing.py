"""By when: the time of a target itself, else that of its block or heading, never the title's."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

import regex

from vnplan.lexicon.roles import field_kind
from vnplan.parsers.quantities import QuantityMention
from vnplan.parsers.targets.context import SectionTree, TargetContext, is_labelled
from vnplan.parsers.targets.done_below import CompletionBelow, says_only_when
from vnplan.parsers.targets.places import Spot
from vnplan.parsers.targets.times import TimeInLine, assign_times
from vnplan.records import Deadline, Section, SectionKind, Span
from vnplan.text.document import Table
from vnplan.text.lines import LogicalLine

_OPENING = 40
"""Letters of a heading by which it is found in its line."""
# "Đơn vị chủ trì: Phòng A; Đơn vị phối hợp: Phòng B; Thời gian thực hiện: Tháng 4/2014": one line
_WITH_TIME = frozenset(("time", "lead", "implement", "coordinate"))
_SLACK = 8
_VISION = regex.compile(r"tầm\s+nhìn(?!\p{L})", regex.IGNORECASE)
"""Line ends and marks between the lines of one heading."""


class Timing:
    """Leads from targets to deadlines of one document."""

    def __init__(
        self, context: TargetContext, tree: SectionTree, lines: Sequence[LogicalLine]
    ) -> None:
        self._tree = tree
        self._below = CompletionBelow(lines)
        self._tables = context.tables
        self._deadlines = sorted(context.deadlines, key=lambda deadline: deadline.span.start)
        self._starts = [deadline.span.start for deadline in self._deadlines]
        self._lead_ins: dict[str, Deadline] = {}
        self._heading_ends: dict[str, int] = {}
        self._row_times: dict[int, dict[int, Deadline]] = {}

    def note(self, line: LogicalLine, opened: Sequence[Section]) -> None:
        """Takes in a line in reading order: how far the headings reach that it opens."""
        for section in opened:
            if section.heading and is_labelled(section):
                self._heading_ends[section.id] = _heading_end(line, section.heading)
            elif line.text.rstrip().endswith(":") or self._tree.children(section):
                self._heading_ends[section.id] = line.end

    def note_lead_in(self, spot: Spot) -> None:
        """A paragraph that introduces its neighbours holds for those that follow it in its part."""
        home = self._part(spot.section)
        if home is None:
            return
        found = _bounded(self._within(spot.line.start, spot.line.end))
        if found is not None:
            self._lead_ins[home.id] = found

    def of_figures(self, spot: Spot, mentions: Sequence[QuantityMention]) -> list[Deadline | None]:
        """The deadlines of the figures of a line, in their order."""
        own = assign_times(spot.line.text, mentions, self._in_line(spot))
        row = self._row_time(spot.line)
        return [self._settle(_bounded((time, row)) or time or row, spot) for time in own]

    def of_line(self, spot: Spot) -> Deadline | None:
        """The deadline of an unquantified line: the first of its own that has an end."""
        own = [time.deadline for time in self._in_line(spot)]
        return self._settle(_bounded(own) or (own[0] if own else None), spot)

    def is_only_time(self, spot: Spot) -> bool:
        """ "Hoàn thành trong quý IV/2026." below a heading says when, and no target of its own."""
        times = self._in_line(spot)
        if not times or spot.line.text[times[0].end :].strip(" .;)"):
            return False
        return says_only_when(spot.line.folded, times[0].start)

    def of_cell(self, cell: Span) -> Deadline | None:
        """The deadline named in the head of a column."""
        return _bounded(self._within(cell.start, cell.end))

    def of_row(self, spot: Spot) -> Deadline | None:
        """The deadline of a row of a table: its own, else that of block and headings."""
        return self._row_time(spot.line) or self._inherited(spot)

    # --------------------------------------------------------------------------------------------

    def _row_time(self, line: LogicalLine) -> Deadline | None:
        """The last day named in a cell of the line's row that holds a time and nothing else."""
        if line.cell is None:
            return None
        number, index = line.cell
        if number not in self._row_times:
            self._row_times[number] = self._times_of_rows(self._tables[number])
        return self._row_times[number].get(self._tables[number].cells[index].row)

    def _times_of_rows(self, table: Table) -> dict[int, Deadline]:
        """The last day of each row; worked out once, for its lines ask for it one by one."""
        found: dict[int, Deadline] = {}
        for cell in table.cells:
            for deadline in self._within(cell.span.start, cell.span.end) if cell.column else ():
                if deadline.end is None or not _fills(deadline.span, cell.span):
                    continue
                for row in range(cell.row, min(cell.row + cell.row_span, table.rows)):
                    if row not in found or str(found[row].end) < str(deadline.end):
                        found[row] = deadline
        return found

    def _settle(self, own: Deadline | None, spot: Spot) -> Deadline | None:
        """A time without an end ("hằng năm") leaves the end to block and heading."""
        if own is not None and own.end is not None:
            return own
        return self._inherited(spot) or own

    def _in_line(self, spot: Spot) -> list[TimeInLine]:
        line = spot.line
        found = []
        for deadline in self._within(line.start, line.end):
            start = line.map.derived(deadline.span.start)
            end = line.map.derived(deadline.span.end - 1) + 1
            if start >= spot.body:
                found.append(TimeInLine(start, end, deadline))
        return found

    def _within(self, start: int, end: int) -> list[Deadline]:
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        return self._deadlines[first:last]

    def _part(self, section: Section | None) -> Section | None:
        """The labelled part a line stands in."""
        return next((above for above in self._tree.chain(section) if is_labelled(above)), None)

    def _inherited(self, spot: Spot) -> Deadline | None:
        for above in self._tree.chain(spot.section):
            if above.kind is SectionKind.ATTACHMENT:
                return None
            if spot.line.start <= above.span.start < spot.line.end and not above.heading:
                # the line's own section: its fields and what tells when it is done
                own = self._block_time(above) or self._done_below(above, spot)
                if own is not None:
                    return own
                continue
            for found in (
                self._lead_ins.get(above.id),
                self._block_time(above),
                self._heading_time(above),
                self._done_below(above, spot),
            ):
                if found is not None:
                    return found
        return None

    def _heading_time(self, section: Section) -> Deadline | None:
        end = self._heading_ends.get(section.id)
        found = None if end is None else _bounded(self._within(section.span.start, end))
        # "Mục tiêu phát triển và tầm nhìn đến năm 2045": the year is that of the vision
        seen = found is not None and _VISION.match(found.text) is not None
        return None if seen and _VISION.match(section.heading or "") is None else found

    def _done_below(self, section: Section, spot: Spot) -> Deadline | None:
        """ "…, hoàn thành trong quý IV năm 2026" in the paragraphs below a heading that is it."""
        if not spot.line.start <= section.span.start < spot.line.end:
            return None
        inside = self._within(spot.line.end, section.span.end)
        return self._below.of_part(self._tree.children(section), inside)

    def _block_time(self, section: Section) -> Deadline | None:
        """ "+ Thời gian thực hiện: …" of the block; the latest day where it names several."""
        if not is_labelled(section):
            return None
        found: list[Deadline] = []
        for field in self._fields(section):
            if field.heading and field_kind(field.heading) in _WITH_TIME:
                found += self._within(field.span.start, field.span.end)
        ends = [deadline for deadline in found if deadline.end is not None]
        return max(ends, key=lambda deadline: str(deadline.end), default=None)

    def _fields(self, section: Section) -> Iterable[Section]:
        for child in self._tree.children(section):
            if child.kind is SectionKind.FIELD:
                yield child
            if not is_labelled(child):
                yield from (
                    below for below in self._tree.children(child) if below.kind is SectionKind.FIELD
                )


def _fills(time: Span, cell: Span) -> bool:
    return (time.end - time.start) * 2 > cell.end - cell.start


def _heading_end(line: LogicalLine, heading: str) -> int:
    """Where a heading ends that begins in a line."""
    at = line.text.find(heading[:_OPENING])
    if at >= 0:
        return line.map.source(min(at + len(heading), len(line.text)) - 1) + 1
    # "PHỤ LỤC" ⏎ "CÁC CHỈ TIÊU … ĐẾN NĂM 2030": it stands in the next lines
    return line.end + len(heading) + _SLACK


def _bounded(deadlines: Iterable[Deadline | None]) -> Deadline | None:
    return next((found for found in deadlines if found is not None and found.end is not None), None)
