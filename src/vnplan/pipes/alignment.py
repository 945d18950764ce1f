"""Records on tokens: every place becomes a spaCy span with exactly its characters.

The tokenizer of this package cuts where records begin and end. Where another one, or words joined
by a segmenter, have a token across such an edge, the token is split there, rather than the record
made longer than its evidence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import pairwise

from spacy.tokens import Doc, Span

Place = tuple[int, int]
"""A half-open range of characters of `doc.text`, not empty."""


def token_ranges(doc: Doc, places: Iterable[Place]) -> dict[Place, tuple[int, int]]:
    """For every place its tokens, first and past the last, after splitting what straddles an edge.

    Blanks at the edge of a place that belong to no token are left out; a place of nothing else is
    not in the result.
    """
    text = doc.text  # put together from the tokens, each time it is asked for
    wanted = {place: _trimmed(text, place) for place in places}
    _split(doc, {edge for place in wanted.values() if place is not None for edge in place})
    starts = [token.idx for token in doc]
    ranges: dict[Place, tuple[int, int]] = {}
    for place, kept in wanted.items():
        if kept is not None:
            first = bisect_right(starts, kept[0]) - 1
            ranges[place] = first, bisect_right(starts, kept[1] - 1)
    return ranges


def _trimmed(text: str, place: Place) -> Place | None:
    """The place without single blanks at its edges: these stand behind a token, as part of it."""
    start, end = place
    while start < end and text[start] == " ":
        start += 1
    while start < end and text[end - 1] == " ":
        end -= 1
    return (start, end) if start < end else None


def _split(doc: Doc, edges: Iterable[int]) -> None:
    """Splits the tokens that have an edge inside, at the edges and around the blanks there."""
    starts = [token.idx for token in doc]
    cuts: dict[int, set[int]] = {}
    for edge in edges:
        at = bisect_right(starts, edge) - 1
        if at >= 0 and starts[at] < edge < starts[at] + len(doc[at]):
            cuts.setdefault(at, set()).add(edge - starts[at])
    if not cuts:
        return
    groups = _groups(doc)
    with doc.retokenize() as retokenizer:
        for at, inside in cuts.items():
            orths = _pieces(doc[at].text, inside)
            retokenizer.split(doc[at], orths, heads=[(doc[at], n) for n in range(len(orths))])
    _restore(doc, groups)


def _pieces(word: str, cuts: set[int]) -> list[str]:
    """A word cut at the offsets; a blank at a cut is a piece of its own."""
    blanks = {cut + 1 for cut in cuts if word[cut] == " "}
    blanks |= {cut - 1 for cut in cuts if word[cut - 1] == " "}
    at = [0, *sorted(cut for cut in cuts | blanks if 0 < cut < len(word)), len(word)]
    return [word[a:b] for a, b in pairwise(at)]


_Kept = list[tuple[int, int, int, int, int]]


def _groups(doc: Doc) -> dict[str, _Kept]:
    """The spans other pipes have made, by their characters: a split does not move them."""
    return {
        key: [(s.start_char, s.end_char, s.label, s.kb_id, s.id) for s in group]
        for key, group in doc.spans.items()
    }


def _restore(doc: Doc, groups: dict[str, _Kept]) -> None:
    for key, kept in groups.items():
        spans = (doc.char_span(a, b, label, kb_id, span_id=id_) for a, b, label, kb_id, id_ in kept)
        doc.spans[key] = [span for span in spans if span is not None]


def span_of(doc: Doc, tokens: tuple[int, int], label: str, id_: str, kb_id: str) -> Span:
    """A span of these tokens with a label and ids."""
    return Span(doc, *tokens, label=label, span_id=id_, kb_id=kb_id)
