"""Paths: the deterministic ids of sections.

A labelled part is named by the path of labels above it, a label that repeats its parents written
once ("1.1." under II.1 is II.1.1). Content is counted within its part: bullets and fields "V.6-1",
paragraphs "V.6-p1", tables "PL-t1", their rows "PL-t1-r3".
"""

from __future__ import annotations

from collections import Counter

from vnplan.parsers.sections.node import Node
from vnplan.records import SectionKind, SectionRole
from vnplan.text.labels import LabelKind

_LETTERED = {
    SectionKind.PARAGRAPH: "p",
    SectionKind.TABLE: "t",
    SectionKind.ROW: "r",
    SectionKind.BULLET: "",
    SectionKind.FIELD: "",
}
_FIXED = {
    SectionRole.RECIPIENTS: "recipients",
    SectionRole.SIGNATURE: "signature",
    SectionRole.CLOSING: "closing",
    SectionRole.PREAMBLE: "preamble",
    SectionRole.LEGAL_BASIS: "basis",
}


def name_nodes(root: Node) -> None:
    """Gives every node below `root` its id; a path that comes twice gets "#2", "#3" …"""
    taken: Counter[str] = Counter()
    counters: dict[tuple[str, str], int] = {}
    for node in root.walk():
        if node is root:
            continue
        path = _path(node) if node.numbered else _content_name(node, root, counters)
        taken[path] += 1
        node.id = path if taken[path] == 1 else f"{path}#{taken[path]}"


def _content_name(node: Node, root: Node, counters: dict[tuple[str, str], int]) -> str:
    if node.kind is SectionKind.ATTACHMENT:
        return "attachment"
    parent = node.parent
    base = "" if parent is None or parent is root else parent.id
    letter = _LETTERED.get(node.kind, "")
    if parent is root and node.role in _FIXED and node.kind is SectionKind.PARAGRAPH:
        base, letter = _FIXED[node.role], ""
    key = (base, letter)
    counters[key] = counters.get(key, 0) + 1
    return f"{base}-{letter}{counters[key]}" if base else f"{letter or 'b'}{counters[key]}"


def _path(node: Node) -> str:
    """The labels of `node` and of the labelled parts it stands in."""
    assert node.label is not None
    outer = next((up for up in node.ancestors() if up.numbered), None)
    if node.kind is SectionKind.ARTICLE or node.label.kind is LabelKind.APPENDIX:
        # Articles run through the whole document; appendices stand beside it.
        return node.label.name
    own = node.label.name
    if node.label.kind is LabelKind.DECIMAL and len(node.label.ordinals) > 1:
        own = _without_repeats(node)
    return f"{outer.id}.{own}" if outer is not None else own


def _without_repeats(node: Node) -> str:
    """What of "1.2.3." its parents have not said yet."""
    assert node.label is not None
    ordinals = node.label.ordinals
    for up in node.ancestors():
        label = up.label
        if label is None or not label.ordinals:
            continue
        if label.kind is LabelKind.DECIMAL and label.ordinals == ordinals[: len(label.ordinals)]:
            return ".".join(map(str, ordinals[len(label.ordinals) :]))
        if label.kind in (LabelKind.ROMAN, LabelKind.ARTICLE, LabelKind.UPPER):
            if label.ordinals[0] == ordinals[0]:
                return ".".join(map(str, ordinals[1:]))
            break
    return node.label.name
