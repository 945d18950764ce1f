"""The parts of a document while the tree is being built."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from vnplan.records import SectionKind, SectionRole
from vnplan.records.section import OUTLINE
from vnplan.text.labels import Label, LabelKind


@dataclass(slots=True, eq=False)
class Node:
    """One part: where it starts and ends in `Document.text`, its label, its place in the tree.

    `aside`: it stands behind the signature, in a list that is attached without "PHỤ LỤC".
    `addressed`: it charges a body (see `addressed`).
    """

    kind: SectionKind
    start: int
    end: int
    line: int
    label: Label | None = None
    name: str | None = None
    heading: str | None = None
    body: str = ""
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)
    role: SectionRole | None = None
    aside: bool = False
    addressed: bool = False
    id: str = ""

    @property
    def family(self) -> tuple[LabelKind, str] | None:
        """What sibling labels share: their kind, and for numbers and letters the closing mark.

        "1." and "1)" are two levels; "II/" and "IV." are one, written carelessly.
        """
        if self.label is None:
            return None
        deep = self.label.kind is LabelKind.DECIMAL and len(self.label.ordinals) > 1
        marked = self.label.kind in (LabelKind.DECIMAL, LabelKind.LETTER) and not deep
        return self.label.kind, self.label.mark if marked else ""

    @property
    def numbered(self) -> bool:
        return self.kind in OUTLINE

    def add(self, child: Node) -> None:
        child.parent = self
        self.children.append(child)

    def ancestors(self) -> Iterator[Node]:
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def walk(self) -> Iterator[Node]:
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))
