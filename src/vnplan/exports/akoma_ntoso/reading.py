"""The text of a plan, from its Akoma Ntoso document."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from vnplan.exports.akoma_ntoso.characters import unmarked
from vnplan.exports.akoma_ntoso.names import AKN

_META = f"{{{AKN}}}meta"
_MARKER = f"{{{AKN}}}marker"


class NotAkomaNtoso(ValueError):
    """The bytes are no Akoma Ntoso 3.0 document; the message is one line."""


def text_of(akn: bytes) -> str:
    """The text a document holds: for one that `akoma_ntoso` made, `Plan.text` to the character.

    Where another program laid the file out anew, white space between elements differs and nothing
    else. No entity is resolved and nothing is fetched. Raises `NotAkomaNtoso`.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True
    )
    try:
        root = etree.fromstring(akn, parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        reason = " ".join(str(problem).split())
        raise NotAkomaNtoso(f"not XML: {reason}") from problem
    entities = root.getroottree().docinfo.internalDTD is not None
    if entities or root.tag != f"{{{AKN}}}akomaNtoso":
        raise NotAkomaNtoso("not an Akoma Ntoso 3.0 document")
    return "".join(_said(root))


def _said(root: etree._Element) -> Iterator[str]:
    """All text in order but that of the metadata; one loop, however deep the tree is."""
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event in ("comment", "pi"):
            yield element.tail or ""
        elif event == "start":
            if element.tag == _META:
                walk.skip_subtree()
            else:
                yield element.text or ""
                yield unmarked(element.get("name", "")) if element.tag == _MARKER else ""
        elif element is not root:
            yield element.tail or ""
