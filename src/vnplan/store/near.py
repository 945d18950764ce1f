"""Near spellings for a question without an answer: what was perhaps meant.

A name or number that is known is not offered again, nor others for it.
A slip of the finger is a letter too many or too few, a wrong one, or two that changed places.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache

import regex

from vnplan.graph.lookup import typed_keys
from vnplan.lexicon.agencies import Lexicon
from vnplan.records.ownership import Syllable, holds_phrase, syllables
from vnplan.store.agency_names import by_slug, meaning, split_id
from vnplan.store.database import Database
from vnplan.store.outline import agency_of
from vnplan.store.selection import Selection

_MOST = 5
_LIKE = 0.6
_COMPARED = 80  # names compared letter by letter: those with most words in common
_SAMPLE = 80  # tasks looked into for the words that were meant
_LONGEST = 8  # syllables; a longer question is no name of a thing
_LETTERS = "abcdefghijklmnopqrstuvwxyz"

_WORD = regex.compile(r"[^\W_]+")

Words = Mapping[str, frozenset[str]]
"""Slugs with the words in them."""


# ---------------------------------------------------------------------- agencies and instruments


def agencies(database: Database, asked: str, lexicon: Lexicon | None = None) -> list[str]:
    """Names of agencies of the index: one slip away, or that hold the words, or similar."""
    meant = meaning(asked, lexicon)
    understood = Selection()
    understood.named(meant)
    if database.query(f"SELECT 1 FROM body b WHERE {understood.where} LIMIT 1", understood.values):
        return []
    known = _known(database, "SELECT DISTINCT tail FROM body")
    keys = [*meant.tails, *(split_id(one)[1] for one in meant.ids)]
    # "Sở KH&CM" is one letter away from an abbreviation, not from a name.
    names = by_slug(lexicon if lexicon is not None else Lexicon.load())
    aliased = (entry.id for alias in _slips(keys, names) for entry in names[alias])
    offers = [*_slips(keys, known), *(tail for tail in aliased if tail in known)]
    return [_agency(database, tail) for tail in _nearest(keys, known, offers)]


def instruments(database: Database, asked: str) -> list[str]:
    """Numbers and laws that are cited and look like the one asked for."""
    return _numbers(database, asked, "citation")


def documents(database: Database, asked: str) -> list[str]:
    """Numbers of documents that were read and look like the one asked for."""
    return _numbers(database, asked, "plan")


def _numbers(database: Database, asked: str, table: str) -> list[str]:
    known = _known(database, f"SELECT DISTINCT key FROM {table} WHERE key IS NOT NULL")
    keys = typed_keys(asked)
    if any(key in known for key in keys):
        return []
    used = database.query(
        f"SELECT key FROM {table} WHERE key IN (SELECT value FROM json_each(?))"
        " GROUP BY key ORDER BY count(*) DESC, key",
        [json.dumps(_slips(keys, known))],
    )
    return [
        _number(database, key, table) for key in _nearest(keys, known, [str(k) for (k,) in used])
    ]


def _known(database: Database, statement: str) -> Words:
    def read() -> Words:
        keys = (str(key) for (key,) in database.query(statement, ()))
        return {key: frozenset(key.split("-")) for key in keys}

    return database.once(statement, read)


def _nearest(keys: Sequence[str], known: Words, offers: Iterable[str]) -> list[str]:
    """The offers, then known keys that hold one asked for, then similar ones; the first few."""
    found = dict.fromkeys(offers)
    for key in keys:
        if len(found) < _MOST:
            holding = [one for one in known if f"-{key}-" in f"-{one}-"]
            found.update(dict.fromkeys(sorted(holding, key=lambda one: (len(one), one))))
    for key in keys:
        if len(found) < _MOST:
            asked = frozenset(key.split("-"))
            common = {one: shared for one, words in known.items() if (shared := len(asked & words))}
            compared = sorted(common, key=lambda one: (-common[one], abs(len(one) - len(key)), one))
            found.update(dict.fromkeys(get_close_matches(key, compared[:_COMPARED], _MOST, _LIKE)))
    return list(found)[:_MOST]


def _slips(keys: Iterable[str], known: Iterable[str]) -> list[str]:
    """Known keys that are one slip away from one asked for."""
    asked = [key for key in keys if len(key) > 3]
    return [one for one in known if any(slip(key, one) for key in asked)]


def slip(one: str, other: str) -> bool:
    """Whether one slip of the finger makes `other` of `one`."""
    shorter, longer = sorted((len(one), len(other)))
    if longer - shorter > 1 or one == other:
        return False
    # The first or the last letter is right; most pairs end here.
    if shorter > 2 and one[0] != other[0] and one[-1] != other[-1]:
        return False
    start = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    here, there = one[start:], other[start:]
    return (
        here[1:] == there[1:]
        or here[1:] == there
        or here == there[1:]
        or (here[:2] == there[1::-1] and here[2:] == there[2:])
    )


def _agency(database: Database, tail: str) -> str:
    rows = database.query("SELECT min(json) FROM body WHERE tail = ?", (tail,))
    agency = agency_of(str(rows[0][0]))
    return (
        agency.name.removesuffix(f" {agency.jurisdiction}") if agency.jurisdiction else agency.name
    )


def _number(database: Database, key: str, table: str) -> str:
    """As it is written; a law, or a plan without a number, by its name."""
    told = "number, title" if table == "plan" else _TOLD
    rows = database.query(f"SELECT {told} FROM {table} WHERE key = ? ORDER BY id LIMIT 1", (key,))
    return next((str(value) for row in rows for value in row if value), key)


_TOLD = "json_extract(json, '$.number.canonical'), json_extract(json, '$.title')"


# ---------------------------------------------------------------------- words of tasks


def texts(database: Database, asked: str) -> list[str]:
    """The words as tasks have them, with a slip in a syllable mended, the commonest first."""
    typed = syllables(asked)
    if not 0 < len(typed) <= _LONGEST:
        return []
    places = range(len(typed))
    unknown = [at for at in places if not _tasks(database, [_exact(typed[at])], 1)]
    offers: Counter[str] = Counter()
    for wrong in [unknown] if unknown else [[at] for at in places]:
        wanted = [_slipped(typed[at]) if at in wrong else _exact(typed[at]) for at in places]
        for said in _tasks(database, wanted, _SAMPLE):
            offers.update(_mended(typed, wrong, said))
    return [offer for offer, _ in offers.most_common(_MOST)]


def _tasks(database: Database, wanted: Iterable[str], most: int) -> list[str]:
    """What some tasks say in which all the syllables stand."""
    found = database.query(
        "SELECT rowid FROM wording WHERE wording MATCH ? LIMIT ?", (" AND ".join(wanted), most)
    )
    rows = database.query(
        "SELECT said FROM task WHERE id IN (SELECT value FROM json_each(?))",
        [json.dumps([row for (row,) in found])],
    )
    return [str(said) for (said,) in rows]


def _exact(typed: Syllable) -> str:
    return f"folded : {_quoted(typed[0])}"


def _quoted(term: str) -> str:
    return f'"{term}"'


def _slipped(typed: Syllable) -> str:
    """The syllable, or any that is one slip away from it."""
    forms = sorted({typed[0], *_edits(typed[0])}) if len(typed[0]) <= _LONGEST else [typed[0]]
    return f"folded : ({' OR '.join(map(_quoted, forms))})"


def _edits(word: str) -> Iterator[str]:
    """Everything that one slip makes of bare letters."""
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        yield from (before + letter + after for letter in _LETTERS)
        if after:
            yield from (before + letter + after[1:] for letter in ("", *_LETTERS))
            yield before + after[1:2] + after[:1] + after[2:]


def _mended(typed: Sequence[Syllable], wrong: Sequence[int], said: str) -> Iterator[str]:
    """The words of a text that were perhaps meant, where they stand in a row."""
    words = _WORD.findall(unicodedata.normalize("NFC", said).lower())
    spoken = [_syllable(word) for word in words]
    for start in range(len(words) - len(typed) + 1):
        if all(
            (_like if at in wrong else _is)(typed[at], spoken[start + at])
            for at in range(len(typed))
        ):
            yield " ".join(words[start : start + len(typed)])


def _is(typed: Syllable, said: Syllable) -> bool:
    return holds_phrase([typed], [said])


def _like(typed: Syllable, said: Syllable) -> bool:
    """Another syllable, one slip away: a letter of it, or its marks."""
    if typed[0] == said[0]:
        return typed[1] not in ("", said[1])
    return typed[1] in ("", said[1]) and slip(typed[0], said[0])


@lru_cache(maxsize=50_000)
def _syllable(word: str) -> Syllable:
    return syllables(word)[0]
