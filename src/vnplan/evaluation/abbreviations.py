"""Scoring of the abbreviations a document defines: found by the short form, then the long one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vnplan.evaluation.scores import Finding, Kind, KindScore, Problem, Share, Tally
from vnplan.evaluation.wording import same_words, words
from vnplan.records import Abbreviation


def score_abbreviations(gold: Mapping[str, str], found: Sequence[Abbreviation]) -> KindScore:
    """A short form counts once, however often the document defines it."""
    read: dict[tuple[str, ...], Abbreviation] = {}
    for abbreviation in found:
        read.setdefault(words(abbreviation.short), abbreviation)
    findings: list[Finding] = []
    matched = right = 0
    for short, long in gold.items():
        same = read.get(words(short))
        if same is None:
            findings.append(Finding(Kind.ABBREVIATIONS, Problem.MISSED, short, expected=long))
            continue
        matched += 1
        if same_words(long, same.long):
            right += 1
        else:
            findings.append(
                Finding(Kind.ABBREVIATIONS, Problem.WRONG, short, "long", long, same.long)
            )
    annotated = {words(short) for short in gold}
    findings += [
        Finding(Kind.ABBREVIATIONS, Problem.EXTRA, abbreviation.short, got=abbreviation.long)
        for key, abbreviation in read.items()
        if key not in annotated
    ]
    return KindScore(
        Kind.ABBREVIATIONS,
        Tally(matched, len(annotated), len(read)),
        {"long": Share(right, matched)},
        tuple(findings),
    )
