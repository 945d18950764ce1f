"""A page as a tree: parsed without trust, with what nobody sees marked, and the document found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

import regex

from vnplan.lexicon.rows import read_toml

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_UNSEEN = frozenset(
    regex.findall(
        r"\w+",
        """script style noscript template head title svg canvas iframe object embed audio video
        source select option datalist button input textarea map area meta link base colgroup col
        applet frameset frame progress meter dialog math""",
    )
)
_FURNITURE_TAGS = frozenset({"nav", "footer", "aside", "header", "menu"})
_HIDDEN_STYLE = regex.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|position\s*:\s*fixed", regex.IGNORECASE
)
# not the letters inside an identifier: "5ad8-4f" is no advertisement
_WORD = regex.compile(r"(?<![A-Za-z0-9])[A-Za-z]+(?![a-z0-9])|(?<=[a-z])[A-Z][a-z]+(?![a-z0-9])")
_MAX_ATTRIBUTE = 2000  # characters of an attribute that are looked at
_LINK_SHARE = 0.6  # a list of which so much is links is a menu, or other documents of the portal
_MAX_FURNITURE = 20_000  # characters: no menu or footer is larger

# Words of a document: an element that holds them is no furniture, whatever it is called.
_EVIDENCE = regex.compile(
    r"C[ỘÔ]NG\s+H(?:ÒA|OÀ|ÕA)|ĐẢNG\s+CỘNG\s+SẢN|(?i:nơi\s+nhận|kính\s+gửi)\s*:|Căn\s+cứ\s|Điều\s+\d"
    r"|(?:TM|KT|TL|TUQ)\.\s*\p{Lu}|PHỤ\s+LỤC|(?:Số|SỐ)\s*+:\s*+[\d.…]*+\s*+/|Độc\s+lập\s*-\s*Tự\s+do",
)


@dataclass(frozen=True, slots=True)
class Page:
    """`root` is the element that holds the document, `hidden` what is to be left out of it."""

    root: Element
    hidden: frozenset[Element]


class TooDeep(Exception):
    """The page nests deeper than any real one, or holds an attribute of many megabytes."""


def parse_page(source: str) -> Page | None:
    """The page in `source`; None when it holds no element. Nothing is loaded from anywhere.

    Raises `TooDeep` when the tree would not hold all of the text.
    """
    from lxml import etree

    parser = etree.HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        no_network=True,
        huge_tree=True,
        recover=True,
    )
    root: Element | None
    try:
        root = etree.fromstring(source.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None  # nothing but white space or a doctype
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise TooDeep
    if root is None:
        return None
    body = root if root.tag == "body" else root.find("body")
    body = root if body is None else body
    hidden = frozenset(_hidden(body))
    return Page(_document(body, hidden), hidden)


@cache
def _names(key: str) -> frozenset[str]:
    return frozenset(word.lower() for word in read_toml("boilerplate.toml")["html"][key])


def tag_of(element: Element) -> str:
    """The tag in lower case; "" for what is no element (a comment)."""
    tag: object = element.tag
    return tag.lower() if isinstance(tag, str) else ""


def words_in(element: Element) -> Iterator[str]:
    """All pieces of text in an element, hidden ones included."""
    return (str(words) for words in element.itertext())


class Visit(Enum):
    """What happens to an element on a walk; the words after it follow CLOSE and SKIP."""

    OPEN = 1
    CLOSE = 2
    SKIP = 3  # a hidden element, closed unopened


def seen(root: Element, hidden: frozenset[Element]) -> Iterator[tuple[Visit, Element]]:
    """The elements under `root` in document order, as they open and close.

    Without recursion: pages may nest two thousand deep.
    """
    yield Visit.OPEN, root
    walk = [(root, iter(root))]
    while walk:
        parent, children = walk[-1]
        child = next(children, None)
        if child is None:
            walk.pop()
            yield Visit.CLOSE, parent
        elif child in hidden:
            yield Visit.SKIP, child
        else:
            yield Visit.OPEN, child
            walk.append((child, iter(child)))


def _hidden(body: Element) -> Iterator[Element]:
    """Elements that are not shown, or are furniture of the page."""
    sizes = _sizes(body, frozenset())
    walk = [iter(body)]
    while walk:
        child = next(walk[-1], None)
        if child is None:
            walk.pop()
        elif _is_hidden(child, sizes.get(child, _Size()), sizes[body].text):
            yield child
        else:
            walk.append(iter(child))


def _is_hidden(element: Element, size: _Size, whole: int) -> bool:
    tag = tag_of(element)
    if not tag or tag in _UNSEEN:
        return True
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if _HIDDEN_STYLE.search((element.get("style") or "")[:_MAX_ATTRIBUTE]):
        return True
    if not _names("floating").isdisjoint(_words_of(element)) and size.text * 5 < whole:
        return True
    links = tag in {"ul", "ol"} and size.links > _LINK_SHARE * size.text and len(element) > 1
    if links or tag in _FURNITURE_TAGS or _is_named(element, "furniture"):
        if size.text > _MAX_FURNITURE or size.text * 2 > whole:
            return False
        return _EVIDENCE.search("".join(words_in(element))) is None
    return False


def _is_named(element: Element, key: str) -> bool:
    """Whether an id, class or role has a word of the list: "main-menu", "Footer_content"."""
    attributes = (element.get(name) for name in ("id", "class", "role"))
    given = " ".join(value[:_MAX_ATTRIBUTE] for value in attributes if value)
    if not given:
        return False
    return not _names(key).isdisjoint(word.lower() for word in _WORD.findall(given))


@dataclass(slots=True)
class _Size:
    text: int = 0
    links: int = 0
    own: bool = False


def _sizes(body: Element, hidden: frozenset[Element]) -> dict[Element, _Size]:
    """How much text each element shows, how much of it in links, and whether some is its own."""
    sizes: dict[Element, _Size] = {}
    open_sizes: list[_Size] = []
    for visit, element in seen(body, hidden):
        if visit is Visit.OPEN:
            sizes[element] = _Size()
            open_sizes.append(sizes[element])
        elif visit is Visit.CLOSE:
            size = open_sizes.pop()
            if tag_of(element) == "a":
                size.links = size.text
            if open_sizes:
                open_sizes[-1].text += size.text
                open_sizes[-1].links += size.links
        words = ((element.text if visit is Visit.OPEN else element.tail) or "").strip()
        if words and open_sizes:
            open_sizes[-1].text += len(words)
            open_sizes[-1].own = True
    return sizes


def _document(body: Element, hidden: frozenset[Element]) -> Element:
    """The element that holds the document: a known one, else down as long as little is left out."""
    sizes = _sizes(body, hidden)
    known = _known(body, sizes)
    current = body if known is None else known
    while True:
        children = [child for child in current if child in sizes and sizes[child].text]
        if not children or sizes[current].own or tag_of(current) in {"table", "ol", "ul", "p"}:
            return current
        best = max(children, key=lambda child: sizes[child].text)
        others = (child for child in children if child is not best)
        if tag_of(best) in {"table", "p", "ul", "ol"}:
            return current
        if not all(_is_furniture(child, sizes[child]) for child in others):
            return current
        current = best


def _is_furniture(element: Element, size: _Size) -> bool:
    if size.links * 2 < size.text:
        return False
    return _EVIDENCE.search("".join(words_in(element))) is None


def _known(body: Element, sizes: dict[Element, _Size]) -> Element | None:
    """The largest element whose id or class says that it is the document."""
    names = _names("document")
    found = [
        element
        for element, size in sizes.items()
        if size.text * 3 > sizes[body].text and not names.isdisjoint(_words_of(element))
    ]
    return max(found, key=lambda element: sizes[element].text, default=None)


def _words_of(element: Element) -> list[str]:
    given = f"{element.get('id') or ''} {element.get('class') or ''}"
    return given[:_MAX_ATTRIBUTE].lower().split()
