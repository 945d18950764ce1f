"""The agencies of a document: every place where one is named, and who is meant."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import replace

from vnplan.parsers.agencies.body import NamedBody
from vnplan.parsers.agencies.context import AgencyContext
from vnplan.parsers.agencies.identity import Identifier
from vnplan.parsers.agencies.own import OwnNames
from vnplan.parsers.agencies.reading import AgencyReading, Placed
from vnplan.parsers.agencies.references import References
from vnplan.parsers.agencies.search import find_mentions
from vnplan.parsers.agencies.settings import Settings
from vnplan.records import Agency, AgencyMention
from vnplan.text.lines import LogicalLine


def find_agencies(lines: Sequence[LogicalLine], context: AgencyContext) -> AgencyReading:
    """The agencies that `lines` name and every mention of them; never raises on content."""
    settings = Settings(context, lines)
    own = OwnNames(context.abbreviations, context.names, context.day)
    found: list[tuple[LogicalLine, list[NamedBody]]] = []
    for line in lines:
        setting = settings.of(line)
        if setting is not None:
            bodies = find_mentions(
                line.text, context.names, on=context.day, setting=setting, folded=line.folded
            )
            found.append((line, _with_own_names(bodies, line.text, own)))
    references = References(context, found)
    identifier = Identifier(context)
    placed: list[Placed] = []
    agencies: dict[str, Agency] = {}
    issuer = identifier.issuer()
    if issuer is not None:
        agencies[issuer.id] = issuer
    for line, bodies in found:
        for body in bodies:
            meant = references.resolve(line, body)
            if meant is None:
                continue
            agency = identifier.agency(meant)
            agency = agencies.setdefault(agency.id, agency)
            mention = AgencyMention(
                agency_id=agency.id,
                text=line.text[body.start : body.end],
                span=line.source_span(body.start, body.end),
            )
            placed.append(Placed(line.index, body, agency, mention))
    placed.sort(key=lambda place: place.mention.span.start)
    return AgencyReading(
        issuer=issuer,
        agencies=tuple(agencies.values()),
        mentions=tuple(place.mention for place in placed),
        placed=tuple(placed),
    )


def _with_own_names(bodies: list[NamedBody], text: str, own: OwnNames) -> list[NamedBody]:
    """The bodies of a line with those that its document has given a short name.

    A short name goes before what its words mean elsewhere ("Ban Chỉ đạo"), not before a longer
    name that begins with it.
    """
    merged: list[NamedBody] = []
    rest = deque(bodies)
    for start, end, meant in own.find(text):
        while rest and rest[0].end <= start:
            merged.append(rest.popleft())
        over: list[NamedBody] = []
        while rest and rest[0].start < end:
            over.append(rest.popleft())
        if all(start <= body.start and body.end <= end for body in over):
            merged.append(replace(meant, start=start, end=end, post=None))
        else:
            rest.extendleft(reversed(over))
    return [*merged, *rest]
