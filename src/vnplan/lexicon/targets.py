"""Words that tell targets from other figures (`target_cues.toml`), folded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import regex

from vnplan.lexicon.quantities import Phrases
from vnplan.lexicon.rows import read_toml
from vnplan.text.fold import fold


@dataclass(frozen=True, slots=True)
class TargetCues:
    """Patterns on folded text; `producing` is asked for the words right before a figure."""

    state_opening: regex.Pattern[str]
    state_inside: regex.Pattern[str]
    aim: regex.Pattern[str]
    declared: regex.Pattern[str]
    referring: Phrases
    money: Phrases
    grades: frozenset[str]
    producing: Phrases
    giving: Phrases
    joining: Phrases
    allotting: Phrases
    rating: Phrases
    amounts: Phrases
    posts: Phrases
    jobs: regex.Pattern[str]
    lasting: regex.Pattern[str]
    places: frozenset[str]
    excluding: regex.Pattern[str]
    attribute: regex.Pattern[str]
    measured: regex.Pattern[str]
    clause: regex.Pattern[str]
    verb: regex.Pattern[str]
    opening_cut: regex.Pattern[str]
    closing_cut: regex.Pattern[str]


def _either(phrases: Iterable[str]) -> str:
    ordered = sorted({fold(phrase) for phrase in phrases}, key=lambda item: (-len(item), item))
    return "|".join(regex.escape(phrase).replace(r"\ ", r"\s") for phrase in ordered)


def _word(phrases: Iterable[str]) -> regex.Pattern[str]:
    return regex.compile(rf"(?<!\p{{L}})(?:{_either(phrases)})(?!\p{{L}})")


@cache
def target_cues() -> TargetCues:
    """The cues as shipped."""
    data = read_toml("target_cues.toml")
    return TargetCues(
        state_opening=_word(data["state"]["opening"]),
        state_inside=_word(data["state"]["inside"]),
        aim=_word(data["aim"]["words"]),
        declared=_word(data["aim"]["declared"]),
        referring=Phrases(data["aim"]["referring"]),
        money=Phrases(data["aim"]["money"]),
        grades=frozenset(fold(word) for word in data["aim"]["grades"]),
        producing=Phrases(data["aim"]["producing"]),
        giving=Phrases(data["aim"]["giving"]),
        joining=Phrases(data["aim"]["joining"]),
        allotting=Phrases(data["aim"]["allotting"]),
        rating=Phrases(data["aim"]["rating"]),
        amounts=Phrases(data["aim"]["amounts"]),
        posts=Phrases(data["aim"]["posts"]),
        jobs=_word(data["aim"]["jobs"]),
        lasting=_word(data["aim"]["lasting"]),
        places=frozenset(fold(word) for word in data["aim"]["places"]),
        excluding=_word(data["aim"]["excluding"]),
        attribute=regex.compile(
            rf"(?<!\p{{L}})(?:{_either(data['aim']['attributes'])})"
            r"(?:\s(?!tăng|giảm|phát|đạt)\p{L}+){0,2}\s?$"
        ),
        measured=_word(data["measured"]["opening"]),
        clause=_word(data["measured"]["opening_clause"]),
        verb=regex.compile(
            rf"(?<!\p{{L}})(?:{_either(data['measured']['verbs'])}|(?<!đầy\s)đủ"
            # "trẻ em có hoàn cảnh đặc biệt", "gia đình có công": who they are
            r"|có(?!\s(?:hoàn cảnh|công|nhu cầu|nguy cơ|liên quan|thẩm quyền|thai|con)(?!\p{L})))"
            r"(?!\p{L})"
        ),
        opening_cut=regex.compile(
            rf"(?:(?:{_either(data['measured']['opening_cut'])}"
            r"|đến(?:\shết)?\snăm\s\d{4})[\s,:]+){1,6}"
        ),
        closing_cut=regex.compile(
            rf"(?:(?<![\s,])[\s,]++(?:{_either(data['measured']['closing_cut'])})){{1,6}}$"
        ),
    )
