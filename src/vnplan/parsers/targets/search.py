"""Finding targets: line by line, each figure with its clause, its time and its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from vnplan.parsers.deadlines.context import Masks
from vnplan.parsers.quantities import QuantityMention, find_quantities, might_hold_quantity
from vnplan.parsers.targets.clauses import Clause, divide
from vnplan.parsers.targets.context import SectionTree, TargetContext
from vnplan.parsers.targets.linetext import LineText
from vnplan.parsers.targets.past import opens_in_past
from vnplan.parsers.targets.places import Place, Places, Spot, present_state
from vnplan.parsers.targets.selection import LineFigures
from vnplan.parsers.targets.tables import TargetTables
from vnplan.parsers.targets.timing import Timing
from vnplan.parsers.targets.wording import Wording, wordings
from vnplan.records import Deadline, Quantity, SectionKind, SectionRole, Target
from vnplan.text.lines import LogicalLine

_FEWEST_WORDS = 4
"""A line without a figure that says less than this sets no target."""


def find_targets(lines: Sequence[LogicalLine], context: TargetContext) -> tuple[Target, ...]:
    """The targets of a document in reading order.

    One for each figure to be reached and one for each line of a target part without any; see
    `Places` for where they live. Nothing is raised on any content.
    """
    return tuple(_Search(lines, context).run())


def _attached(spot: Spot) -> bool:
    return spot.section is not None and spot.section.role is SectionRole.APPENDIX


class _Search:
    """One pass over the lines of a document."""

    def __init__(self, lines: Sequence[LogicalLine], context: TargetContext) -> None:
        self.lines = lines
        self.context = context
        self.tree = SectionTree(context)
        self.places = Places(self.tree)
        self.timing = Timing(context, self.tree, lines)
        self.masked = Masks(context.masked)
        self.tables = TargetTables(lines, context)
        self.counted: Counter[str] = Counter()

    def run(self) -> Iterator[Target]:
        for line in self.lines:
            opened = self.tree.opened_by(line.start, line.end)
            spot = self.places.spot(line)
            if spot.place is Place.NOTHING and self.tables.assigns(line) and _attached(spot):
                spot = spot._replace(place=Place.TASK)
            if spot.place is Place.TASK and self.tables.delivers(line):
                spot = spot._replace(place=Place.DELIVERED)
            self.timing.note(line, opened)
            if line.cell is not None and self.tables.takes(line.cell[0]):
                yield from self._table_line(spot)
                continue
            if spot.names and spot.section and spot.section.kind is SectionKind.PARAGRAPH:
                self.timing.note_lead_in(spot)
            yield from self._line(spot)

    def _line(self, spot: Spot) -> Iterator[Target]:
        if spot.place is Place.NOTHING or not spot.line.text[spot.body :].strip():
            return
        text = spot.line.text
        folded = spot.line.folded
        chosen = self._figures(spot, text, folded)
        if chosen:
            whole = spot.place in (Place.TARGET, Place.FIGURES)
            clauses = divide(text, folded, spot.body, chosen, whole=whole)
            times = self.timing.of_figures(spot, chosen)
            said = wordings(text, folded, clauses, chosen)
            for mention, clause, deadline, words in zip(chosen, clauses, times, said, strict=True):
                yield self._record(spot, clause, deadline, mention.quantity, words)
        elif self._is_plain_target(spot, folded) and not self.timing.is_only_time(spot):
            yield self._plain(spot, self.timing.of_line(spot))

    def _figures(self, spot: Spot, text: str, folded: str) -> list[QuantityMention]:
        if not might_hold_quantity(text[spot.body :]):
            return []
        found = [
            mention
            for mention in find_quantities(text, folded)
            if not self.masked.touches(spot.line.source_span(mention.figure, mention.figure_end))
        ]
        figures = LineFigures(LineText(text, folded, spot.body), found, self.context.issued_in)
        if spot.place is Place.DECLARED:
            return figures.declared()
        if spot.place is Place.TASK:
            return figures.in_task()
        kept = figures.in_target_part()
        if spot.place is Place.DELIVERED:
            return [mention for mention in kept if mention.known_unit]
        return kept

    def _is_plain_target(self, spot: Spot, folded: str) -> bool:
        """An unquantified line of a target part that says something of its own."""
        body = folded[spot.body :]
        if spot.place is not Place.TARGET or spot.names or spot.line.cell is not None:
            return False
        if len(body.split()) < _FEWEST_WORDS or present_state(body.split(". ")[0]):
            return False
        if opens_in_past(body, self.context.issued_in):
            return False
        # a line may open with a citation ("Luật … được thực thi …") and still be one
        hidden = (self.masked.covers(spot.line.start), self.masked.covers(spot.line.end - 1))
        return not all(hidden)

    # -- records ---------------------------------------------------------------------------------

    def _plain(self, spot: Spot, deadline: Deadline | None) -> Target:
        end = len(spot.line.text.rstrip(" ;.,"))
        return self._record(
            spot, Clause(spot.body, max(end, spot.body + 1)), deadline, None, Wording(None, None)
        )

    def _record(
        self,
        spot: Spot,
        clause: Clause,
        deadline: Deadline | None,
        quantity: Quantity | None,
        words: Wording,
    ) -> Target:
        home, identity = self._named(spot.line)
        return Target(
            id=identity,
            text=spot.line.text[clause.start : clause.end],
            span=spot.line.source_span(clause.start, clause.end),
            subject=words.subject,
            indicator=words.indicator,
            quantity=quantity,
            deadline_id=deadline.id if deadline is not None else None,
            owner_ids=self.tables.owners_of(spot.line),
            section_id=home,
        )

    def _named(self, line: LogicalLine) -> tuple[str | None, str]:
        """The section a record of this line names, and the record's id."""
        section = self.tree.named(line.start)
        home = section.id if section is not None else "0"
        self.counted[home] += 1
        return section.id if section is not None else None, f"target-{home}-{self.counted[home]}"

    def _table_line(self, spot: Spot) -> Iterator[Target]:
        for found in self.tables.of_line(spot.line):
            deadline = self.timing.of_cell(found.header) or self.timing.of_row(spot)
            home, identity = self._named(spot.line)
            yield Target(
                id=identity,
                text=found.text,
                span=found.span,
                subject=found.group,
                indicator=found.indicator,
                quantity=found.quantity,
                deadline_id=deadline.id if deadline is not None else None,
                owner_ids=found.owner_ids,
                section_id=home,
            )
