"""Syllables that are one word made one token: "đào" and "tạo".

Only what one blank parts is joined: a word that a line break tears stays in its pieces, and so does
one that a number or a mark stands in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnplan.pipes.tokens import Token
from vnplan.text.segmentation import words


def joined(text: str, tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens, those of one word made one."""
    at = 0
    while at < len(tokens):
        end = _run(text, tokens, at)
        if end - at < 2:
            yield tokens[at]
            at += 1
            continue
        for length in _lengths([text[t.start : t.end] for t in tokens[at:end]]):
            yield Token(tokens[at].start, tokens[at + length - 1].end, True)
            at += length


def _run(text: str, tokens: Sequence[Token], at: int) -> int:
    """The end of the syllables from `at` on that stand one blank apart."""
    end = at
    while (
        end < len(tokens)
        and tokens[end].is_word
        and (end == at or text[tokens[end - 1].end : tokens[end].start] == " ")
    ):
        end += 1
    return end


def _lengths(syllables: list[str]) -> list[int]:
    """How many syllables each word of a run has."""
    cut = [word.count("_") + 1 for word in words(" ".join(syllables)).split()]
    return cut if sum(cut) == len(syllables) else [1] * len(syllables)
