"""Which figures of a line are to be reached: ages, durations, baselines and definitions are not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from vnplan.lexicon.targets import target_cues
from vnplan.parsers.quantities import RATED, QuantityKind, QuantityMention
from vnplan.parsers.quantities.words import run_after, words_before
from vnplan.parsers.targets.brackets import fits_bracket
from vnplan.parsers.targets.definitions import BOUND_WORDS, EACH, defines, described
from vnplan.parsers.targets.lessons import as_session, school_weeks, taught
from vnplan.parsers.targets.linetext import STOP, LineText
from vnplan.parsers.targets.past import tells_of_past
from vnplan.parsers.targets.results import (
    adds,
    details_order,
    each_has,
    held_down,
    is_done_so,
    is_rate,
    last_words,
    lasts,
    names_post,
    runs_them,
    stays,
    takes_all,
)
from vnplan.records import Change, Comparator
from vnplan.text.fold import fold

_LIFE = regex.compile(r"tuổi thọ|tuổi bình quân|độ tuổi trung bình")
_SPAN = regex.compile(
    r"thời gian|ngày (?:điều trị|nằm viện)|(?<!\p{L})số (?:năm|tháng|ngày|giờ|phút)(?!\p{L})"
)
_INDEX = regex.compile(
    r"(?<!\p{L})(?:chỉ số|hệ số|điểm|tỷ suất|tỷ số|thứ hạng|xếp hạng|chỉ tiêu|số)(?!\p{L})"
)
_CONDITION = regex.compile(
    r"(?:^[\s\-+•*]*|,\s)(?:nếu|khi|trường hợp|trong trường hợp)(?!\p{L})"
    r"|(?<!trước\s|sau\s)(?:khi|nếu)\s(?:có|đạt|đủ)\s(?:\p{L}+\s){0,3}$"
    # "Rà soát các khu tái định cư có trên 50 hộ dân", "xử lý … chở quá tải trọng trên 20%"
    r"|(?<!\p{L})(?:rà soát|thống kê|lập danh sách|xử lý|xử phạt)(?:\snghiêm)?\s(?:các|những)\s"
    r"(?:(?!bảo đảm|đảm bảo|đạt|để)\p{L}+\s){1,12}$"
    # "xử lý ngay lớp có số học viên vắng trên 20%"
    r"|(?<!\p{L})(?:xử lý|kiểm tra|nhắc nhở|tạm dừng|thu hồi|giải thể)\s[^,;.]{0,30}\scó\s"
    r"(?:số|tỷ lệ|tỉ lệ)\s[^,;.]{0,40}$"
)
# "Để đảm bảo hỗ trợ … cho khoảng 71.000 hộ trong năm 2013, Bộ Xây dựng đề nghị …"
_IN_ORDER_TO = regex.compile(
    r"(?:^|\.\s)để\s(?:đảm bảo|bảo đảm|hoàn thành|thực hiện)\s[^.;]{0,160}$"
)
_ASKS = regex.compile(r"[^.;]{0,160},\s[^.;,]{2,80}?\s(?:đề nghị|yêu cầu|chỉ đạo)(?!\p{L})")
# "thực hiện cơ bản xong việc hỗ trợ … đối với khoảng 71.000 hộ": for how many it is to be done
_DONE_FOR = regex.compile(
    r"(?<!\p{L})(?:hoàn thành|xong)\s(?:\p{L}+\s)?việc\s[^,;.]{0,160}\sđối với\s"
    r"(?:khoảng\s|trên\s)?$"
)
_AIM_REACH = 280  # characters: more than either can take
# a majority or quorum: "trên 50% tổng số cử tri có mặt", "quá nửa số đại biểu được triệu tập"
_VOTES = regex.compile(
    r"\s(?:tổng\s)?số\s(?:cử tri|đại biểu|thành viên|phiếu|ủy viên|đảng viên|hội viên)\s"
    r"(?:\p{L}+\s){0,5}?(?:có mặt|tham dự|dự|được triệu tập|triệu tập|tán thành|đồng ý|hợp lệ"
    r"|biểu quyết|tín nhiệm)(?!\p{L})"
)
# "một gói hỗ trợ khoảng 30 nghìn tỷ đồng": no order to support
_NOUN_HEADS = frozenset(("gói", "mức", "khoản", "kinh", "nguồn", "sách"))
_FROM = regex.compile(r"(?<!\p{L})từ\s\d[\d.,]*\s(?:\p{L}+\s){0,3}$")
_WHOLLY = regex.compile(r"(?<!\p{L})đối với\s*$")
# Behind a figure: "… ít nhất 02 hội nghị thì được cộng 5 điểm", "… ra lớp là điều kiện công nhận"
_CRITERION = regex.compile(
    r"[^.;]{0,90}?(?<!\p{L})(?:thì\s(?:được\s|bị\s|mới\s)?(?:xếp|cộng|trừ|xét|công nhận|tính|đạt)"
    r"|là điều kiện|được cộng\s|bị trừ\s)"
)
_AREA = regex.compile(r"\s(?:đạt\s|là\s|khoảng\s)?\d[\d.,]*\s?(?:ha|m2)(?!\p{L})")
# "đàn bò đạt 9.500 con, | đàn heo | 7.000 con"
_NEXT_THING = regex.compile(r",\s(?:\p{L}+\s){1,4}$")
_BY_RULE = regex.compile(r"[^.;]{0,30}?\stheo\s(?:quy định|định mức|tiêu chuẩn|quy chuẩn)(?!\p{L})")
_LEAST = frozenset(("ít nhất", "tối thiểu", "không dưới", "không ít hơn"))
_SURE = frozenset(("phấn đấu", "đảm bảo", "bảo đảm", "đạt"))
_THINGS = {QuantityKind.COUNT, QuantityKind.MEASURE}  # "200 tấn gạo, 10.000 thùng mì tôm"
_NEIGHBOURS = 6
_FULL = 100
_GAP = 90
_VERB_SIZES = (1, 2)
_JOINED_PARTS = 2
_VERB_WORDS = 5
_OBJECT_WORDS = 7
# Between an order and a measure these say that it is one of something else.
_RELATING = frozenset(("với", "của", "tại", "trên", "trong", "từ", "công", "hiện", "theo", "ở"))
_JOINTS = (",", " và", " với", ", trong đó", ", trong đó có", " cùng", " cùng với")


class LineFigures:
    """The figures of one line, with the questions that decide on each.

    `issued` is the year of the document, where it is known.
    """

    def __init__(
        self, line: LineText, found: Sequence[QuantityMention], issued: int | None = None
    ) -> None:
        self.line = line
        self.issued = issued
        self.found = [
            as_session(line.folded, mention) for mention in found if mention.figure >= line.body
        ]

    def in_target_part(self) -> list[QuantityMention]:
        """The figures that a line of a target part sets as targets."""
        kept: list[QuantityMention] = []
        for mention in self.found:
            if self._may_be_target(mention, kept) and not defines(self.line, mention, kept):
                kept.append(mention)
        return self._without_described(kept)

    def in_task(self) -> list[QuantityMention]:
        """The figures that a task names as its result."""
        kept: list[QuantityMention] = []
        for mention in self.found:
            if not mention.known_unit or not self._may_be_target(mention, kept):
                continue
            if self._is_result(mention, kept) and not defines(self.line, mention, kept):
                kept.append(mention)
        return self._without_described(kept)

    def declared(self) -> list[QuantityMention]:
        """The figures that a preamble says are aimed at."""
        kept: list[QuantityMention] = []
        for mention in self.found:
            said = self.line.declares(mention.start) or "phấn đấu" in mention.lead
            aimed = (said and mention.kind in RATED) or self._is_wanted(mention)
            if (
                aimed
                and self._may_be_target(mention, kept)
                and not defines(self.line, mention, kept)
            ):
                kept.append(mention)
        return kept

    def _is_wanted(self, mention: QuantityMention) -> bool:
        """ "Để đảm bảo hỗ trợ về nhà ở cho khoảng 71.000 hộ …, Bộ Xây dựng đề nghị …"."""
        counted = mention.kind is QuantityKind.COUNT and mention.known_unit
        folded = self.line.folded
        if not counted or words_before(folded, mention.start, 1) != ["cho"]:
            return False
        begun = _IN_ORDER_TO.search(folded, max(0, mention.start - _AIM_REACH), mention.start)
        return begun is not None and _ASKS.match(folded, mention.end) is not None

    # -- what no target may be -------------------------------------------------------------------

    def _may_be_target(self, mention: QuantityMention, kept: Sequence[QuantityMention]) -> bool:
        place = mention.figure
        if mention.baseline or self.line.quoted(place) or self.line.tells_state(place):
            return False
        if school_weeks(self.line.folded, mention):
            return True
        if self._refers(mention) or tells_of_past(self.line.clause_before(place), self.issued):
            return False
        return self._fits_kind(mention) and fits_bracket(self.line, mention, kept)

    def _refers(self, mention: QuantityMention) -> bool:
        """A count of things that are there: "các nội dung của 03 Chương trình"."""
        if mention.kind not in (QuantityKind.COUNT, QuantityKind.STRUCTURAL) or mention.lead:
            return False
        before = words_before(self.line.folded, mention.figure, 2)
        if not before or target_cues().referring.closing(before) == 0:
            return False
        clause = self.line.clause_before(mention.figure)
        return not (runs_them(clause) or takes_all(self.line.folded, mention.figure))

    def _fits_kind(self, mention: QuantityMention) -> bool:
        kind, quantity = mention.kind, mention.quantity
        clause = self.line.clause_before(mention.figure)
        if kind is QuantityKind.AGE:
            return _LIFE.search(clause) is not None
        if kind is QuantityKind.DURATION:
            falls = quantity.change is Change.DECREASE or "còn" in " ".join(mention.lead[-1:])
            if lasts(clause, mention) or taught(mention):
                return True
            return falls or (_SPAN.search(clause) is not None and bool(mention.lead))
        if kind is QuantityKind.STRUCTURAL:
            return quantity.comparator is not Comparator.EQ or self._is_made(mention)
        if kind is QuantityKind.BARE:
            decimal = quantity.value != quantity.value.to_integral_value()
            return decimal or _INDEX.search(clause) is not None
        if (
            quantity.unit
            and fold(quantity.unit) == "vụ"
            and _AREA.match(self.line.folded, mention.end)
        ):
            return False  # "lúa nước 2 vụ 40 ha"
        if kind is QuantityKind.RANK and quantity.unit and quantity.comparator is Comparator.EQ:
            return bool(mention.lead)  # "đạt mức 3", not "dịch vụ công mức độ 3"
        return True

    def _without_described(self, kept: list[QuantityMention]) -> list[QuantityMention]:
        return [
            mention
            for number, mention in enumerate(kept)
            if not described(self.line, mention, list(self._beside(kept, number)))
        ]

    def _beside(self, kept: Sequence[QuantityMention], number: int) -> Iterator[QuantityMention]:
        """The figures near by in the same clause."""
        for other in kept[max(0, number - _NEIGHBOURS) : number + _NEIGHBOURS + 1]:
            if other is not kept[number] and self.line.same_clause(
                other.figure, kept[number].figure
            ):
                yield other

    # -- what makes a figure of a task its result ------------------------------------------------

    def _is_result(self, mention: QuantityMention, kept: Sequence[QuantityMention]) -> bool:
        clause = self.line.clause_before(mention.figure)
        if mention.kind is QuantityKind.PERCENT and mention.quantity.value == _FULL:
            clause = _WHOLLY.sub("", clause)  # "phủ bạt … đối với 100% diện tích ô chôn lấp"
        if names_post(self.line.folded, mention):
            return False
        if mention.kind in RATED and _VOTES.match(self.line.folded, mention.figure_end):
            return False
        counted = mention.kind is QuantityKind.COUNT
        before = max(0, mention.figure - _AIM_REACH)
        if counted and _DONE_FOR.search(self.line.folded, before, mention.figure):
            return True
        if _CRITERION.match(self.line.folded, mention.end) or self._is_norm(mention):
            return False
        if school_weeks(self.line.folded, mention):
            return True
        if stays(self.line.folded, mention):
            return False
        if mention.kind is QuantityKind.MONEY and target_cues().attribute.search(clause.rstrip()):
            return False  # "xây dựng bệnh viện …, tổng mức đầu tư 450 tỷ đồng": what it costs
        least = self._is_least(mention) or lasts(clause, mention)
        if (least or self._is_done_to_all(mention)) and not self._excluded(
            clause.rsplit(", ", 1)[-1]
        ):
            return True
        if self._excluded(clause):
            return False
        return self._is_ordered(mention, kept, clause)

    def _is_done_to_all(self, mention: QuantityMention) -> bool:
        """ "phân loại các hồ sơ để thực hiện thanh tra, kiểm tra 100% trong vòng một năm"."""
        if mention.kind is not QuantityKind.PERCENT or mention.quantity.value != _FULL:
            return False
        verb = words_before(self.line.folded, mention.start, 4)
        return self._is_made(mention) and not target_cues().rating.closing(verb)

    def _is_norm(self, mention: QuantityMention) -> bool:
        """ "tối thiểu 1,5 m2/trẻ theo quy định tại Thông tư số …": what each is to have by rule."""
        rated = mention.kind is QuantityKind.MEASURE and mention.quantity.per is not None
        return rated and _BY_RULE.match(self.line.folded, mention.end) is not None

    def _is_ordered(
        self, mention: QuantityMention, kept: Sequence[QuantityMention], clause: str
    ) -> bool:
        """Whether the words before the figure order it; what excludes it has been asked."""
        declared = self.line.declares(mention.start) or "phấn đấu" in mention.lead
        if declared or held_down(clause, mention) or self._comes_from(mention):
            return True  # "Phấn đấu tổng tỷ suất sinh đạt 2,1 con/phụ nữ; tỷ số giới tính …"
        if mention.quantity.comparator in (Comparator.LE, Comparator.LT) or is_rate(mention):
            return False
        if mention.kind in (*RATED, QuantityKind.SCORE, QuantityKind.RANK):
            return self._is_rated_result(mention, clause) or bool(kept)
        if mention.kind in (
            QuantityKind.DURATION,
            QuantityKind.AGE,
            QuantityKind.STRUCTURAL,
            QuantityKind.BARE,
        ):
            return False
        if self._is_made(mention) or self._is_held(mention) or self._is_given(mention, clause):
            return True
        covered = mention.kind is QuantityKind.MEASURE and self._is_covered(mention, clause)
        if covered or is_done_so(self.line.folded, clause, mention):
            return True
        if each_has(clause, mention) or details_order(clause, mention) or adds(mention):
            return True
        return bool(kept) and self._continues(kept[-1], mention)

    def _comes_from(self, mention: QuantityMention) -> bool:
        """ "giảm từ 18 xuống còn 12 đơn vị": where it comes from stands before it."""
        if _FROM.search(self.line.folded, max(0, mention.start - 40), mention.start):
            return "xuống còn" in mention.lead
        number = self.found.index(mention)
        if number == 0 or not self.found[number - 1].baseline:
            return False
        return self.line.same_clause(self.found[number - 1].figure, mention.figure)

    @staticmethod
    def _excluded(clause: str) -> bool:
        """Rates, rules and conditions: "giảm lãi suất cho vay 2%/năm", "nếu có trên 50% …"."""
        return (
            target_cues().excluding.search(clause) is not None
            or _CONDITION.search(clause) is not None
        )

    def _is_rated_result(self, mention: QuantityMention, clause: str) -> bool:
        cues = target_cues()
        following = [word.text for word in run_after(self.line.folded, mention.figure_end, 4)]
        if cues.money.opening(following) or cues.money.opening(following[1:]):
            # "chiếm khoảng 10% tổng vốn đầu tư" tells; "dành tối thiểu 15% kinh phí" orders
            verb = words_before(self.line.folded, mention.start, 2)
            return mention.quantity.comparator is Comparator.GE and cues.allotting.closing(verb) > 0
        bound = mention.quantity.comparator in (Comparator.GE, Comparator.GT)
        if bound or mention.quantity.value == 100 or cues.aim.search(clause) is not None:
            return True
        verb = words_before(self.line.folded, mention.start, 4)
        if cues.rating.closing(verb):
            return False
        return self._is_made(mention) or self._is_given(mention, clause)

    def _is_held(self, mention: QuantityMention) -> bool:
        """ "có ít nhất 02 vùng nuôi", "mỗi xã có tối thiểu 01 mô hình", "bảo đảm 05 điểm"."""
        if _SURE.intersection(mention.lead):
            return True
        before = words_before(self.line.folded, mention.start, 1)
        bound = mention.quantity.comparator is not Comparator.EQ and "từ" not in mention.lead
        return bound and (before == ["có"] or "có" in mention.lead)

    @staticmethod
    def _is_least(mention: QuantityMention) -> bool:
        """ "chuẩn bị ít nhất 250 giường bệnh", "phát thông điệp tối thiểu 03 lần/ngày".

        Whatever the verb: who sets a least number in a task wants it reached. A span of time or an
        age is a condition ("tối thiểu 05 năm kinh nghiệm"), and so is what "có" holds of others.
        """
        counted = mention.kind in (
            QuantityKind.COUNT,
            QuantityKind.MEASURE,
            QuantityKind.MULTIPLE,
            QuantityKind.STRUCTURAL,
        )
        return counted and bool(_LEAST.intersection(mention.lead)) and "có" not in mention.lead

    def _is_given(self, mention: QuantityMention, clause: str) -> bool:
        """ "tập huấn phác đồ điều trị cho 320 bác sĩ", "giao đất cho 11.200 hộ": to so many."""
        before = words_before(self.line.folded, mention.figure, 4)
        while before and before[-1] in BOUND_WORDS - {"cho"}:
            before.pop()
        if before[-1:] != ["cho"]:
            return False
        cues = target_cues()
        if fold(mention.quantity.unit or "").split(" ")[0] in cues.places:
            return False  # "triển khai cho 34 tỉnh, thành phố"
        part = last_words(clause)
        part = part[cues.joining.opening(part[:_VERB_WORDS]) :]
        return cues.giving.opening(part[:_VERB_WORDS]) > 0

    def _is_made(self, mention: QuantityMention) -> bool:
        """Whether a verb of making stands right before: "Tổ chức 02 lớp"."""
        before = words_before(self.line.folded, mention.figure, 6)
        producing = target_cues().producing
        if (said := target_cues().amounts.closing(before)) > 0:
            before = before[:-said]  # "chuẩn bị lực lượng 1.200 người"
        while before and producing.closing(before) == 0 and before[-1] in BOUND_WORDS:
            before.pop()  # "xây mới 03 trạm bơm" is made new, "tổ chức được 02 lớp" got so far
        if (size := producing.closing(before)) > 0:
            return not _NOUN_HEADS.intersection(before[:-size][-1:])
        return len(before) in _VERB_SIZES and self._is_joined(mention, len(before))

    def _is_joined(self, mention: QuantityMention, size: int) -> bool:
        """ "Tuyển dụng, bổ sung 358 giáo viên": two verbs of one object, the first of making."""
        counted = mention.known_unit and mention.kind in _THINGS
        parts = self.line.clause_before(mention.figure).split(", ")
        if not counted or len(parts) < _JOINED_PARTS or len(parts[-1].split()) != size:
            return False
        words = parts[-2].lstrip(" -+•*").split()
        return len(words) in _VERB_SIZES and target_cues().producing.closing(words) == len(words)

    @staticmethod
    def _is_covered(mention: QuantityMention, clause: str) -> bool:
        """ "Quy hoạch vùng nguyên liệu quế 9.000 ha": an order, its object, and how much of it."""
        producing = target_cues().producing
        # "trồng rừng đặc dụng, phòng hộ 50 ha": the object may hold a comma
        for words in (last_words(clause), clause.lstrip(" -+•*").split()):
            verb = producing.opening(words[:_VERB_WORDS])
            between = words[verb:]
            if verb and len(between) <= _OBJECT_WORDS and not _RELATING.intersection(between):
                return True
        return False

    def _continues(self, last: QuantityMention, mention: QuantityMention) -> bool:
        """ "Tổ chức 02 lớp tập huấn, 01 hội thảo": the same verb; "…, mỗi tổ từ 5 đến 7 người".

        So are parts of it ("…, trong đó 300 cán bộ nữ") and what goes with it ("với 32 chiến sĩ").
        """
        gap = self.line.folded[last.end : mention.start]
        if EACH.search(gap):
            return True
        level = "đạt" in last.lead and last.quantity.unit == mention.quantity.unit
        if level and _NEXT_THING.fullmatch(gap):
            return True
        return (
            (last.kind is mention.kind or {last.kind, mention.kind} == _THINGS)
            and len(gap) < _GAP
            and (gap.rstrip().endswith(_JOINTS) or gap.endswith("; "))
            and STOP.search(gap.removesuffix("; ")) is None
        )
