"""Where the tokens of a Vietnamese document begin and end.

What is written in one piece and means one thing is one token: the number of a document, a day, a
figure, a short form, the label before an item. All other punctuation stands by itself. No two
tokens overlap and together they are the whole text.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import regex

from vnplan.lexicon.dotted import dotted


class Token(NamedTuple):
    """`text[start:end]`; `is_word` when it is letters alone, as a syllable is."""

    start: int
    end: int
    is_word: bool


# "I." · "1.1." · "a)" · "(2)" at the start of a line, and "I." glued to a heading: "I.MỤC ĐÍCH".
_LABEL = regex.compile(
    r"""
    (?: (?:\d{1,3}(?:\.\d{1,3}){0,5} | [IVXLC]{1,7} | \p{L}) [.)]
      | \( (?:\d{1,2}|\p{L}) \)
    ) (?=\s|\Z)
    | (?:\d{1,3}(?:\.\d{1,3}){0,5} | [IVXLC]{1,7}) \. (?=\p{Lu}{2}|\p{Lu}\p{Ll})
    """,
    regex.VERBOSE,
)

_CODE = r"\p{Lu}[\p{L}\p{M}\d]*+(?:&\p{Lu}[\p{L}\p{M}\d]*+)*+"
_TOKEN = r"""
    (?P<space>\s++)
  | (?P<plain>[\p{L}\p{M}]++)(?![\d&.\-@:_+])  # nearly every word
  | (?:https?://|www\.) [^\s<>"“”]* (?<![.,;:!?)\]}…])
  | [\p{L}\d] [\w.+-]{0,63}+ @ [\p{L}\d] [\w.-]* (?<![.-])

  # 232/KH-UBND · 30/2020/NĐ-CP · 175/T/KH-UBND · 8726/VPCP-KGVX
  | \d{1,5}\p{L}? (?:/(?:19|20)\d\d)? / (?=\p{Lu}{2}|\p{Lu}[/\-–]|\p{Lu}\p{Ll}\p{Lu})
    CODE (?:[/\-–]CODE)*+
  # 12-NQ/TW · 176-HĐBT
  | \d{1,5}\p{L}? - (?=\p{Lu}{2}) CODE (?:[/\-–]CODE)*+

  # 30/10/2017 · 22.12.2021 · 2021-12-22 · 6/2021 · 15/12
  | \d{1,2}(?P<joint>[/.\-])\d{1,2}(?P=joint)\d{4} (?![\p{L}\d])
  | \d{4}-\d{2}-\d{2} (?![\p{L}\d])
  | \d{1,2}/(?:\d{4}|\d{1,2}) (?![\p{L}\d/])

  # 1.665 · 9,5 · 10h30 · 100m2
  | \d++(?:[.,]\d++)*+[\p{L}\p{M}\d]*+

  | (?:DOTTED)\.(?=[ ]?\p{Lu}|[,;])  # TP. · PGS.TS.
  | v\.v(?:\.(?!\.))?+
  | (?:\p{Lu}\.){1,6}\p{Lu}(?![\p{L}\p{M}])                # T.Ư
  | [A-ZĐÐ]{1,8}\d*+(?:-(?:[A-ZĐÐ]{1,8}g?\d*+)){1,5}(?![\p{L}\p{M}&]) # KT-XH · QĐ-TTg
  | [\p{L}\p{M}]++-\d{1,2}(?![\p{L}\d])                    # COVID-19
  | [\p{L}\p{M}]++(?P<more>(?:&\p{L}[\p{L}\p{M}\d]*+)++)   # KH&CN
  | (?P<word>[\p{L}\p{M}]++)(?P<tail>[\d][\p{L}\p{M}\d]*+)?
  | _++
  | (?P<mark>[^\w\s])(?P=mark){2,}+                        # "-----" under a heading, "…"
  | .\p{M}*+
"""
_BLANK = regex.compile(r"\r\n|[\r\n]|[^\r\n]+")


def _is_word(found: regex.Match[str]) -> bool:
    if found["plain"] is not None:
        return True
    return found["word"] is not None and found["tail"] is None


@cache
def _token() -> regex.Pattern[str]:
    forms = "|".join(map(regex.escape, dotted()))
    written = _TOKEN.replace("CODE", _CODE).replace("DOTTED", forms)
    return regex.compile(written, regex.VERBOSE | regex.DOTALL)


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a text from left to right, without the blanks between them.

    One blank behind a token belongs to it; other white space is a token of its own, as in spaCy,
    and so is every line feed: a part of a document may end between two of them.
    """
    at, opening = 0, True
    pattern = _token()
    while at < len(text):
        if opening and (label := _LABEL.match(text, at)) is not None:
            yield Token(at, label.end(), False)
            at, opening = label.end(), False
            continue
        found = pattern.match(text, at)
        assert found is not None  # the last alternative takes any character
        end = found.end()
        if found["space"] is not None:
            kept = at + 1 if at and text[at] == " " else at
            for blank in _BLANK.finditer(text, kept, end):
                yield Token(*blank.span(), False)
            opening = opening or "\n" in text[at:end] or "\r" in text[at:end]
        else:
            yield Token(at, end, _is_word(found))
            opening = False
        at = end
