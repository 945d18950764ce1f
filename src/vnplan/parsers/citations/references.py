"""Places that point to an instrument cited in full elsewhere in the document.

- a short name the document defines: "Luật", "Nghị định", "Quy chế 11" after "sau đây gọi là …"
- a nickname: "Chỉ thị 11", "Quyết định 1665", "Đề án 844"
- its title: "Nghị định quy định chi tiết một số điều của Luật Phòng thủ dân sự"
- a word that looks back: "Quyết định nêu trên"

None of them counts unless the full citation is there.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import regex
from ahocorasick_rs import AhoCorasick

from vnplan.lexicon import types
from vnplan.parsers.citations.context import CitationContext
from vnplan.parsers.citations.draft import Cited, Draft, Found
from vnplan.records import Abbreviation, DocumentType
from vnplan.text.fold import fold


@dataclass(frozen=True, slots=True)
class ShortName:
    """Words that mean `target`, from `since` (an offset of the document) on.

    `literal` is folded; `pattern` says what may stand around it. `width` characters of it are the
    citation; the rest is a title, which may cite others.
    """

    literal: str
    pattern: regex.Pattern[str]
    target: Draft
    width: int
    since: int = 0


class ShortNames:
    """All short names by which the full citations of a document can be meant."""

    def __init__(self, drafts: Sequence[Draft], context: CitationContext) -> None:
        self._defined = (*_defined(drafts, context.abbreviations), *_titled(drafts))
        self._finder = AhoCorasick([name.literal for name in self._defined])
        self._numbered = _numbered(drafts, {fold(each.short) for each in context.abbreviations})
        # A name opens with its type word, written with a capital: most lines hold none of them.
        nouns = {name.literal.split()[0] for name in self._defined}
        nouns |= {noun.split()[0] for noun, _ in self._numbered}
        self._openings = tuple(
            sorted({form for noun in nouns for form in (noun.capitalize(), noun.upper())})
        )

    def find(self, cited: Cited) -> list[Draft]:
        """Places of a line where one stands, be it alone or in a citation in full."""
        found: list[Draft] = []
        if not any(opening in cited.text for opening in self._openings):
            return found
        for start, end, target in self._places(cited):
            if cited.text[
                start
            ].isupper():  # in small letters it is no name: "luật", "nghị quyết 57"
                found.append(_named(cited, start, end, target))
        return found

    def _places(self, cited: Cited) -> Iterator[tuple[int, int, Draft]]:
        for index, start, _ in (
            self._finder.find_matches_as_indexes(cited.folded, overlapping=True)
            if self._defined
            else ()
        ):
            name = self._defined[index]
            if cited.line.map.source(start) >= name.since and name.pattern.match(
                cited.folded, start
            ):
                yield start, start + name.width, name.target
        for match in _nickname().finditer(cited.folded) if self._numbered else ():
            target = self._numbered.get((match["noun"], match["serial"]))
            if target is not None and _same_year(target, match["year"]):
                yield match.start(), match.end(), target


def _named(cited: Cited, start: int, end: int, target: Draft) -> Draft:
    return Draft(
        cited=cited,
        found=Found.NAME,
        start=start,
        core_start=start,
        core_end=end,
        end=end,
        type=target.type,
        type_name=target.type_name,
        target=target,
    )


# -------------------------------------------------------------------------------------- defined

# "các Nghị định", "dự thảo Nghị định", "Luật này": not the one that was defined.
_ALONE = r"(?<!\p{L})(?<!(?:các|những|một|mỗi|dự thảo|ban hành) )"
_GOES_ON = r"(?!\p{L})(?! (?:này|số \d|khác|mới|của (?:chính phủ|quốc hội)))"


def _defined(drafts: Sequence[Draft], abbreviations: Iterable[Abbreviation]) -> Iterable[ShortName]:
    places = (
        sorted(
            ((draft.line.map.source(draft.core_end - 1), number, draft))
            for number, draft in enumerate(drafts)
        )
        if abbreviations
        else []
    )
    for abbreviation in abbreviations:
        short = fold(abbreviation.short)
        kind = _leading_type(short)
        if kind is None:
            continue
        target = _denoted(places, abbreviation, kind)
        if target is None:
            continue
        pattern = regex.compile(f"{_ALONE}{regex.escape(short)}{_GOES_ON}")
        yield ShortName(short, pattern, target, len(short), abbreviation.span.end)


@cache
def _type_words() -> dict[str, DocumentType]:
    return {fold(name): entry.type for name in types.names() if (entry := types.by_name(name))}


def _leading_type(short: str) -> DocumentType | None:
    """The type that a short name claims to be: "nghị quyết 57" is a resolution."""
    words = short.split()
    for size in (4, 3, 2, 1):
        kind = _type_words().get(" ".join(words[:size]))
        if kind is not None:
            return kind
    return None


def _denoted(
    places: Sequence[tuple[int, int, Draft]], abbreviation: Abbreviation, kind: DocumentType
) -> Draft | None:
    """The citation that the definition follows: the last one of that type in its line.

    "Quyết định … phê duyệt Đề án X (gọi tắt là Đề án)" defines a name for the Đề án, which is no
    instrument: no citation of that type stands there. `places` are citations by where they end.
    """
    defined = abbreviation.span.start
    for place in range(bisect_left(places, (defined,)) - 1, -1, -1):
        draft = places[place][2]
        if draft.line.end <= defined:
            return None
        if draft.type is kind:
            return draft
    return None


# ------------------------------------------------------------------------------------- nicknames

_BY_PURPOSE = ("đề án", "chương trình", "kế hoạch")


@cache
def _nickname() -> re.Pattern[str]:
    # "Chỉ thị 11", "Quyết định số 1665", "Nghị quyết 98/2023"; not the head of a number or a date
    nouns = "|".join(sorted(map(regex.escape, _type_words()), key=len, reverse=True))
    return re.compile(
        rf"(?<![^\W\d_])(?P<noun>{nouns}) (?:số )?(?P<serial>\d{{1,5}}(?:\.\d{{1,2}})?[^\W\d_]?)"
        rf"(?:/(?P<year>(?:19|20)\d\d))?(?![^\W_]|[/\-.]\s?[^\W_])"
    )


def _numbered(drafts: Sequence[Draft], defined: Container[str]) -> dict[tuple[str, str], Draft]:
    """ "Chỉ thị 11" for Chỉ thị số 11-CT/TU; "Đề án 844" for the decision that approves a Đề án.

    Not the Đề án itself, where the document defines the name for it: "Đề án "Đào tạo nghề … đến
    năm 2020" (gọi tắt là Đề án 1956)".
    """
    known: dict[tuple[str, str], Draft] = {}
    for draft in drafts:
        if draft.number is None or draft.number.serial is None or draft.type_name is None:
            continue
        title = fold(draft.title or "")[:60]
        own, serial = draft.type_name.lower(), draft.number.serial
        named = (
            noun for noun in _BY_PURPOSE if noun in title and f"{noun} {serial}" not in defined
        )
        for noun in (own, *named):
            known.setdefault((noun, draft.number.serial), draft)
    return known


def _same_year(target: Draft, year: str | None) -> bool:
    if year is None:
        return True
    number = target.number
    return number is not None and number.year == int(year)


# ---------------------------------------------------------------------------------------- titles

_ABOUT = regex.compile(r"^(?:về việc|về)\s+")


_WHOLE = regex.compile(r"(?<!\p{L})")
_TITLED = 5
"""Words of a title, behind the type word, that are enough to tell it from others."""

# Only rules are called by their title; every level has a "Kế hoạch thực hiện Chỉ thị số …".
_CALLED_BY_TITLE = frozenset(
    (DocumentType.DECREE, DocumentType.CIRCULAR, DocumentType.JOINT_CIRCULAR)
)


def _titled(drafts: Sequence[Draft]) -> Iterable[ShortName]:
    seen: set[str] = set()
    for draft in drafts:
        if draft.number is None or not draft.title or draft.type_name is None:
            continue
        if draft.type not in _CALLED_BY_TITLE:
            continue
        words = _ABOUT.sub("", fold(draft.title)).strip("“\"'‘ ").split()
        # The words of an amendment or a list of laws repeat; a title of few words says too little.
        if len(words) < _TITLED:
            continue
        for about in ("", "về ", "về việc "):
            literal = f"{draft.type_name.lower()} {about}{' '.join(words)}"
            if literal not in seen:
                seen.add(literal)
                yield ShortName(literal, _WHOLE, draft, len(draft.type_name))


# ------------------------------------------------------------------------------------ looks back

_BACK = regex.compile(
    r"(?<!\p{L})(?<!(?:các|những) )(?P<noun>\p{Lu}\p{L}+(?:\s\p{L}+){0,2}?)\s"
    r"(?:(?:nêu trên|nói trên|kể trên|vừa nêu|đã nêu|dẫn trên)(?!\p{L})"
    # "theo Chỉ thị trên.", but not "thực hiện Quyết định trên địa bàn tỉnh"
    r"|trên(?=\s?(?:[,;.:)]|$)|\s(?:và|để|theo|của)\s))"
)
# A document calls itself "này"; but the plan of the title may be the plan spoken of "nêu trên",
# and a decision the one that its articles speak of.
_CALLED_ABOVE = frozenset((DocumentType.PLAN, DocumentType.PROGRAM, DocumentType.DECISION))


class Backward:
    """The instruments a document has cited in full, for words that look back."""

    def __init__(self, drafts: Iterable[Draft], context: CitationContext) -> None:
        self._own = context.header.type if context.header is not None else None
        self._places: defaultdict[DocumentType, list[tuple[int, int]]] = defaultdict(list)
        self._drafts: defaultdict[DocumentType, list[Draft]] = defaultdict(list)
        for draft in drafts:
            if draft.type is not None:
                self._places[draft.type].append((draft.line.index, draft.start))
                self._drafts[draft.type].append(draft)

    def find(self, cited: Cited) -> list[Draft]:
        """ "Quyết định nêu trên": the last instrument of that type cited before."""
        if " trên" not in cited.text and " nêu" not in cited.text:
            return []
        found = []
        for match in _BACK.finditer(cited.text):
            kind = _type_words().get(fold(match["noun"]))
            if kind is None or (kind is self._own and kind in _CALLED_ABOVE):
                continue
            place = bisect_left(self._places[kind], (cited.line.index, match.start()))
            if place:
                target = self._drafts[kind][place - 1]
                found.append(_named(cited, match.start(), match.end(), target))
        return found
