"""Where preface, preamble, body, conclusions and attachments of a document begin and end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from vnplan.exports.akoma_ntoso.outline import Part
from vnplan.records import SectionKind, SectionRole

_ISSUED_WITH = (SectionKind.APPENDIX, SectionKind.ATTACHMENT)
_LOOSE = (SectionKind.PARAGRAPH, SectionKind.BULLET, SectionKind.FIELD)
_OPENING = (SectionRole.PREAMBLE, SectionRole.LEGAL_BASIS)
_SIGNED = (SectionRole.SIGNATURE, SectionRole.RECIPIENTS)


@dataclass(frozen=True, slots=True)
class Regions:
    """The parts at the top of a document by what they are; each of the five may be empty.

    Text above the first part is the preface; what stands behind an attachment belongs to it.
    """

    preamble: Sequence[Part]
    body: Sequence[Part]
    conclusions: Sequence[Part]
    attachments: Sequence[Sequence[Part]]


def regions(tops: Sequence[Part]) -> Regions:
    """The parts of a document, in order, in its regions."""
    issued_with = [at for at, part in enumerate(tops) if part.section.kind in _ISSUED_WITH]
    main = tops[: issued_with[0]] if issued_with else tops
    opening = len(list(takewhile(_opens, main)))
    closing = len(main) - len(list(takewhile(_is_loose, reversed(main[opening:]))))
    signed = (at for at in range(closing, len(main)) if main[at].section.role in _SIGNED)
    end = next(signed, len(main))
    if opening == end:  # nothing but an opening: then that is what the document says
        opening = 0
    ends = [*issued_with[1:], len(tops)]
    return Regions(
        preamble=main[:opening],
        body=main[opening:end],
        conclusions=main[end:],
        attachments=[tops[at:to] for at, to in zip(issued_with, ends, strict=False)],
    )


def _opens(part: Part) -> bool:
    return part.section.role in _OPENING and _is_loose(part)


def _is_loose(part: Part) -> bool:
    return part.section.kind in _LOOSE
