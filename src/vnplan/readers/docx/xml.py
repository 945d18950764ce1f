"""The XML of a part: parsed without fetching, expanding or trusting anything; its names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
VAL: Final = f"{W}val"

# ISO/IEC 29500 Strict names the same things by other addresses, declared on the root.
_STRICT: Final = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
)
_HEAD: Final = 20_000
_DECLARED: Final = tuple(
    word.encode(encoding)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("ascii", "utf-16-le", "utf-16-be")
)
_OFF: Final = frozenset({"0", "false", "off", "none"})


class BadPart(Exception):
    """A part that is no XML, or XML that no Word file may hold; `str()` names part and reason."""


def parse_part(data: bytes, name: str) -> Element:
    """The root of a part; raises `BadPart`.

    A part that declares a document type is refused: Word writes none, and entities are how XML
    grows without bound or names files. Elements nested over 256 deep are refused by the parser.
    """
    from lxml import etree

    if any(declared in data for declared in _DECLARED):
        raise BadPart(f"{name} declares entities")
    head = data[:_HEAD]
    if b"purl.oclc.org" in head:
        for strict, usual in _STRICT:
            head = head.replace(strict, usual)
        data = head + data[_HEAD:]
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadPart(f"{name}: {error}") from None


def first_child(parent: Element, tag: str) -> Element | None:
    """The properties of an element, which are its first child; None where that is no `tag`."""
    first = parent[0] if len(parent) else None
    return first if first is not None and first.tag == tag else None


def value(parent: Element | None, name: str) -> str | None:
    """The w:val of the child `name`; None without child or value."""
    tag = W + name
    for child in parent if parent is not None else ():
        if child.tag == tag:
            return child.get(VAL)
    return None


def number(text: str | None) -> int | None:
    """A whole number from -32768 to 32767, as Word has them; None for everything else."""
    if text is None or len(text) > 6:
        return None
    try:
        found = int(text)
    except ValueError:
        return None
    return found if -32768 <= found <= 32767 else None


def is_on(switch: Element) -> bool:
    """What a switch such as <w:b/> or <w:b w:val="0"/> says."""
    return (switch.get(VAL) or "1").lower() not in _OFF
