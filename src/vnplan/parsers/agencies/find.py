"""The agencies of a document: every place where one is named, and who is meant."""

from __future__ import annotations

from collections.abc import Sequence

from vnplan.parsers.agencies.body import NamedBody
from vnplan.parsers.agencies.context import AgencyContext
from vnplan.parsers.agencies.identity import Identifier
from vnplan.parsers.agencies.reading import AgencyReading, Placed
from vnplan.parsers.agencies.references import References
from vnplan.parsers.agencies.search import find_mentions
from vnplan.parsers.agencies.settings import Settings
from vnplan.records import Agency, AgencyMention
from vnplan.text.lines import LogicalLine


def find_agencies(lines: Sequence[LogicalLine], context: AgencyContext) -> AgencyReading:
    """The agencies that `lines` name and every mention of them; never raises on content."""
    settings = Settings(context)
    found: list[tuple[LogicalLine, list[NamedBody]]] = []
    for line in lines:
        setting = settings.of(line)
        if setting is not None:
            bodies = find_mentions(line.text, context.names, on=context.day, setting=setting)
            found.append((line, bodies))
    references = References(context, found)
    identifier = Identifier(context)
    placed: list[Placed] = []
    agencies: dict[str, Agency] = {}
    for line, bodies in found:
        for body in bodies:
            meant = references.resolve(line, body)
            if meant is None:
                continue
            agency = meant if isinstance(meant, Agency) else identifier.agency(meant)
            agency = agencies.setdefault(agency.id, agency)
            mention = AgencyMention(
                agency_id=agency.id,
                text=line.text[body.start : body.end],
                span=line.source_span(body.start, body.end),
            )
            placed.append(Placed(line.index, body, agency, mention))
    placed.sort(key=lambda place: place.mention.span.start)
    return AgencyReading(
        agencies=tuple(agencies.values()),
        mentions=tuple(place.mention for place in placed),
        placed=tuple(placed),
    )
