"""The walk: every line of the body finds its part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import regex

from vnplan.lexicon.roles import field_kind
from vnplan.parsers.frame import Frame
from vnplan.parsers.sections.closing import is_closing
from vnplan.parsers.sections.node import Node
from vnplan.parsers.sections.outline import Outline, section_kind
from vnplan.parsers.sections.tables import TablePart, add_table, is_data_table
from vnplan.records import Diagnostic, SectionKind, SectionRole, Severity
from vnplan.text.document import Document
from vnplan.text.fold import fold
from vnplan.text.labels import Label, LabelKind, read_label
from vnplan.text.lines import LogicalLine

_FIELD = regex.compile(r"(?P<label>\p{Lu}[\p{L}\s,/()]{2,60}?)\s*(?::\s*|$)")
_LABEL_REACH = 80
_TITLE_REACH = 4
_BASIS = regex.compile(
    r"(?:[-–•+*]\s*)?(?i:căn cứ|theo đề nghị|xét đề nghị|thực hiện|triển khai|thi hành)\s"
)
_GUIDED = regex.compile(r"\s*\((?i:ban hành )?(?i:kèm theo)")
_RECIPIENTS = regex.compile(r"(?i:nơi nhận)\s*:?")
_LISTED = regex.compile(
    r"(?i:danh mục|danh sách|bảng|biểu|đề cương|mẫu|phân công|tổng hợp|dự toán|lịch|chương trình)\b"
)
_LAST_PART = regex.compile(r"tổ chức (?:triển khai )?thực hiện(?!\p{L})")
# "ĐVT: triệu đồng", "(Đơn vị tính: ha)" over a table
_UNIT_NOTE = regex.compile(r"\(?\s*(?i:đvt|đơn vị(?:\stính)?)\s?:")
_FOOTNOTE = regex.compile(r"\[\d{1,3}\]\s*\p{L}")
_GUIDE = regex.compile(r"\(?\s*(?i:ban hành )?(?i:kèm theo)\s")
# A line that names an appendix, also as a scan reads it: "PhụlụeH- Đề án …", "Phu lục IX - …"
_NAMED_APPENDIX = regex.compile(
    r"[_\s*+\-–]{0,3}Ph[uụ]\s?l[uụ]\p{L}{0,2}\s?\S{1,5}\s?[-–:.]\s?\p{Lu}"
)


@dataclass(slots=True)
class SectionWalk:
    """The walk over the body, line by line; afterwards `root` holds the tree without its roles."""

    document: Document
    lines: Sequence[LogicalLine]
    frame: Frame
    root: Node = field(init=False)
    outline: Outline = field(init=False)
    data_tables: set[int] = field(init=False)
    bullets: list[Node] = field(default_factory=list)
    suspended: list[list[Node]] = field(default_factory=list)
    homes: dict[int, Node] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    tables_done: set[int] = field(default_factory=set)
    table: TablePart | None = None
    consumed: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.root = Node(SectionKind.PARAGRAPH, 0, len(self.document.text), 0)
        self.outline = Outline(self.root)
        tables = enumerate(self.document.tables)
        self.data_tables = {number for number, table in tables if is_data_table(table)}

    # -- the walk ------------------------------------------------------------------------------

    def run(self) -> None:
        frame = self.frame
        for line in self.lines[frame.body :]:
            if line.index == frame.attachment:
                self._attachment()
            if line.index in self.consumed:
                continue
            if frame.in_tail(line.index):
                self._tail(line)
            elif line.cell is not None and line.cell[0] in self.data_tables:
                self._table(line)
            else:
                self._line(line)

    def _line(self, line: LogicalLine) -> None:
        label = read_label(line.text)
        if label is None:
            self._paragraph(line)
        elif label.kind is LabelKind.BULLET:
            self._bullet(line, label)
        else:
            self._labelled(line, self._numbered_appendix(line, label) or label)

    # -- the frame -----------------------------------------------------------------------------

    def _attachment(self) -> None:
        """The attached plan: its title lines are its heading, its parts stand at the top level."""
        first = self.frame.attachment or 0
        after = max(self.frame.attachment_body or 0, first + 1)
        words = [line for line in self.lines[first:after] if not _GUIDE.match(line.text)]
        node = Node(
            SectionKind.ATTACHMENT,
            min(line.start for line in self.lines[first:after]),
            max(line.end for line in self.lines[first:after]),
            first,
            heading=_GUIDED.split(" ".join(line.text for line in words))[0].strip() or None,
        )
        self.root.add(node)
        self.outline.restart(node)
        self.bullets = []
        for line in self.lines[first:after]:
            self.consumed.add(line.index)
            self.homes[line.index] = node

    def _tail(self, line: LogicalLine) -> None:
        """Recipients and signature: one part each."""
        frame = self.frame
        role = SectionRole.SIGNATURE
        if _RECIPIENTS.match(line.text) or (
            frame.recipients and frame.recipients[0] <= line.index < frame.recipients[1]
        ):
            role = SectionRole.RECIPIENTS
        last = self.root.children[-1] if self.root.children else None
        if last is not None and last.role is role and self.homes.get(line.index - 1) is last:
            node = last
        else:
            node = Node(SectionKind.PARAGRAPH, line.start, line.end, line.index, role=role)
            self.root.add(node)
        node.end = max(node.end, line.end)
        self.homes[line.index] = node
        if any(line.index == end - 1 for _, end in frame.tails):
            self.outline.restart(self.root)
            self.bullets = []

    def _table(self, line: LogicalLine) -> None:
        assert line.cell is not None
        number = line.cell[0]
        if number in self.tables_done:
            return
        self.tables_done.add(number)
        parent = self.bullets[-1] if self.bullets else self.outline.top
        if self.bullets and not self._expects(self.bullets[-1]):
            parent = self.outline.top
        before, self.table = self.table, None
        if before is not None and before.node.parent is not parent:
            before = None
        self.table = add_table(self.document, number, self.lines, parent, self.homes, before)
        if self.table is not None and parent is self.root and self._is_behind(line):
            self.table.node.role = SectionRole.APPENDIX

    # -- the body ------------------------------------------------------------------------------

    def _labelled(self, line: LogicalLine, label: Label) -> None:
        if self._is_listed(line, label):
            self._paragraph(line)
            return
        placed = self.outline.place(label)
        if placed is None and line.text.isupper():
            placed = self.outline.place_late(label)
        if placed is None or not self._plausible(line, label):
            self._paragraph(line)
            return
        label, parent, jumped = placed
        if self.bullets and self._nests_in_bullet(label):
            parent = self.bullets[-1]
            self.suspended.append(self.bullets)
        elif parent.numbered or not self.suspended:
            self.suspended = []
        self.bullets = []
        node = Node(section_kind(label, parent), line.start, line.end, line.index, label=label)
        node.body = line.text[label.end :]
        node.aside = parent is self.root and self._is_behind(line)
        parent.add(node)
        self.outline.push(node)
        self.homes[line.index] = node
        if label.kind is LabelKind.APPENDIX:
            self._appendix_title(line, node)
        if jumped:
            self._jump(line, label)

    def _numbered_appendix(self, line: LogicalLine, label: Label) -> Label | None:
        """ "5. PHỤ LỤC" ⏎ "TRIỂN KHAI NHIỆM VỤ …": a converter counted the appendix as a part.

        Its own title or guide line follows; "VI. PHỤ LỤC" over a list of appendices is a part.
        """
        if label.kind not in (LabelKind.DECIMAL, LabelKind.ROMAN):
            return None
        inner = read_label(line.text[label.end :])
        if inner is None or inner.kind is not LabelKind.APPENDIX:
            return None
        end = label.end + inner.end
        if end < len(line.text) or line.index + 1 >= len(self.lines):
            return None
        below = self.lines[line.index + 1].text
        titled = _GUIDE.match(below) or (below.isupper() and read_label(below) is None)
        return replace(inner, end=end) if titled else None

    def _is_behind(self, line: LogicalLine) -> bool:
        """Behind signature and recipients, where lists are attached without "PHỤ LỤC"."""
        tails = self.frame.tails
        return bool(tails) and line.index >= tails[0][1]

    def _is_listed(self, line: LogicalLine, label: Label) -> bool:
        """A list of the appendices inside a part: "Phụ lục I - Đề án …." ⏎ "Phụ lục II - …."."""
        if label.kind is not LabelKind.APPENDIX or line.cell is not None or line.text.isupper():
            return False
        if self.outline.top.label is None or not line.text.rstrip().endswith((".", ";")):
            return False
        beside = (
            self.lines[at] for at in (line.index - 1, line.index + 1) if 0 <= at < len(self.lines)
        )
        named = [other for other in beside if _NAMED_APPENDIX.match(other.text)]
        return any(other.text.rstrip().endswith((".", ";")) for other in named)

    def _plausible(self, line: LogicalLine, label: Label) -> bool:
        """A number at the start of a sentence that only looks like a label."""
        rest = line.text[label.end :]
        if label.kind is LabelKind.ARTICLE and line.text[label.end - 2 : label.end - 1] not in ".:":
            return not regex.match(r"(?:của|và|,|Nghị|Luật|Thông|Quyết)\b", rest)
        if label.kind is LabelKind.DECIMAL and not label.mark and len(label.ordinals) == 2:
            return bool(rest) and (rest[0].isupper() or rest[0] in '“"')
        return True

    def _nests_in_bullet(self, label: Label) -> bool:
        """ "(1)" or "a)" that begin to count under a field: "+ Nội dung dự kiến" ⏎ "(1) …"."""
        if label.kind not in (LabelKind.BRACKET, LabelKind.LETTER, LabelKind.BRACKET_LETTER):
            return False
        within = self.bullets[-1]
        if within.kind is not SectionKind.FIELD or label.ordinals[:1] != (1,):
            return False
        if self._is_filled(within):  # "- Thời gian: Quý II." ⏎ "b) Tổ chức hội thảo"
            return False
        # not below its own kind again: a hostile text would nest without end
        return all(up.label is None or up.label.kind is not label.kind for up in within.ancestors())

    def _appendix_title(self, line: LogicalLine, node: Node) -> None:
        """The lines under "PHỤ LỤC": its title, up to the guide line or the first part."""
        words = [line.text[node.label.end :]] if node.label else []
        for following in self.lines[line.index + 1 : line.index + 8]:
            text = following.text
            if following.cell is not None or _GUIDE.match(text) or _UNIT_NOTE.match(text):
                break
            if following.start < line.start:  # the right column of what stands above
                break
            if words[0] and not text.isupper():
                break
            if read_label(text) is not None or text.endswith((".", ";", ":")) or len(text) > 300:
                break
            words.append(text)
            self.consumed.add(following.index)
            self.homes[following.index] = node
            node.end = max(node.end, following.end)
        title = " ".join(word for word in words if word).strip(" :.")
        node.heading = _GUIDED.split(title)[0].strip() or None

    def _bullet(self, line: LogicalLine, label: Label) -> None:
        mark = "-" if label.name in "-–—−" else label.name
        place = next((i for i, node in enumerate(self.bullets) if node.name == mark), None)
        if place is None and self.suspended:
            self._resume(mark)
            place = next((i for i, node in enumerate(self.bullets) if node.name == mark), None)
        if place is not None:
            del self.bullets[place:]
        else:
            # "Thời gian thực hiện: năm 2019." has its value: what follows with another mark stands
            # beside it ("* Thời gian: …" after "- Cơ quan thực hiện: …", the next tasks)
            while self.bullets and self._is_filled(self.bullets[-1]):
                self.bullets.pop()
        parent = self.bullets[-1] if self.bullets else self.outline.top
        kind = SectionKind.FIELD if self._field(line.text[label.end :]) else SectionKind.BULLET
        node = Node(kind, line.start, line.end, line.index, name=mark)
        node.body = line.text[label.end :]
        if kind is SectionKind.FIELD:
            node.heading, node.body = self._split_field(line.text[label.end :])
        if parent is self.outline.root:  # "Kính gửi:" and its list
            node.role = self._outer_role(line)
        parent.add(node)
        self.bullets.append(node)
        self.homes[line.index] = node

    def _resume(self, mark: str) -> None:
        """ "+ Đối tượng" after "(2) …" under "+ Nội dung": the list of fields goes on."""
        for depth, bullets in enumerate(self.suspended):
            if any(node.name == mark for node in bullets):
                self.outline.close_inside(bullets[-1])
                self.bullets = bullets
                del self.suspended[depth:]
                return

    @staticmethod
    def _field(text: str) -> bool:
        if len(text) > _LABEL_REACH and ":" not in text[:_LABEL_REACH]:
            return False
        match = _FIELD.match(text)
        return match is not None and field_kind(match.group("label")) is not None

    @staticmethod
    def _split_field(text: str) -> tuple[str, str]:
        match = _FIELD.match(text)
        assert match is not None
        return match.group("label").strip(), text[match.end() :]

    def _paragraph(self, line: LogicalLine) -> None:
        """An unlabelled line: it goes on with a field or lead-in, else it is the part's own."""
        if _FOOTNOTE.match(line.text):
            self._note(line)
            return
        if self._opens_appendix(line):
            self._untitled_appendix(line)
            return
        parent = self.outline.top
        if self.bullets and self._expects(self.bullets[-1]):
            parent = self.bullets[-1]
        elif self.bullets:
            self.bullets = [node for node in self.bullets if self._is_name(node)][:1]
            if self.bullets and not self._is_name(self.bullets[0]):
                self.bullets = []
            parent = self.bullets[-1] if self.bullets else self.outline.top
        colon = ":" in line.text[:80] and not line.text.isupper()
        is_field = colon and self._field(line.text)
        kind = SectionKind.FIELD if is_field else SectionKind.PARAGRAPH
        node = Node(kind, line.start, line.end, line.index)
        node.body = line.text
        if kind is SectionKind.FIELD:
            node.heading, node.body = self._split_field(line.text)
            self.bullets = [b for b in self.bullets if b.name is not None]
            parent = self.outline.top
            parent.add(node)
            node.name = ":"
            self.bullets = [node]
        else:
            parent.add(node)
        if parent is self.outline.root:
            node.role = self._outer_role(line)
        self.homes[line.index] = node

    def _opens_appendix(self, line: LogicalLine) -> bool:
        """A list behind the signature that is attached without the word "PHỤ LỤC"."""
        if not self._is_behind(line) or line.cell is not None:
            return False
        if self.frame.attachment is not None:
            titled = self._is_over_table(line) or self._is_guided_list(line)
            return titled and self._ends_plan()
        if self._is_bare_part(self.outline.top):  # "Phần I." ⏎ "DANH MỤC THỦ TỤC …"
            return False
        following = self.lines[line.index + 1 : line.index + 3]
        guided = any(_GUIDE.match(after.text) for after in following)
        if _LISTED.match(line.text) is None:
            return self._is_over_table(line)
        return line.text.isupper() or guided

    def _is_over_table(self, line: LogicalLine) -> bool:
        """ "NỘI DUNG CHI TIẾT", "TIẾN ĐỘ THỰC HIỆN" right over a table."""
        following = self.lines[line.index + 1 : line.index + 2]
        tabled = bool(following) and following[0].cell is not None
        return tabled and line.text.isupper() and read_label(line.text) is None

    def _is_guided_list(self, line: LogicalLine) -> bool:
        """ "DANH MỤC" ⏎ "CÁC NHIỆM VỤ …" ⏎ "(Kèm theo …)": a list that an attached plan carries."""
        if not line.text.isupper() or _LISTED.match(line.text) is None:
            return False
        for following in self.lines[line.index + 1 : line.index + _TITLE_REACH]:
            if _GUIDE.match(following.text):
                return True
            if not following.text.isupper() or read_label(following.text) is not None:
                return False
        return False

    def _ends_plan(self) -> bool:
        """Whether the last part of an attached plan has begun: "IV. TỔ CHỨC THỰC HIỆN"."""
        node: Node | None = self.outline.top
        while node is not None and node is not self.root:
            if _LAST_PART.match(fold(node.heading or node.body).strip()) is not None:
                return True
            node = node.parent
        return False

    @staticmethod
    def _is_bare_part(node: Node) -> bool:
        """A part or chapter that has not got its title yet."""
        label = node.label
        parted = label is not None and label.kind in (LabelKind.PART, LabelKind.CHAPTER)
        return parted and not node.body.strip() and not node.children

    def _untitled_appendix(self, line: LogicalLine) -> None:
        label = Label(LabelKind.APPENDIX, (), "PL", "", 0)
        self.outline.restart(self.root)
        self.bullets = []
        node = Node(SectionKind.APPENDIX, line.start, line.end, line.index, label=label)
        self.root.add(node)
        self.outline.push(node)
        self.homes[line.index] = node
        self._appendix_title(line, node)

    def _note(self, line: LogicalLine) -> None:
        """A footnote ("[1] Chương trình số …") belongs to the document, not to its last part."""
        node = Node(SectionKind.PARAGRAPH, line.start, line.end, line.index, role=SectionRole.OTHER)
        node.body = line.text
        self.root.add(node)
        self.homes[line.index] = node

    @staticmethod
    def _is_filled(node: Node) -> bool:
        """A field whose value stands in its line."""
        body = node.body.strip(" .")
        return node.kind is SectionKind.FIELD and bool(body) and not body.endswith(":")

    @staticmethod
    def _expects(node: Node) -> bool:
        """A field without a value yet, or a lead-in that ends in a colon."""
        if node.kind is SectionKind.FIELD:
            return not node.body.strip(" .")
        return node.body.rstrip().endswith(":") or SectionWalk._is_name(node)

    @staticmethod
    def _is_name(node: Node) -> bool:
        """A bullet that only names: "+ Sở Giáo dục và Đào tạo", its duties below it."""
        body = node.body.rstrip()
        return (
            node.kind is SectionKind.BULLET
            and bool(body)
            and len(body) < 120
            and body[-1] not in ".;,!?/"
        )

    def _outer_role(self, line: LogicalLine) -> SectionRole | None:
        """What an unlabelled line outside all parts is: it introduces, or is a note at the end."""
        if any(child.numbered for child in self.outline.root.children):
            return SectionRole.CLOSING if is_closing(line.text) else SectionRole.OTHER
        if self.outline.root is not self.root or not self.frame.tails:
            return SectionRole.LEGAL_BASIS if _BASIS.match(line.text) else SectionRole.PREAMBLE
        if self._is_behind(line):
            return SectionRole.OTHER
        return SectionRole.LEGAL_BASIS if _BASIS.match(line.text) else SectionRole.PREAMBLE

    def _jump(self, line: LogicalLine, label: Label) -> None:
        self.diagnostics.append(
            Diagnostic(
                code="numbering-jump",
                severity=Severity.INFO,
                message=f"the numbering jumps at “{line.text[: max(label.end, 1)].strip()}”",
                span=line.span,
            )
        )
