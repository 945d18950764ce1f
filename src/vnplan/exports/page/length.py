"""How much of a document a page holds."""

from __future__ import annotations

from typing import Final

from vnplan.records import Plan, Span

MOST: Final = 6_000_000
"""Characters of a document on a page: 2,000 pages of paper, in a browser ten seconds of work."""


def shortened(plan: Plan, most: int = MOST) -> Plan:
    """A plan of the first `most` characters of its text with the records that end in them.

    A plan that is no longer is given back as it is.
    """
    if len(plan.text) <= most:
        return plan

    def inside(span: Span | None) -> bool:
        return span is None or span.end <= most

    lists = ("abbreviations", "mentions", "citations", "targets", "deadlines", "tasks", "funding")
    kept = {
        name: tuple(one for one in getattr(plan, name) if inside(one.span))
        for name in (*lists, "diagnostics")
    }
    begun = tuple(
        one.model_copy(update={"span": Span(start=one.span.start, end=min(one.span.end, most))})
        for one in plan.sections
        if one.span.start < most
    )
    pages = tuple(one for one in plan.pages if one.start < most)
    return plan.model_copy(
        update={**kept, "sections": begun, "pages": pages, "text": plan.text[:most]}
    )
