"""What a plan says, as short listings: targets, times, bodies, money, citations, notes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from vnplan.cli.duties import agency_name
from vnplan.cli.terminal import Cell, Column, Listing, cut
from vnplan.cli.timing import when

if TYPE_CHECKING:
    from vnplan.records import Deadline, Diagnostic, Plan, Quantity, Section, Span

_SIGNS = {"ge": "≥ ", "gt": "> ", "le": "≤ ", "lt": "< ", "approx": "≈ "}
_CHANGES = {"increase": "up ", "decrease": "down ", "maintain": "keep "}
_NOTE_STYLES = {"error": "red", "warning": "yellow"}
_LONGEST = 140
_BARE = 40
_EXAMPLES = 3


def targets(plan: Plan) -> Listing:
    """Mục tiêu, chỉ tiêu: the figure before the words it was read from."""
    by_id = {deadline.id: deadline for deadline in plan.deadlines}
    columns = (
        Column("figure", right=True, widest=24),
        Column("target"),
        Column("by when", widest=17),
        Column("in", whole=True, from_width=100),
    )
    headings = {section.id: section.heading or "" for section in plan.sections}
    rows = []
    for target in plan.targets:
        deadline = by_id.get(target.deadline_id or "")
        # "02 lớp" says little without the activity it stands under.
        about = headings.get(target.section_id or "", "") if len(target.text) <= _BARE else ""
        rows.append(
            (
                Cell(figure(target.quantity), "magenta") if target.quantity else "–",
                Cell(cut(target.text, _LONGEST), below=cut(about, _LONGEST)),
                when(deadline) if deadline else "",
                target.section_id or "",
            )
        )
    return Listing(f"targets: {len(plan.targets)}", columns, rows)


def figure(quantity: Quantity) -> str:
    """ "≥ 80 %", "5 – 10 lớp", "up 20 % a năm"."""
    upper = "" if quantity.upper is None else f" – {quantity.upper:f}"
    unit = f" {quantity.unit}" if quantity.unit else ""
    per = f" / {quantity.per}" if quantity.per else ""
    change = _CHANGES.get(quantity.change or "", "")
    return f"{change}{_SIGNS.get(quantity.comparator, '')}{quantity.value:f}{upper}{unit}{per}"


def deadlines(plan: Plan) -> Listing:
    """Thời hạn, a row a kind: how many, and the first and the last day they end on."""
    columns = (
        Column("kind", whole=True),
        Column("times", right=True),
        Column("first end", whole=True),
        Column("last end", whole=True),
        Column("for example"),
    )
    kinds: dict[str, list[Deadline]] = {}
    for deadline in plan.deadlines:
        kinds.setdefault(deadline.kind, []).append(deadline)
    rows = []
    for kind, found in sorted(kinds.items(), key=lambda item: -len(item[1])):
        ends = sorted(str(deadline.end) for deadline in found if deadline.end) or ["–"]
        examples = list(dict.fromkeys(deadline.text for deadline in found))[:_EXAMPLES]
        rows.append((kind, str(len(found)), ends[0], ends[-1], cut("; ".join(examples), _LONGEST)))
    return Listing(f"deadlines: {len(plan.deadlines)}", columns, rows)


def agencies(plan: Plan) -> Listing:
    """Bodies, those with the most to do first, with their part and how often they are named."""
    named = Counter(mention.agency_id for mention in plan.mentions)
    owned = Counter(owner for task in plan.tasks for owner in task.owner_ids)
    helped = Counter(
        one
        for task in plan.tasks
        for one in {part.agency_id for part in task.responsibilities} - set(task.owner_ids)
    )
    order = sorted(plan.agencies, key=lambda one: (-owned[one.id], -helped[one.id], -named[one.id]))
    columns = (
        Column("agency"),
        Column("kind", whole=True),
        Column("owns", right=True),
        Column("takes part", right=True),
        Column("named", right=True),
    )
    rows: list[list[Cell | str]] = [
        [
            Cell(agency_name(agency, "")) if agency.known else Cell(agency.name, "italic"),
            agency.kind if agency.known else f"{agency.kind}, not in the lexicon",
            *(str(count[agency.id] or "") for count in (owned, helped, named)),
        ]
        for agency in order
    ]
    return Listing(f"agencies: {len(plan.agencies)}", columns, rows)


def funding(plan: Plan) -> Listing:
    """Kinh phí."""
    columns = (Column("source", whole=True), Column("amount", right=True), Column("funding"))
    rows = [
        (part.source, figure(part.amount) if part.amount else "–", cut(part.text, _LONGEST))
        for part in plan.funding
    ]
    return Listing(f"funding: {len(plan.funding)}", columns, rows)


def citations(plan: Plan) -> Listing:
    """Văn bản viện dẫn, a row an instrument; the parts that cite it stand behind."""
    columns = (
        Column("cites", widest=60),
        Column("date", whole=True),
        Column("issuer"),
        Column("relation", whole=True),
        Column("in", widest=30),
    )
    rows: dict[tuple[str, str, str, str], list[str]] = {}
    for citation in plan.citations:
        name = citation.number.canonical if citation.number else citation.title
        date = citation.issued_on.isoformat() if citation.issued_on else "–"
        key = (name or citation.text, date, citation.issuer or "–", str(citation.relation))
        rows.setdefault(key, []).append(citation.section_id or "preamble")
    title = f"citations: {len(plan.citations)} of {len({key[0] for key in rows})} instruments"
    return Listing(title, columns, [(*key, _places(places)) for key, places in rows.items()])


def notes(plan: Plan, *, everything: bool = True) -> Listing:
    """Diagnostics, equal ones once, each with the part it is about; else a row a code."""
    columns = (Column("severity", whole=True), Column("note"), Column("in", widest=30))
    found: dict[tuple[str, str, str], list[Diagnostic]] = {}
    for note in plan.diagnostics:
        same = note.message if everything else ""
        found.setdefault((note.severity, note.code, same), []).append(note)
    rows = []
    for (severity, code, _), alike in found.items():
        places = [_section(plan, note.span) if note.span else None for note in alike]
        more = len({note.message for note in alike}) - 1
        rows.append(
            (
                Cell(severity, _NOTE_STYLES.get(severity, "dim")),
                Cell(alike[0].message, below=f"{code}, and {more} like it" if more else code),
                _places([place for place in places if place]),
            )
        )
    return Listing(f"notes: {len(plan.diagnostics)}", columns, rows)


def _places(places: list[str]) -> str:
    """ "I.1, V.2 (3×)": every place once, with how often."""
    counts = Counter(places)
    return ", ".join(
        place if number == 1 else f"{place} ({number}×)" for place, number in counts.items()
    )


def _section(plan: Plan, span: Span) -> str | None:
    """The innermost labelled part that holds the place."""
    holding = [
        section for section in plan.sections if section.label and section.span.contains(span)
    ]
    innermost: Section | None = min(holding, key=lambda one: len(one.span), default=None)
    return innermost.id if innermost else None
