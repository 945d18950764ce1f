"""Labels inside a line: "Đẩy mạnh tuyên truyền. Cơ quan chủ trì: Sở A; phối hợp: Sở B; Sở C."."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import regex

from vnplan.lexicon.roles import CHARGING, field_kind
from vnplan.parsers.tasks.naming import Naming
from vnplan.parsers.tasks.words import Words, sentences

TEXTS = ("deliverable", "beneficiaries", "place")
"""What is kept of a task in the words of its label's value."""

_ENDING = frozenset({*CHARGING, *TEXTS, "time", "funding", "note"})
_COLON = regex.compile(r"\s?:(?!\d)\s*")
_BEFORE = regex.compile(r"(?:^|[.;:(\[–]|\s-)\s*(?P<label>[^.;:()\[\]–]{4,60})$")
_CUT = regex.compile(r",\s+|\s(?=(?:Cơ quan|Đơn vị|Chủ trì|Phối hợp|Thời gian|Sản phẩm)(?!\p{L}))")
_LONGEST = 60
_MOST = 60


@dataclass(frozen=True, slots=True)
class Label:
    """A label inside a line: `start` is where its words begin, `value` what it holds."""

    kind: str
    start: int
    value: Words


def find_labels(words: Words) -> list[Label]:
    """The labels in `words`, in order; a value ends at the next one, the last with its sentence."""
    found: list[tuple[str, int, int]] = []
    for number, colon in enumerate(_COLON.finditer(words.line.text, words.start, words.end)):
        if number >= _MOST:
            break
        behind = found[-1][2] if found else words.start
        start, kind = _label_before(words, behind, colon.start())
        if kind is not None:
            found.append((kind, start, colon.end()))
    labels: list[Label] = []
    for number, (kind, start, at) in enumerate(found):
        last = number + 1 == len(found)
        value = words.cut(at, words.end if last else found[number + 1][1])
        if last:
            value = next(iter(sentences(value)), value)
        labels.append(Label(kind, start, value))
    return labels


def pieces(lines: Iterable[Words], kind: str | None) -> Iterator[tuple[str | None, Words]]:
    """What the lines of a value hold: `kind` up to the first label inside, then what that says."""
    for line in lines:
        labels = find_labels(line) if ":" in line.text else []
        yield kind, line.cut(line.start, labels[0].start) if labels else line
        for label in labels:
            yield label.kind, label.value
            kind = label.kind


def _label_before(words: Words, least: int, colon: int) -> tuple[int, str | None]:
    """Where the label before a colon begins, and what it holds."""
    start = max(least, colon - _LONGEST)
    match = _BEFORE.search(words.line.text[start:colon])
    if match is None:
        return colon, None
    label, at = match["label"], start + match.start("label")
    for comma in _cuts(label):
        kind = field_kind(label[comma:])
        if kind in _ENDING:
            return at + comma, kind
    return colon, None


def _cuts(label: str) -> Iterator[int]:
    """Where a label may begin: at once, behind a comma, at a capital ("Sở A Phối hợp: Sở B")."""
    yield 0
    for match in _CUT.finditer(label):
        yield match.end()


def charging_labels(words: Words, naming: Naming) -> list[Label]:
    """The labels from the first one that says who acts; none when no body stands behind any."""
    labels = find_labels(words) if ":" in words.text else []
    first = next((n for n, label in enumerate(labels) if label.kind in CHARGING), None)
    if first is None:
        return []
    kept = labels[first:]
    named = any(label.kind in CHARGING and _names(label.value, naming) for label in kept)
    return kept if named else []


def _names(value: Words, naming: Naming) -> bool:
    return bool(naming.listed(value.line, value.start, value.end))
