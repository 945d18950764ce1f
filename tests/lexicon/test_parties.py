"""The data behind classes of bodies: every row is reachable, and no row contradicts another."""

from __future__ import annotations

import pytest

from vnplan.lexicon import parties
from vnplan.lexicon.rows import read_toml
from vnplan.text.fold import fold

DATA = read_toml("party_words.toml")
LISTS = [
    "determiners",
    "vague",
    "modifiers",
    "either",
    "objects",
    "finite",
    "restrictions",
    "tails",
    "verbs",
    "stops",
]


@pytest.mark.parametrize("key", LISTS)
def test_rows_are_words(key: str) -> None:
    for form in DATA[key]:
        assert form == " ".join(form.split())
        assert form


def test_every_noun_is_read_as_such() -> None:
    for kind in ("bodies", "territories", "weak"):
        for form in DATA["nouns"][kind]:
            match = parties.noun().match(fold(form))
            assert match is not None, form
            assert match.end() == len(fold(form)), form


def test_every_decoy_is_no_noun() -> None:
    for form in DATA["nouns"]["not_before"]:
        assert parties.noun().match(fold(form)) is None, form


def test_every_verb_is_one() -> None:
    for form in DATA["verbs"]:
        match = parties.verb().match(fold(form))
        assert match is not None, form
        assert match.end() == len(fold(form)), form
    for form in DATA["not_verbs"]:
        assert parties.verb().match(fold(form)) is None, form


def test_a_tail_is_no_verb() -> None:
    """Else a class would end before what closes it."""
    both = [form for form in DATA["tails"] if parties.verb().fullmatch(fold(form))]
    assert both == []


def test_joints_inside_a_word_vary() -> None:
    for spelling in (
        "tổ chức chính trị - xã hội",
        "tổ chức chính trị-xã hội",
        "tổ chức chính trị xã hội",
    ):
        match = parties.noun().match(spelling)
        assert match is not None
        assert match.end() == len(spelling)


def test_cues() -> None:
    found = parties.cue().match("phối hợp chặt chẽ với các sở")
    assert found is not None
    assert found["coordinate"] == "phối hợp chặt chẽ với"
    assert parties.cue().match("giao cho sở") is not None
