"""Laws whose name holds a short form: "Luật Bảo vệ BMNN" is Luật Bảo vệ bí mật nhà nước.

A short form means what the document says it does; else the letters must be the initials of one law
of the lexicon alone ("Luật Tổ chức CQĐP", "Luật BVQLNTD").
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import regex

from vnplan.lexicon import laws
from vnplan.parsers.citations.draft import Draft, Found
from vnplan.records import Abbreviation, DocumentType
from vnplan.text.fold import fold

_SHORT = regex.compile(r"(?<![\p{L}\d])\p{Lu}[\p{Lu}\d&]{1,11}(?![\p{L}\d])")
_FEWEST_INITIALS = 3
"""With fewer letters a short form that is the whole name says nothing: "Luật ĐT"."""


def spell_out(drafts: Iterable[Draft], abbreviations: Sequence[Abbreviation]) -> None:
    """Give the laws cited by name their title without short forms; the span stays as printed."""
    shortened = [
        draft
        for draft in drafts
        if draft.found is Found.LAW and draft.title and _SHORT.search(draft.title)
    ]
    if not shortened:
        return
    defined = {entry.short: entry.long for entry in abbreviations}
    for draft in shortened:
        _spell_out(draft, defined)


def _spell_out(draft: Draft, defined: Mapping[str, str]) -> None:
    assert draft.title is not None
    lead = f"{draft.type_name} "
    if draft.type is None or not draft.title.startswith(lead) or draft.title.isupper():
        return
    name = draft.title.removeprefix(lead)
    if _known(name, draft.type) is not None:
        return  # "Luật Phòng, chống … ở người (HIV/AIDS)" is its name
    as_defined = _SHORT.sub(lambda short: defined.get(short[0], short[0]), name)
    whole = _known(as_defined, draft.type) or _by_initials(as_defined, draft.type) or as_defined
    draft.title = lead + whole[:1].upper() + whole[1:]


def _known(name: str, kind: DocumentType) -> str | None:
    """The name as the lexicon has it, where it holds the whole."""
    found = laws.match_start(name, kind)
    return found[1].name if found is not None and found[0] == len(name) else None


def _by_initials(name: str, kind: DocumentType) -> str | None:
    """The one law of the lexicon whose syllables the words and initials of `name` can be."""
    words = name.replace(",", " ").split()
    shorts = [word for word in words if _SHORT.fullmatch(word)]
    if not shorts or (len(words) == 1 and len(shorts[0]) < _FEWEST_INITIALS):
        return None
    found = [law.name for law in laws.all_laws() if law.type is kind and _spells(words, law.name)]
    return found[0] if len(found) == 1 else None


def _spells(words: Sequence[str], name: str) -> bool:
    """Whether each word is a syllable of `name`, or the initials of some; "và" may be left out."""
    syllables = fold(name).replace(",", " ").split()
    place = 0
    for word in words:
        if _SHORT.fullmatch(word) is None:
            if syllables[place : place + 1] != [fold(word)]:
                return False
            place += 1
            continue
        for letter in fold(word).replace("&", ""):
            if syllables[place : place + 1] == ["và"] and letter != "v":
                place += 1
            if not syllables[place : place + 1] or syllables[place][0] != letter:
                return False
            place += 1
    return place == len(syllables)
