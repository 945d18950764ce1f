"""Words that name sources of money (`funding_sources.toml`), folded."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from vnplan.lexicon.rows import read_toml
from vnplan.records import FundingSource
from vnplan.text.fold import fold


@dataclass(frozen=True, slots=True)
class FundingWords:
    """`sources` in the order in which they are asked for; patterns run on folded text."""

    sources: tuple[tuple[FundingSource, regex.Pattern[str]], ...]
    not_behind: regex.Pattern[str]
    opening: regex.Pattern[str]


def _either(phrases: list[str]) -> str:
    ordered = sorted({fold(phrase) for phrase in phrases}, key=lambda item: (-len(item), item))
    return "|".join(regex.escape(phrase).replace(r"\ ", r"\s") for phrase in ordered)


@cache
def funding_words() -> FundingWords:
    """The words as shipped."""
    data = read_toml("funding_sources.toml")
    return FundingWords(
        sources=tuple(
            (
                FundingSource(row["source"]),
                regex.compile(rf"(?<!\p{{L}})(?:{_either(row['words'])})(?!\p{{L}})"),
            )
            for row in data["sources"]
        ),
        not_behind=regex.compile(rf"(?<!\p{{L}})(?:{_either(data['not_behind']['words'])})\s$"),
        opening=regex.compile(rf"(?:{_either(data['opening']['words'])})(?!\p{{L}})"),
    )
