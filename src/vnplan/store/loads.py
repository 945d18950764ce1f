"""Who has how much to do, and who works with whom: tasks counted by agency and by pair.

Counted by `body` first, an agency as some documents name it: inside one document an agency is one
body, so that the counts of its bodies add up.
"""

from __future__ import annotations

from collections import Counter

from vnplan.graph.partners import WORKING_ROLES
from vnplan.records import Agency, ResponsibilityRole
from vnplan.store.answers import AgencyLoad, Partners
from vnplan.store.outline import agency_of
from vnplan.store.reading import Query
from vnplan.store.selection import Selection, marks

_BODIES = (
    "part r JOIN naming n ON n.id = r.agency JOIN body b ON b.id = n.body"
    " JOIN plan p ON p.id = n.plan"
)


def loads(query: Query, chosen: Selection) -> list[AgencyLoad]:
    """The agencies chosen as `body b` in `plan p`, those that own most tasks first."""
    by_role = query(
        f"SELECT n.body, r.role, count(DISTINCT r.task) FROM {_BODIES} WHERE {chosen.where}"
        " GROUP BY n.body, r.role",
        chosen.values,
    )
    totals = query(
        "SELECT n.body, count(DISTINCT r.task), count(DISTINCT iif(r.owns, r.task, NULL)),"
        f" count(DISTINCT n.plan) FROM {_BODIES} WHERE {chosen.where} GROUP BY n.body",
        chosen.values,
    )
    agencies = _agencies(query)
    roles: dict[str, Counter[ResponsibilityRole]] = {}
    for body, role, count in by_role:
        counted = roles.setdefault(agencies[body].id, Counter())
        counted[ResponsibilityRole(str(role))] += int(str(count))
    sums: dict[str, Counter[str]] = {}
    for body, tasks, owned, documents in totals:
        counts = {"tasks": tasks, "owned": owned, "documents": documents}
        sums.setdefault(agencies[body].id, Counter()).update(
            {name: int(str(count)) for name, count in counts.items()}
        )
    bodies = {agency.id: agency for agency in agencies.values()}
    found = [
        AgencyLoad(bodies[one], sums[one]["tasks"], sums[one]["owned"], sums[one]["documents"], by)
        for one, by in roles.items()
    ]
    return sorted(found, key=lambda load: (-load.owned, -load.tasks, load.agency.id))


def partners(query: Query, chosen: Selection, within: Selection) -> list[Partners]:
    """The pairs of agencies that work on one task, those with most shared tasks first.

    `chosen`: agencies as `body b`, one of which is in every pair and stands first (where both are
    chosen, the one whose id does); `within`: documents as `plan p`.
    """
    roles = sorted(map(str, WORKING_ROLES))
    # Of all agencies every pair would come twice.
    other = "s.agency <> r.agency" if chosen.values else "s.agency > r.agency"
    rows = query(
        f"""
        SELECT one.body, other.body, count(*), count(DISTINCT one.plan),
            sum(owns > other_owns), sum(owns < other_owns)
        FROM (
            SELECT r.agency AS first, s.agency AS second, max(r.owns) AS owns,
                max(s.owns) AS other_owns
            FROM part r JOIN part s ON s.task = r.task AND {other}
            WHERE r.role IN ({marks(roles)}) AND s.role IN ({marks(roles)}) AND r.agency IN (
                SELECT n.id FROM naming n JOIN body b ON b.id = n.body JOIN plan p ON p.id = n.plan
                WHERE {chosen.where} AND {within.where})
            GROUP BY r.task, r.agency, s.agency)
        JOIN naming one ON one.id = first JOIN naming other ON other.id = second
        GROUP BY one.body, other.body
        """,
        [*roles, *roles, *chosen.values, *within.values],
    )
    agencies = _agencies(query)
    sums: dict[tuple[str, str], Counter[str]] = {}
    for one, two, *counts in rows:
        tasks, documents, leads, led = (int(str(count)) for count in counts)
        ends = (agencies[one].id, agencies[two].id)
        if not chosen.values and ends[0] > ends[1]:
            ends, leads, led = (ends[1], ends[0]), led, leads
        counted = {"tasks": tasks, "documents": documents, "leads": leads, "led": led}
        sums.setdefault(ends, Counter()).update(counted)
    bodies = {agency.id: agency for agency in agencies.values()}
    found = [
        Partners(bodies[one], bodies[two], n["tasks"], n["documents"], n["leads"], n["led"])
        for (one, two), n in sums.items()
        if one < two or (two, one) not in sums
    ]
    return sorted(found, key=lambda pair: (-pair.tasks, pair.first.id, pair.second.id))


def _agencies(query: Query) -> dict[object, Agency]:
    """Every body as an agency, those of one id alike: what sorts first of what is said of it."""
    rows = query("SELECT b.id, min(b.json) OVER (PARTITION BY b.agency_id) FROM body b", ())
    return {body: agency_of(str(json)) for body, json in rows}
