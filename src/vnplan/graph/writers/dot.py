"""DOT, the language of Graphviz."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from vnplan.graph.model import NodeKind
from vnplan.graph.writers.drawing import arrows, boxes

if TYPE_CHECKING:
    from vnplan.graph.model import Graph

_SHAPES: Final = {
    NodeKind.AGENCY: "house",
    NodeKind.TASK: "box",
    NodeKind.TARGET: "ellipse",
    NodeKind.DEADLINE: "hexagon",
    NodeKind.SECTION: "tab",
    NodeKind.PLAN: "folder",
    NodeKind.INSTRUMENT: "note",
    NodeKind.UNRESOLVED: "plaintext",
}
_BREAKS = regex.compile(r"\s+")


def dot(graph: Graph) -> str:
    """A `digraph`: `dot -Tsvg`. `comment` holds the key of each node.

    Several edges of one relation between two nodes are drawn once.
    """
    lines = ["digraph vnplan {", "  rankdir=LR;", '  node [fontname="sans-serif"];']
    for box in boxes(graph):
        shape = _SHAPES.get(NodeKind(box.kind), "box") if box.kind in set(NodeKind) else "box"
        lines.append(
            f"  {box.name} [label={quoted(box.label)}, shape={shape}, "
            f"class={quoted(box.kind)}, comment={quoted(box.key)}];"
        )
    lines += [
        f"  {arrow.source} -> {arrow.target} [label={quoted(arrow.label)}];"
        for arrow in arrows(graph)
    ]
    return "\n".join([*lines, "}", ""])


def quoted(text: str) -> str:
    r"""A DOT string that shows exactly the text.

    Graphviz reads `\N` in a label as the name of the node and `&amp;` as an ampersand.
    """
    one_line = _BREAKS.sub(" ", text)
    safe = one_line.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")
    return f'"{safe}"'
