"""Plans of any kind, for properties that must hold of all of them: hostile text, crossing spans."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from hypothesis import strategies as st

from vnplan.records import (
    Agency,
    AgencyMention,
    Basis,
    Citation,
    Deadline,
    DeadlineKind,
    DocumentNumber,
    DocumentType,
    Header,
    Plan,
    Quantity,
    Relation,
    Responsibility,
    ResponsibilityRole,
    Section,
    SectionKind,
    SectionRole,
    Signer,
    Source,
    Span,
    Target,
    Task,
    TaskForm,
)

# What XML cannot hold, what it means something by, what turns lines around, and plain words.
_ODD = "\x00\x01\x0b\x0c\x1f\x7f\x85\u00a0\u202e\u2028\ufdd0\ufffe\uffff\U0001f600\r\t\n <>&\"'=|"
_WORDS = (
    "<script>alert(1)</script>",
    "&amp;",
    "]]>",
    "=HYPERLINK(1)",
    "Điều 1. ",
    "I.\n",
    "a) ",
    "- ",
    "\n\n",
    "80% ",
    "Sở Tài chính",
    "Số: 1/KH-UBND",
    "ngày 05/3/2024",
    "KẾ HOẠCH\n",
)
TEXTS = st.lists(
    st.one_of(st.sampled_from(_WORDS), st.text(_ODD, max_size=3), st.text(max_size=6)), max_size=20
).map("".join)
_NAMES = st.text(min_size=1, max_size=6)
_LABELS = st.sampled_from([None, "I", "1", "1.1", "a", "đ", "Điều 1", "PL1", "<&>", "\x0c"])


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """A plan whose records stand anywhere, inside each other and across."""
    text = draw(TEXTS)
    place = st.integers(0, len(text))
    spans = st.tuples(place, place).map(lambda ends: Span(start=min(ends), end=max(ends)))
    agency = draw(_NAMES)
    deadline = Deadline(
        id="d",
        text="d",
        span=draw(spans),
        kind=draw(st.sampled_from(DeadlineKind)),
        end=draw(st.none() | st.dates()),
    )
    return Plan(
        id=draw(st.sampled_from(["urn:lex:vn", "urn:lex:vn;a b:c:d:;"]) | _NAMES),
        source=Source(media_type="text/plain", sha256="0" * 64, reader="plain"),
        text=text,
        header=Header(
            type=draw(st.none() | st.sampled_from(DocumentType)),
            type_name="Kế hoạch",
            title=draw(st.none() | _NAMES),
            number=DocumentNumber(raw="1/KH-UBND", canonical=draw(_NAMES)),
            issued_on=draw(st.none() | st.just(dt.date(2024, 3, 5))),
            signers=(Signer(name=draw(st.none() | _NAMES), span=draw(spans)),),
            span=draw(st.none() | spans),
        ),
        sections=_sections(draw(st.lists(spans, max_size=8)), draw),
        agencies=(Agency(id=agency, name=draw(_NAMES)),),
        mentions=tuple(
            AgencyMention(agency_id=agency, text="a", span=span)
            for span in draw(st.lists(spans, max_size=5))
        ),
        citations=tuple(
            Citation(
                id=f"c{at}",
                text="c",
                span=span,
                relation=draw(st.sampled_from(Relation)),
                target_id=draw(st.none() | _NAMES),
            )
            for at, span in enumerate(draw(st.lists(spans, max_size=4)))
        ),
        deadlines=(deadline,),
        targets=(
            Target(
                id="t", text="t", span=draw(spans), quantity=Quantity(value=Decimal(80), unit="%")
            ),
        ),
        tasks=(
            Task(
                id=draw(_NAMES),
                text="x",
                span=draw(spans),
                form=TaskForm.BULLET,
                responsibilities=(
                    Responsibility(
                        agency_id=agency,
                        role=ResponsibilityRole.LEAD,
                        basis=Basis.STATED,
                        span=draw(spans),
                    ),
                ),
                deadline_ids=("d",),
                target_ids=("t",),
            ),
        ),
    )


def _sections(spans: list[Span], draw: st.DrawFn) -> tuple[Section, ...]:
    """In reading order, as a Plan has them, but neither nested nor side by side."""
    return tuple(
        Section(
            id=f"s{at}",
            kind=draw(st.sampled_from(SectionKind)),
            label=draw(_LABELS),
            heading=draw(st.none() | _NAMES),
            span=span,
            role=draw(st.sampled_from(SectionRole)),
        )
        for at, span in enumerate(sorted(spans, key=lambda span: span.start))
    )
