"""The words around citations are well formed."""

from __future__ import annotations

import regex

from vnplan.lexicon import citation_words as words
from vnplan.records import Relation
from vnplan.text.fold import fold


def test_cues_are_folded_and_each_says_one_thing() -> None:
    table = words.relation_words()
    said: dict[str, Relation] = {}
    for relation, phrases in (*table.loose, *table.strict):
        for phrase in phrases:
            assert phrase == fold(phrase)
            assert said.setdefault(phrase, relation) is relation, phrase


def test_every_relation_has_a_cue() -> None:
    table = words.relation_words()
    named = {relation for relation, _ in (*table.loose, *table.strict)}
    assert named | {Relation.PROPOSAL} == set(Relation)


def test_other_lists_hold_words() -> None:
    assert "theo" in words.issuer_words().stops
    assert "ban chỉ đạo" in words.issuer_words().but
    assert "ban hành" in words.title_words().openers
    assert "của" in words.law_words().stops
    assert "đề nghị" in words.proposal_words().asked


def test_the_longest_phrase_is_tried_first() -> None:
    pattern = regex.compile(words.any_of(("ban hành", "ban hành kèm theo")), regex.VERBOSE)
    match = pattern.match("ban hành kèm theo Quyết định")
    assert match is not None
    assert match[0] == "ban hành kèm theo"
