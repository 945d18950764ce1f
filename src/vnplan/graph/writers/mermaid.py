"""Mermaid, for Markdown pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from vnplan.graph.model import NodeKind
from vnplan.graph.writers.drawing import Box, arrows, boxes

if TYPE_CHECKING:
    from vnplan.graph.model import Graph

_BRACKETS: Final = {
    NodeKind.AGENCY: ("([", "])"),
    NodeKind.TARGET: ("(", ")"),
    NodeKind.DEADLINE: ("{{", "}}"),
    NodeKind.PLAN: ("[[", "]]"),
    NodeKind.UNRESOLVED: (">", "]"),
}
_BREAKS = regex.compile(r"\s+")
# Everything but letters, digits and a few harmless signs. Also "." and "-": a label that begins
# "1. Sở Tài chính" or "- Chủ trì" is taken for a Markdown list and not shown.
_ODD = regex.compile(r"[^\p{L}\p{M}\p{N} ,/()]")


def mermaid(graph: Graph) -> str:
    """A `flowchart`. Mermaid itself draws at most 500 edges unless told otherwise.

    Several edges of one relation between two nodes are drawn once.
    """
    lines = ["flowchart LR"]
    lines += [f"  {_node(box)}" for box in boxes(graph)]
    lines += [
        f'  {arrow.source} -->|"{escaped(arrow.label)}"| {arrow.target}' for arrow in arrows(graph)
    ]
    return "\n".join([*lines, ""])


def _node(box: Box) -> str:
    kind = NodeKind(box.kind) if box.kind in set(NodeKind) else None
    opening, closing = _BRACKETS.get(kind, ("[", "]")) if kind is not None else ("[", "]")
    style = f":::{kind}" if kind is not None else ""
    return f'{box.name}{opening}"{escaped(box.label)}"{closing}{style}'


def escaped(text: str) -> str:
    """The text as the inside of a quoted label: whatever could mean something as `#46;`."""
    return _ODD.sub(lambda found: f"#{ord(found[0])};", _BREAKS.sub(" ", text))
