"""Scoring of the header (thể thức văn bản): the share of annotated fields that are right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from vnplan.evaluation.agency_names import same_body
from vnplan.evaluation.comparison import shown
from vnplan.evaluation.gold import GoldHeader, GoldSigner
from vnplan.evaluation.scores import Count, Finding, Kind, KindScore, Problem, Share
from vnplan.evaluation.wording import same_number, same_words
from vnplan.lexicon import types
from vnplan.records import Header, Signer


@dataclass(frozen=True, slots=True)
class _Rule:
    """A field: what the header says, and whether that is what the annotator wrote."""

    got: Callable[[Header], object]
    right: Callable[[GoldHeader, Header], bool]


def _number(header: Header) -> str | None:
    return None if header.number is None else header.number.canonical


def _same_type(gold: GoldHeader, header: Header) -> bool:
    """By the Vietnamese name, or by the type where none is printed (Công văn)."""
    if header.type_name is not None and same_words(gold.type, header.type_name):
        return True
    if gold.type is None or header.type is None:
        return gold.type is None and header.type is None and header.type_name is None
    named = types.by_name(gold.type)
    meant = gold.type if named is None else named.type
    return header.type_name is None and meant == header.type


def _signer(signer: GoldSigner | Signer) -> str:
    parts = (signer.authority, signer.capacity, signer.title, signer.name)
    return ", ".join(filter(None, parts))


def _same_signer(gold: GoldSigner, signer: Signer) -> bool:
    return all(
        same_words(getattr(gold, part), getattr(signer, part))
        for part in ("authority", "capacity", "title", "name")
        if gold.states(part)
    )


def _same_signers(gold: GoldHeader, header: Header) -> bool:
    """All of them in the order of the page; of each only the parts the annotator wrote."""
    return len(gold.signers) == len(header.signers) and all(
        _same_signer(one, other) for one, other in zip(gold.signers, header.signers, strict=True)
    )


def _signers(header: Header | GoldHeader) -> str | None:
    return "; ".join(_signer(signer) for signer in header.signers) or None


_RULES: Mapping[str, _Rule] = {
    "parent_authority": _Rule(
        lambda header: header.parent_authority,
        lambda gold, header: same_body(gold.parent_authority, header.parent_authority),
    ),
    "issuer": _Rule(
        lambda header: header.issuer, lambda gold, header: same_body(gold.issuer, header.issuer)
    ),
    "number": _Rule(_number, lambda gold, header: same_number(gold.number, _number(header))),
    "type": _Rule(lambda header: header.type_name or header.type, _same_type),
    "issued_on": _Rule(
        lambda header: header.issued_on, lambda gold, header: gold.issued_on == header.issued_on
    ),
    "place": _Rule(
        lambda header: header.place, lambda gold, header: same_body(gold.place, header.place)
    ),
    "title": _Rule(
        lambda header: header.title, lambda gold, header: same_words(gold.title, header.title)
    ),
    "signers": _Rule(_signers, _same_signers),
    "recipients": _Rule(
        lambda header: len(header.recipients),
        lambda gold, header: gold.recipients == len(header.recipients),
    ),
}


def score_header(gold: GoldHeader, header: Header | None) -> KindScore:
    """Field by field; a field the annotator left out is not scored, None stands for no document."""
    counts: dict[str, Count] = {}
    findings = []
    for name, rule in _RULES.items():
        if not gold.states(name):
            continue
        right = header is not None and rule.right(gold, header)
        counts[name] = Share(int(right), 1)
        if not right:
            expected = _signers(gold) if name == "signers" else shown(getattr(gold, name))
            got = None if header is None else shown(rule.got(header))
            findings.append(Finding(Kind.HEADER, Problem.WRONG, "", name, expected, got))
    return KindScore(Kind.HEADER, None, counts, tuple(findings))
