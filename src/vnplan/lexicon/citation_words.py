"""The words around citations: `citation_words.toml`, as patterns over folded text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import regex

from vnplan.lexicon.rows import read_toml
from vnplan.records import Relation


def any_of(phrases: Iterable[str]) -> str:
    """An alternation of phrases, the longest first, for verbose patterns."""
    ordered = sorted(dict.fromkeys(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(regex.escape(phrase).replace(r"\ ", r"\s") for phrase in ordered)


@dataclass(frozen=True, slots=True)
class RelationWords:
    """Cues for the relation of a citation; see the data file for `loose` and `strict`.

    `texts`: what an instrument holds, and a later one changes; `changes` what that does to it, in
    whole or in `changed_parts`.
    """

    loose: tuple[tuple[Relation, tuple[str, ...]], ...]
    strict: tuple[tuple[Relation, tuple[str, ...]], ...]
    fillers: tuple[str, ...]
    texts: tuple[str, ...]
    changes: tuple[str, ...]
    changed_parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProposalWords:
    """ "Xét đề nghị của Sở X tại Tờ trình …"."""

    verbs: tuple[str, ...]
    asked: tuple[str, ...]
    asked_when_weighed: tuple[str, ...]
    at: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TitleWords:
    """What opens and ends a cited title."""

    openers: tuple[str, ...]
    subjects: tuple[str, ...]
    acts: tuple[str, ...]
    parentheses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IssuerWords:
    """What ends the name of an issuer (`stops`, but not inside `but`), and what opens one.

    `private`: heads of bodies that number their papers as they please.
    """

    stops: tuple[str, ...]
    but: tuple[str, ...]
    heads: tuple[str, ...]
    private: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LawWords:
    """What ends the name of an unknown law."""

    stops: frozenset[str]
    after_and: frozenset[str]


@cache
def relation_words() -> RelationWords:
    table = read_toml("citation_words.toml")["relations"]
    return RelationWords(
        loose=tuple((Relation(name), tuple(words)) for name, words in table["loose"].items()),
        strict=tuple((Relation(name), tuple(words)) for name, words in table["strict"].items()),
        fillers=tuple(table["fillers"]),
        texts=tuple(table["texts"]),
        changes=tuple(table["changes"]),
        changed_parts=tuple(table["changed_parts"]),
    )


@cache
def proposal_words() -> ProposalWords:
    table = read_toml("citation_words.toml")["proposal"]
    return ProposalWords(**{key: tuple(words) for key, words in table.items()})


@cache
def title_words() -> TitleWords:
    table = read_toml("citation_words.toml")["titles"]
    return TitleWords(**{key: tuple(words) for key, words in table.items()})


@cache
def issuer_words() -> IssuerWords:
    table = read_toml("citation_words.toml")["issuers"]
    return IssuerWords(**{key: tuple(words) for key, words in table.items()})


@cache
def law_words() -> LawWords:
    table = read_toml("citation_words.toml")["laws"]
    return LawWords(**{key: frozenset(words) for key, words in table.items()})
