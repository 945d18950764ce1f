"""The tree of sections: walk, headings, roles and paths put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vnplan.parsers.frame import Frame
from vnplan.parsers.sections.closing import lift_closing
from vnplan.parsers.sections.headings import charges_body, names_what_follows, read_heading
from vnplan.parsers.sections.node import Node
from vnplan.parsers.sections.paths import name_nodes
from vnplan.parsers.sections.roles import assign_roles
from vnplan.parsers.sections.unnumbered import unnumbered_headings
from vnplan.parsers.sections.walk import SectionWalk
from vnplan.records import Diagnostic, Section, SectionKind, SectionRole, Span
from vnplan.text.document import Document
from vnplan.text.labels import LabelKind
from vnplan.text.lines import LogicalLine


@dataclass(frozen=True, slots=True)
class SectionReading:
    """The sections in reading order; `home` leads from a line's index to its innermost section.

    `unnumbered` is where headings start that stand as paragraphs (see `unnumbered_headings`).
    """

    sections: tuple[Section, ...]
    home: dict[int, str]
    diagnostics: tuple[Diagnostic, ...] = ()
    unnumbered: frozenset[int] = frozenset()


def _close_spans(node: Node) -> None:
    """Every part holds its children; parts stand in the order of the text.

    (Lines typed in two columns are read column by column, so they come out of that order.)
    """
    for child in node.children:
        _close_spans(child)
        node.start, node.end = min(node.start, child.start), max(node.end, child.end)
    node.children.sort(key=lambda child: child.start)


def _read_headings(root: Node, lines: Sequence[LogicalLine]) -> None:
    for node in root.walk():
        if node.label is None or node.kind is SectionKind.APPENDIX or node.heading is not None:
            continue
        if node.kind is SectionKind.ROW:
            continue
        reading = read_heading(
            lines[node.line],
            node.label.end,
            has_children=bool(node.children),
            heads_block=_heads_block(node) and _is_titled(node, lines),
        )
        node.heading = reading.heading
        node.body = lines[node.line].text[reading.end :]
        bare = len(lines[node.line].text[node.label.end :].strip()) < _BLANK_TO_FILL
        if node.heading is None and not node.body and node.children and bare:
            _adopt_title(node)


def _read_alike(root: Node) -> None:
    """Headings closed with a full stop, where one beside them with parts of its own has none.

    "7. Đẩy mạnh ứng dụng công nghệ thông tin" ⏎ "a) …", then "8. Rà soát, hoàn thiện chính sách."
    ⏎ "a) …": the same kind of line, and the parts below say what is to be done.
    """
    for parent in root.walk():
        lists = [node for node in parent.children if _holds_parts(node)]
        if any(node.heading and not node.body for node in lists):
            for node in lists:
                text = node.body.strip()
                if node.heading is None and names_what_follows(text):
                    _take_heading(node)
        _read_alike_over_bullets(parent)
        _read_over_bodies(parent)


def _take_heading(node: Node) -> None:
    """Makes the words of a part its heading, without the stop that closes them."""
    node.heading, node.body = node.body.strip().rstrip(" ."), ""


def _read_over_bodies(parent: Node) -> None:
    """ "3. Hoàn thiện ít nhất 500ha mặt bằng sạch." ⏎ "- UBND cấp xã chủ trì …": what is aimed at.

    They charge nobody, and what is below opens with the body that acts; the others beside them that
    have parts below have headings.
    """
    lists = [node for node in parent.children if node.numbered and node.children]
    headed = [node for node in lists if node.heading and not node.body.strip(" :.")]
    aims = [node for node in lists if node.heading is None and _charges_below(node)]
    if not headed or len(aims) < _FEWEST_AIMS or len(headed) + len(aims) < len(lists):
        return
    if all(names_what_follows(node.body.strip()) for node in aims):
        for node in aims:
            _take_heading(node)


_FEWEST_AIMS = 2


def _charges_below(node: Node) -> bool:
    """A numbered part over unlabelled lines or bullets, the first of which charges a body."""
    if node.kind is not SectionKind.HEADING:
        return False
    below = all(
        child.kind in (SectionKind.BULLET, SectionKind.PARAGRAPH) for child in node.children
    )
    return below and charges_body(node.children[0].body.strip())


_BESIDE = 3
_NAME_WORDS = 16


def _read_alike_over_bullets(parent: Node) -> None:
    """ "i) Thực hiện công tác kiểm tra, thanh tra, khen thưởng." ⏎ "- …" after "h) …:" ⏎ "- …".

    Most of those beside it that stand over bullets have headings, and it is hardly longer than the
    longest of them.
    """
    lists = [node for node in parent.children if _holds_bullets(node)]
    headed = [node for node in lists if node.heading and not node.body]
    if len(headed) < _BESIDE or 2 * (len(lists) - len(headed)) > len(headed):
        return
    longest = max(len((node.heading or "").split()) for node in headed)
    for node in lists:
        text = node.body.strip()
        short = 2 * len(text.split()) <= max(2 * _NAME_WORDS, 3 * longest)
        if node.heading is None and short and names_what_follows(text):
            _take_heading(node)


def _holds_bullets(node: Node) -> bool:
    """A numbered part over nothing but bullets, two at least, pages may cut them."""
    if node.label is None or node.kind is not SectionKind.HEADING:
        return False
    bullets = sum(child.kind is SectionKind.BULLET for child in node.children)
    cut = sum(map(_is_cut_off, node.children))
    return bullets > 1 and bullets + cut == len(node.children)


def _is_cut_off(node: Node) -> bool:
    """The number of a page inside a bullet, or the rest of the bullet behind it."""
    words = node.body.strip() if node.kind is SectionKind.PARAGRAPH else ""
    return words.isdecimal() or words[:1].islower()


def _holds_parts(node: Node) -> bool:
    """A numbered part over nothing but labelled parts, two at least."""
    if node.label is None or node.kind is not SectionKind.HEADING:
        return False
    return len(node.children) > 1 and all(child.label is not None for child in node.children)


_FEWEST_FIELDS = 2


def _heads_block(node: Node) -> bool:
    """Whether labelled fields ("- Chủ trì: …", "- Thời gian: …") are all that stands below it."""
    below = [child for child in node.children if child.kind is not SectionKind.TABLE]
    fields = sum(child.kind is SectionKind.FIELD for child in below)
    return fields >= _FEWEST_FIELDS and below[0].kind is SectionKind.FIELD


def _is_titled(node: Node, lines: Sequence[LogicalLine]) -> bool:
    """Whether the blocks of a list bear titles: one line at least ends without a full stop.

    "1.3. Tiếp tục thực hiện Đề án … của tỉnh." over its fields, and all beside it alike, are
    sentences that say what is to be done.
    """
    if not lines[node.line].text.rstrip().endswith("."):
        return True
    beside = node.parent.children if node.parent is not None else []
    return any(
        other.label is not None
        and not lines[other.line].text.rstrip().endswith((".", ";", ":"))
        and _heads_block(other)
        for other in beside
    )


_BLANK_TO_FILL = 4  # characters: "3. ........" of a form, over the post of who fills it in


def _adopt_title(node: Node) -> None:
    """ "Chương I" ⏎ "QUY ĐỊNH CHUNG": the title stands on the next line."""
    first = node.children[0]
    if first.kind is not SectionKind.PARAGRAPH or first.body.endswith((".", ";", ":")):
        return
    if first.body.isupper() or len(first.body) < 160:
        node.heading = first.body
        node.start, node.end = min(node.start, first.start), max(node.end, first.end)
        node.children.pop(0)
        _adopt_rest(node)


_DIVISIONS = (LabelKind.PART, LabelKind.CHAPTER, LabelKind.DIVISION, LabelKind.SUBDIVISION)
_TITLE_LINES = 4


def _adopt_rest(node: Node) -> None:
    """ "TRÁCH NHIỆM CỦA CÁC CƠ QUAN TRONG VIỆC" ⏎ "QUẢN LÝ ĐẠI LÝ INTERNET": a title over two
    paragraphs, all of it in capitals; the text of a chapter is not.
    """
    if node.label is None or node.label.kind not in _DIVISIONS or not node.heading:
        return
    for _ in range(_TITLE_LINES):
        below = node.children[0] if node.children else None
        if below is None or below.kind is not SectionKind.PARAGRAPH or below.children:
            return
        words = below.body.strip()
        if not (node.heading.isupper() and words.isupper()) or words.endswith((".", ";", ":")):
            return
        node.heading = f"{node.heading} {words}"
        node.start, node.end = min(node.start, below.start), max(node.end, below.end)
        node.children.pop(0)


def find_sections(
    document: Document,
    lines: Sequence[LogicalLine],
    frame: Frame,
    *,
    tells: bool = False,
) -> SectionReading:
    """The section tree of a document; `frame` says where its body, tails and attachment are.

    `tells`: it is a report, whose parts tell what was done where their headings say nothing else.
    """
    walk = SectionWalk(document, lines, frame)
    walk.run()
    root = walk.root
    lift_closing(root)
    _read_headings(root, lines)
    _read_alike(root)
    _close_spans(root)
    assign_roles(root, SectionRole.TASK, tells=tells)
    name_nodes(root)
    nodes = [node for node in root.walk() if node is not root]
    nodes.sort(key=lambda node: node.start)  # stable: a part before what it holds
    sections = tuple(
        Section(
            id=node.id,
            parent_id=node.parent.id if node.parent and node.parent is not root else None,
            kind=node.kind,
            label=node.label.name if node.label else None,
            heading=(node.heading or "").strip() or None,
            span=Span(start=node.start, end=node.end),
            role=node.role or SectionRole.OTHER,
        )
        for node in nodes
    )
    home = {index: node.id for index, node in walk.homes.items() if node.id}
    unnumbered = unnumbered_headings(sections, {line.start: line.text for line in lines})
    return SectionReading(sections, home, tuple(walk.diagnostics), unnumbered)
