"""The tokenizer for spaCy: `doc.text == text` for every text, and no word holds punctuation.

spacy.blank("vi", config={"nlp": {"tokenizer": {"@tokenizers": "vnplan.VietnameseTokenizer.v1"}}})
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import regex
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import DummyTokenizer, registry
from spacy.vocab import Vocab

from vnplan.pipes.compounds import joined
from vnplan.pipes.tokens import Token, tokens

NAME = "vnplan.VietnameseTokenizer.v1"
"""The name it is registered under."""

SEGMENTERS = ("underthesea",)

_BROKEN = regex.compile(r"[\uD800-\uDFFF]")


@registry.tokenizers(NAME)  # type: ignore[untyped-decorator]
def create_tokenizer(segment: str | None = None) -> Callable[[Language], VietnameseTokenizer]:
    """What a config names; `segment = "underthesea"` makes "đào tạo" one token."""

    def make(nlp: Language) -> VietnameseTokenizer:
        return VietnameseTokenizer(nlp.vocab, segment)

    return make


class VietnameseTokenizer(DummyTokenizer):
    """Syllables, numbers and marks; with `segment` the syllables of a word are one token.

    Half a surrogate pair, which spaCy cannot hold, becomes U+FFFD; offsets stay what they were.
    Raises a `ValueError` for a segmenter there is none of.
    """

    def __init__(self, vocab: Vocab, segment: str | None = None) -> None:
        self.vocab = vocab
        self.segment = _known(segment)

    def __call__(self, text: str) -> Doc:
        if not text:
            return Doc(self.vocab)
        if not text.isascii():
            text = _BROKEN.sub("\N{REPLACEMENT CHARACTER}", text)
        cut: Iterable[Token] = tokens(text)
        if self.segment is not None:
            cut = joined(text, list(cut))
        places = list(cut)
        words = [text[token.start : token.end] for token in places]
        # What lies between two tokens is the one blank that belongs to the former.
        nexts = [*(token.start for token in places[1:]), len(text)]
        spaces = [token.end < following for token, following in zip(places, nexts, strict=True)]
        return Doc(self.vocab, words=words, spaces=spaces)

    def __reduce__(self) -> tuple[Any, ...]:
        return VietnameseTokenizer, (self.vocab, self.segment)

    def to_bytes(self, **_: Any) -> bytes:
        """What spaCy keeps of it: the segmenter."""
        return json.dumps({"segment": self.segment}).encode()

    def from_bytes(self, data: bytes, **_: Any) -> VietnameseTokenizer:
        """As `to_bytes` kept it; spaCy wants the tokenizer back."""
        self.segment = _known(json.loads(data)["segment"])
        return self

    def to_disk(self, path: str | Path, **_: Any) -> None:
        """Writes the segmenter to a file."""
        Path(path).write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, **_: Any) -> VietnameseTokenizer:
        """As `to_disk` wrote it."""
        return self.from_bytes(Path(path).read_bytes())


def _known(segment: str | None) -> str | None:
    if segment is not None and segment not in SEGMENTERS:
        raise ValueError(f"segment is {segment!r}; there is {', '.join(SEGMENTERS)}, or null")
    return segment
