"""The outline: at which level a labelled line stands, decided from the sequence of labels.

Plans number as they like (I. › 1. › 1.1. › a) › - › +, or 1. › 1.1 › a., or Phần › I › 1): a level
is whatever was opened last and is still being counted. "5." after "4." goes on with that level
wherever it is open; "1." opens a new one; "7." out of nowhere is a number at the start of a
sentence.
"""

from __future__ import annotations

from dataclasses import replace

from vnplan.parsers.sections.node import Node
from vnplan.records import SectionKind
from vnplan.text.labels import Label, LabelKind, letter_value

_RANK = {
    LabelKind.APPENDIX: 0,
    LabelKind.PART: 1,
    LabelKind.CHAPTER: 2,
    LabelKind.DIVISION: 3,
    LabelKind.SUBDIVISION: 4,
    LabelKind.ARTICLE: 5,
    LabelKind.UPPER: 5,
    LabelKind.ROMAN: 6,
}
"""Kinds that close inner levels when they first appear; the others open inside what is open."""

_KINDS = {
    LabelKind.APPENDIX: SectionKind.APPENDIX,
    LabelKind.PART: SectionKind.PART,
    LabelKind.CHAPTER: SectionKind.CHAPTER,
    LabelKind.DIVISION: SectionKind.SECTION,
    LabelKind.SUBDIVISION: SectionKind.SUBSECTION,
    LabelKind.ARTICLE: SectionKind.ARTICLE,
}

_EXCERPT = 12
_EXCERPTED = frozenset(
    (LabelKind.PART, LabelKind.CHAPTER, LabelKind.ROMAN, LabelKind.UPPER, LabelKind.DECIMAL)
)
_JUMP = 4
_CLAUSES = (SectionKind.CLAUSE, SectionKind.POINT)
"""How far a numbering may skip and still be the same list (real plans lose and repeat numbers)."""


def section_kind(label: Label, parent: Node | None) -> SectionKind:
    """The kind of a labelled part: clauses and points only inside articles."""
    if label.kind in _KINDS:
        return _KINDS[label.kind]
    outer = [] if parent is None else [parent, *parent.ancestors()]
    holder = next((node for node in outer if node.kind not in _CLAUSES), None)
    in_article = holder is not None and holder.kind is SectionKind.ARTICLE
    if in_article and label.kind is LabelKind.DECIMAL:
        return SectionKind.CLAUSE
    if in_article and label.kind is LabelKind.LETTER:
        return SectionKind.POINT
    return SectionKind.HEADING


class Outline:
    """The open levels while the lines go by."""

    def __init__(self, root: Node) -> None:
        self.root = root
        self.open: list[Node] = []
        self._last: dict[tuple[LabelKind, str] | None, Node] = {}

    @property
    def top(self) -> Node:
        return self.open[-1] if self.open else self.root

    def restart(self, root: Node) -> None:
        """An attachment or the tail begins: all levels are closed."""
        self.root = root
        self.open = []

    def place(self, label: Label) -> tuple[Label, Node, bool] | None:
        """Where a part with this label belongs: (label as understood, its parent, numbering jumps).

        None when the label cannot open a part here. The open levels below the parent are closed.
        """
        label = self._as_small_roman(self._as_capital_letter(label))
        if label.kind is LabelKind.DECIMAL and len(label.ordinals) > 1:
            return self._place_decimal(label)
        following = self._following(label, exact=True)
        if following is not None:
            return label, self._close_to(following), False
        if self._first(label):
            return label, self._open_level(label), False
        if self._runs_on(label):
            return label, self.top, False
        if self._begins_excerpt(label):
            return label, self.top, True
        near = self._following(label, exact=False)
        if near is not None:
            return label, self._close_to(near), True
        return None

    def place_late(self, label: Label) -> tuple[Label, Node, bool] | None:
        """Where a part stands that comes behind its turn: "V. KINH PHÍ" after "VI. TỔ CHỨC".

        Only a number that was left out so far; None when it was not. Behind "1." and "2." with no
        "I." above them, "II. ĐỐI TƯỢNG" is the second part: the heading of the first was lost.
        """
        if label.kind is not LabelKind.ROMAN:
            return None
        parts = (*self.open, *self.root.children)
        kinds = {node.label.kind for node in parts if node.label is not None}
        if kinds == {LabelKind.DECIMAL} and label.ordinals[0] <= _EXCERPT:
            self.open = []
            return label, self.root, True
        for node in reversed(self.open):
            if node.label is None or node.label.kind is not label.kind:
                continue
            beside = (node.parent or self.root).children
            counted = {
                child.label.ordinals
                for child in beside
                if child.label is not None and child.label.kind is label.kind
            }
            if label.ordinals in counted or label.ordinals > node.label.ordinals:
                return None
            return label, self._close_to(node), True
        return None

    def push(self, node: Node) -> None:
        self.open.append(node)
        self._last[node.family] = node

    def close_inside(self, node: Node) -> None:
        """Closes the levels that were opened inside `node`, a bullet or field."""
        self.open = [part for part in self.open if node not in part.ancestors()]

    def _runs_on(self, label: Label) -> bool:
        """Items counted through all parts: "11." ends part I, "12." begins part II."""
        if label.kind not in (LabelKind.DECIMAL, LabelKind.BRACKET) or not self.open:
            return False
        last = self._last.get(Node(SectionKind.HEADING, 0, 0, 0, label=label).family)
        if last is None or last.label is None or last.parent is None or last.parent is self.top:
            return False
        beside = last.parent.family == self.top.family
        fresh = not any(child.numbered for child in self.top.children)
        return beside and fresh and label.ordinals[-1] - last.label.ordinals[-1] == 1

    def _begins_excerpt(self, label: Label) -> bool:
        """An extract of a plan may begin at "Phần II", "II." or "3.": nothing was counted yet."""
        counted = self.open or any(child.numbered for child in self.root.children)
        if counted or label.kind not in _EXCERPTED:
            return False
        return label.ordinals[0] <= _EXCERPT

    @staticmethod
    def _first(label: Label) -> bool:
        if label.kind is LabelKind.APPENDIX:
            return True
        if label.kind is LabelKind.ARTICLE:  # an excerpt may begin at any article
            return True
        return bool(label.ordinals) and label.ordinals[-1] == 1

    def _as_capital_letter(self, label: Label) -> Label:
        """ "C." after "B." is a letter, not the Roman hundred."""
        if label.kind is not LabelKind.ROMAN or len(label.name) > 1:
            return label
        place = letter_value(label.name.lower())
        for node in reversed(self.open):
            if node.label is not None and node.label.kind is LabelKind.UPPER:
                if node.label.ordinals[0] in (place - 1, place - 2):
                    return replace(label, kind=LabelKind.UPPER, ordinals=(place,))
                return label
            roman = node.label is not None and node.label.kind is LabelKind.ROMAN
            if roman and node.label is not None and node.label.ordinals[0] + 1 == label.ordinals[0]:
                return label
        return label

    def _as_small_roman(self, label: Label) -> Label:
        """ "i." where no letters run up to it, and "v." behind "iv.", are Roman numbers."""
        value = {"i": 1, "v": 5, "x": 10}.get(label.name)
        if label.kind is not LabelKind.LETTER or value is None:
            return label
        for node in reversed(self.open):
            if node.label is not None and node.label.kind is LabelKind.BRACKET_ROMAN:
                if node.label.ordinals[0] in (value - 1, value - 2):
                    return replace(label, kind=LabelKind.BRACKET_ROMAN, ordinals=(value,))
            elif node.label is not None and node.label.kind is LabelKind.LETTER:
                return label
        return replace(label, kind=LabelKind.BRACKET_ROMAN, ordinals=(1,)) if value == 1 else label

    def _following(self, label: Label, *, exact: bool) -> Node | None:
        """The innermost open part of the same family that this label comes after."""
        probe = Node(SectionKind.HEADING, 0, 0, 0, label=label)
        for node in reversed(self.open):
            if node.family != probe.family or node.label is None or not label.ordinals:
                continue
            last = node.label.ordinals[-1] if node.label.ordinals else 0
            step = label.ordinals[-1] - last
            if step == 1 or (not exact and -1 < step <= _JUMP):
                return node
            if not exact and label.kind is LabelKind.LETTER and 0 < step <= 2 * _JUMP:
                return node
        return None

    def _close_to(self, node: Node) -> Node:
        """Closes `node` and all that is open inside it; its parent."""
        place = self.open.index(node)
        del self.open[place:]
        return node.parent or self.root

    def _open_level(self, label: Label) -> Node:
        """The parent of a new first part."""
        rank = _RANK.get(label.kind)
        if label.kind is LabelKind.UPPER and self._opens_in_roman():
            return self.top
        if rank is not None:
            while self.open and not self._holds(self.open[-1], rank):
                self.open.pop()
        else:
            probe = Node(SectionKind.HEADING, 0, 0, 0, label=label)
            families = [node.family for node in self.open]
            if probe.family in families:  # the count starts again: beside its namesake
                del self.open[families.index(probe.family) :]
        return self.top

    def _opens_in_roman(self) -> bool:
        """ "A." right below "II. NỘI DUNG" in an outline that begins with "I.": it divides II."""
        top = self.top
        if top.label is None or top.label.kind is not LabelKind.ROMAN or top.label.ordinals == (1,):
            return False
        beside = (top.parent or self.root).children
        first = next((child for child in beside if child.numbered), None)
        return first is not None and first.label is not None and first.label.kind is LabelKind.ROMAN

    @staticmethod
    def _holds(node: Node, rank: int) -> bool:
        """Whether an open part can hold a new level of this rank."""
        return node.label is not None and _RANK.get(node.label.kind, 9) < rank

    def _place_decimal(self, label: Label) -> tuple[Label, Node, bool] | None:
        """1.1. under 1., or under I. (1.1 and 2.1 repeat the Roman number), or beside 1.2."""
        prefix, last = label.ordinals[:-1], label.ordinals[-1]
        for node in reversed(self.open):
            found = node.label
            if found is None:
                continue
            if found.kind is LabelKind.DECIMAL and found.ordinals[:-1] == prefix and len(prefix):
                step = last - found.ordinals[-1]
                if 0 <= step <= _JUMP:
                    return label, self._close_to(node), step != 1
            if self._spells(node, prefix) and last <= _JUMP:
                self._close_below(node)
                return label, node, last != 1
        for node in reversed(self.open):  # "2.1." where the heading "2." was lost
            found = node.label
            if found is None or found.kind is not LabelKind.DECIMAL:
                continue
            if len(found.ordinals) == len(label.ordinals) and last == 1:
                return label, self._close_to(node), True
        if last == 1 and not any(
            node.label is not None and node.label.kind is LabelKind.DECIMAL for node in self.open
        ):
            return label, self.top, False
        return None

    def _close_below(self, node: Node) -> None:
        del self.open[self.open.index(node) + 1 :]

    @staticmethod
    def _spells(node: Node, prefix: tuple[int, ...]) -> bool:
        """Whether the numbers down to `node` end in `prefix`: 1. for "1.1.", II for "2.1."."""
        own = node.label
        if own is not None and own.kind is LabelKind.DECIMAL and len(own.ordinals) > len(prefix):
            return False  # "2.2" behind "2.1.2" is no part of it
        numbers: list[int] = []
        for part in (node, *node.ancestors()):
            if part.label is None or not part.label.ordinals:
                continue
            if part.label.kind is LabelKind.DECIMAL:
                numbers[:0] = part.label.ordinals
                if len(part.label.ordinals) > 1:
                    break
            elif part.label.kind in (LabelKind.ROMAN, LabelKind.ARTICLE, LabelKind.UPPER):
                numbers.insert(0, part.label.ordinals[0])
                break
            elif part is node:
                return False
        return len(numbers) >= len(prefix) and tuple(numbers[-len(prefix) :]) == prefix
