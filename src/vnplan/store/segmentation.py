"""Vietnamese words of several syllables (từ ghép): "đào tạo" is one word, "học sinh viên" two.

Cut by underthesea, line by line: over a whole document it takes time out of proportion. Its first
call from several threads at once fails, so that it is made under a lock.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from threading import Lock

from vnplan.text.fold import fold

_LOCK = Lock()
_LONGEST = 2000  # characters: no sentence is longer, and a line of noise must not cost a minute


def words(text: str) -> str:
    """The words of a text, folded, with "_" between their syllables: "đào_tạo cán_bộ"."""
    return " ".join(filter(None, map(_line, text.split("\n"))))


@lru_cache(maxsize=20_000)
def _line(line: str) -> str:
    """Cached because offices repeat each other: half of a plan stands in a hundred others."""
    pieces = [line[at : at + _LONGEST] for at in range(0, len(line), _LONGEST)]
    return " ".join(
        token for piece in pieces for word in _tokenizer()(fold(piece)) if (token := _token(word))
    )


def _token(word: str) -> str:
    spaced = "".join(char if char.isalnum() else " " for char in word)
    return "_".join(spaced.split())


def _tokenizer() -> Callable[[str], list[str]]:
    with _LOCK:
        return _warmed()


@cache
def _warmed() -> Callable[[str], list[str]]:
    from underthesea import word_tokenize

    word_tokenize("kế hoạch đào tạo")
    tokenizer: Callable[[str], list[str]] = word_tokenize
    return tokenizer
