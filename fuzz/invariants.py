"""What must hold of any document, and what breaks it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from itertools import chain
from typing import Final

import vnplan
from vnplan.readers import UnreadableDocument
from vnplan.records import Citation, Deadline, Funding, Plan, Target, Task
from vnplan.records.integrity import faults

_AT_ONCE: Final = 3.0
_A_CHARACTER: Final = 0.0005
"""Seconds of the processor that any document may take, and for each of its characters besides:
twenty times what it takes."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a document: its Plan as JSON or why it is none; what is broken, if anything.

    `broken` begins with one word for the invariant, by which like is put to like.
    """

    result: str
    broken: str | None = None


def verdict(document: str | bytes, *, again: bool = False) -> Verdict:
    """Reads and parses a document and checks all that must hold of it; `again`: twice."""
    start = time.process_time()
    try:
        plan = _parsed(document)
    except UnreadableDocument as refused:
        said = str(refused)
        plain = said.isprintable() and len(said) < 500
        return Verdict(said, None if plain else f"refusal: {said!r}")
    except MemoryError:
        return Verdict("", "memory: took more than there is")
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        return Verdict("", f"raises: {where(error)}")
    seconds = time.process_time() - start
    if seconds > _AT_ONCE + _A_CHARACTER * len(document):
        return Verdict(plan.to_json(), f"slow: {seconds:.1f} s for {len(document)} characters")
    json = plan.to_json()
    return Verdict(json, _broken(document, plan, json, again=again))


def _parsed(document: str | bytes) -> Plan:
    if isinstance(document, str):
        return vnplan.parse(document)
    return vnplan.parse_bytes(document)


def _broken(document: str | bytes, plan: Plan, json: str, *, again: bool) -> str | None:
    for fault in faults(plan):
        return f"integrity: {fault.code}: {fault.message}"
    if Plan.from_json(json) != plan:
        return "json: does not come back as it went"
    for citation in plan.citations:
        if not _in_order(citation.text, plan.slice(citation)):
            return f"slice: {citation.id} says {citation.text!r}, not {plan.slice(citation)!r}"
    records: chain[Citation | Target | Deadline | Task | Funding] = chain(
        plan.citations, plan.targets, plan.deadlines, plan.tasks, plan.funding
    )
    for record in records:
        if not plan.slice(record).strip():
            return f"empty: {record.id} is grounded in nothing"
    if again and _parsed(document).to_json() != json:
        return "repeat: another Plan the second time"
    return None


def _in_order(words: str, evidence: str) -> bool:
    """Whether all of the words are in the evidence, in their order.

    What stands between them there may be a rule, a page number, or the column beside.
    """
    rest = iter("".join(evidence.split()))
    return all(character in rest for character in "".join(words.split()))


def where(error: BaseException) -> str:
    """The kind of an error and the place in vnplan that it comes from: like errors are alike."""
    place, trace = "", error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if "vnplan" in file and "fuzz" not in file:
            place = f"{file.rpartition('vnplan/')[2]}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(error).__name__} in {place}: {' '.join(str(error).split())[:200]}"
