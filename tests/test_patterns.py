"""No pattern of the package searches further with every character of a text.

`python -m benchmarks.patterns` tells what takes how long; `fuzz.attacks` which strings are tried.
"""

from __future__ import annotations

import pytest
import regex
from fuzz.attacks import Attack, attacks, cost
from fuzz.patterns import Compiled, collect

# What is made while a program runs, of words that are not in the lexicon: file → why it is no
# concern here.
MADE_LATER = {
    "evaluation/agency_names.py": "the names of one annotation, escaped",
    "exports/akoma_ntoso/hierarchy.py": "the words of one label, escaped, with spaces between them",
    "exports/akoma_ntoso/marks.py": "a day and a month",
    "parsers/abbreviations.py": "one type or serial, escaped",
    "parsers/citations/references.py": "one short name, escaped",
    "readers/pages/furniture.py": "one number",
    "store/letters.py": "letters of a fixed length",
    "web/language.py": "sentences of the page, filled in with names without a repeat",
}


def test_every_pattern_bears_its_worst_string() -> None:
    collected = collect()
    assert len(collected.patterns) > 800
    # every call that compiles a pattern was reached
    assert {place.partition(":")[0] for place in collected.unreached} <= MADE_LATER.keys()
    slow = [
        f"{one.place}: {found.method} {found.growth:.0f} times on {found.attack}: {one.pattern!r}"
        for one in collected.patterns
        # measured twice: a machine may be slow for a moment
        if cost(one) is not None and (found := cost(one)) is not None
    ]
    assert not slow, "\n".join(slow)


@pytest.mark.parametrize(
    ("pattern", "searched", "slow"),
    [
        (r"\s+$", True, True),  # from every space to the end of them
        (r"\s+$", False, False),
        (r"(?<!\s)\s++$", True, False),
        (r"(?r)\s+$", True, False),
        (r"(?:a+)+b", True, True),  # every way to share them out
        (r"a*\s*a*b", True, True),
        (r"a*+\s*+a*+b", False, False),
        (r"“[^”]*”", True, True),  # from every mark to the end
        (
            r"(?:a:[^\n]*\r?\n(?: [^\n]*\r?\n)*){0,30}?b",
            False,
            True,
        ),  # a "\r" may be either's: two ways a line
        (r"(?:a:[^\n]*+\n(?: [^\n]*+\n)*+){0,30}?b", False, False),
        (r"“[^”]*+(?:”|$)", True, False),
        (r"Điều \d+.*Khoản", True, True),
        (r"(?:Sở|Bộ) (?:Y tế|Nội vụ)", True, False),
        (r"(?<=số )\d+/\d+", True, False),
        (r"\d+/\d+", True, True),
        (r"\d{1,9}/\d{1,9}", True, False),
    ],
)
def test_a_pattern_that_searches_too_far_is_told(pattern: str, searched: bool, slow: bool) -> None:
    one = Compiled(pattern, int(regex.VERSION0 | regex.UNICODE), "regex", "text/x.py:1", searched)
    assert (cost(one) is not None) is slow


def test_strings_are_made_of_the_pattern() -> None:
    made = attacks(regex.compile(r"(?<!\p{L})ngày\s+\d{1,2}[^;]*;"))
    assert {one.before for one in made} >= {"ngày", "ngày 1"}
    assert Attack("ngày 1", "a", "\x01") in made
    assert Attack("", "ngày 1;", "") in made
    assert all(len(one.string(500)) <= 500 + len(one.piece) for one in made)


def test_lines_of_meaning_have_single_spaces_only() -> None:
    assert Attack("a", " \n", "b").string(50, collapsed=True) == "a b"


def test_a_list_of_words_has_no_worst_string() -> None:
    assert attacks(regex.compile(r"(?:Sở|Bộ) (?:\d{1,4}[a-z]?)?(?!\p{L})")) == []
