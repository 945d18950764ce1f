"""Which agencies of the index a name means, however it is written.

`Agency.id` is "thai-nguyen/so-tai-chinh": owner and tail. A name is read by the lexicon ("Sở
KH&CN" is Sở Khoa học và Công nghệ), or is one the documents themselves gave it, or is spelled out.
Without a province it means that body in every province.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

import regex

from vnplan.lexicon import provinces
from vnplan.lexicon.agencies import AgencyEntry, Lexicon
from vnplan.records import Abbreviation, Agency
from vnplan.text.fold import slug

_LONGEST = 400  # characters: no body has a longer name, and every beginning is looked at


class Meaning(NamedTuple):
    """What a name can mean: whole ids, or tails with an owner (None: any) or other names."""

    ids: tuple[str, ...]
    tails: tuple[str, ...]
    owner: str | None


def split_id(agency_id: str) -> tuple[str, str]:
    """Owner and tail of an `Agency.id`: ("thai-nguyen", "so-tai-chinh"); the owner may be ""."""
    owner, _, tail = agency_id.rpartition("/")
    return owner, tail


def short_names(abbreviations: Iterable[Abbreviation]) -> dict[str, list[str]]:
    """What a document abbreviates, by slug: "uy-ban-nhan-dan" is "UBND"."""
    table: dict[str, list[str]] = {}
    for one in abbreviations:
        table.setdefault(_key(one.long), []).append(one.short)
    return table


def keys_of(agency: Agency) -> set[str]:
    """The slugs of the names an agency bears.

    The bare and short names of a known one are left to the lexicon: "UBND" and "Ủy ban nhân dân"
    would otherwise mean those of all districts beside that of the province.
    """
    names = {agency.name}
    if not agency.known:
        names |= {_without(agency.name, agency.jurisdiction), agency.short or ""}
    return {key for name in names if (key := _key(name))}


def short_keys(agency: Agency, shorts: Mapping[str, list[str]]) -> set[str]:
    """The slugs that the abbreviations of one document (`short_names`) give an agency."""
    names = (agency.name, _without(agency.name, agency.jurisdiction))
    short = {one for name in names for one in shorts.get(_key(name), ())}
    return {key for one in short if (key := _key(one))}


_key = lru_cache(maxsize=50_000)(slug)


def meaning(asked: str, lexicon: Lexicon | None = None) -> Meaning:
    """What a person means by "Sở KH&CN", "so khcn Thái Nguyên", "viet-nam/bo-tai-chinh".

    `lexicon`: the names to know; without one the built-in ones.
    """
    known = lexicon if lexicon is not None else Lexicon.load()
    if "/" in asked and asked == asked.lower() and " " not in asked:
        return Meaning((asked,), (), None)
    tails = set(_tails(asked, known))
    for name, owner in _with_province(asked):
        # "UBND tỉnh Thái Nguyên" has a province; "Hội Nông dân huyện Thái Nguyên" might not be.
        return Meaning((), tuple(sorted(tails | set(_tails(name, known)))), owner)
    return Meaning((), tuple(sorted(tails)), None)


def _tails(asked: str, lexicon: Lexicon) -> Iterator[str]:
    """The tails of ids a name can stand for, its province taken off."""
    if key := slug(asked):
        yield key
    for entry in lexicon.candidates(asked) or by_slug(lexicon).get(key, ()):
        yield entry.id
    words = asked.split() if len(asked) <= _LONGEST else []
    # "UBND huyện Phú Lương", "Phòng LĐTBXH huyện …": the head alone is in the lexicon.
    for length in range(len(words) - 1, 0, -1):
        head, rest = " ".join(words[:length]), " ".join(words[length:])
        found = _whole(head, lexicon)
        if found:
            for entry in found:
                yield slug(f"{entry.name} {rest}")
            return


def _whole(name: str, lexicon: Lexicon) -> tuple[AgencyEntry, ...]:
    key = slug(name)
    return by_slug(lexicon).get(key, ()) if len(key) > 1 else ()


def _with_province(asked: str) -> Iterator[tuple[str, str]]:
    """(name without its province, id of the province), where it ends in one."""
    key = slug(asked)
    for spelling, owner in _provinces():
        if key.endswith(f"-{spelling}"):
            bare = key[: -len(spelling) - 1]
            cut = regex.sub(r"-(?:tinh|thanh-pho|tp)$", "", bare)
            if cut and not regex.search(r"-(?:huyen|quan|thi-xa|xa|phuong)$", cut):
                yield cut.replace("-", " "), owner
                return


@cache
def _provinces() -> tuple[tuple[str, str], ...]:
    forms = ((slug(form), one.id) for form, one in provinces.spelled_forms().items())
    # Abbreviations of two letters would cut "… và công nghệ HN" as well as "Hội NB".
    return tuple(sorted((form for form in forms if len(form[0]) > 3), key=lambda it: -len(it[0])))


@lru_cache(maxsize=4)
def by_slug(lexicon: Lexicon) -> Mapping[str, tuple[AgencyEntry, ...]]:
    """Every way to write every name of a lexicon, as a slug, with what it means."""
    table: dict[str, dict[str, AgencyEntry]] = {}
    for phrase in lexicon.phrases():
        table.setdefault(slug(phrase.written), {})[phrase.entry.id] = phrase.entry
    return {key: tuple(found.values()) for key, found in table.items()}


def _without(name: str, jurisdiction: str | None) -> str:
    return name.removesuffix(f" {jurisdiction}") if jurisdiction else name
