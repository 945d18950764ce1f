"""What vnplan adds to spaCy's objects: `doc._.plan`, `doc._.unreadable`, `span._.record`.

The Plan travels as JSON in `doc.user_data`, so that it survives `DocBin(store_user_data=True)`,
`doc.to_bytes()` and the way between processes.
"""

from __future__ import annotations

from functools import lru_cache

from spacy.tokens import Doc, Span

from vnplan.pipes.groups import records
from vnplan.records import Plan

PLAN = "vnplan.plan"
UNREADABLE = "vnplan.unreadable"


@lru_cache(maxsize=64)
def _plan(json: str) -> Plan:
    return Plan.from_json(json)


@lru_cache(maxsize=64)
def _records(json: str) -> dict[str, object]:
    return records(_plan(json))


def plan_of(doc: Doc) -> Plan | None:
    """The Plan read from a Doc; None before the pipe, and for a text that cannot be read.

    Its spans count in `plan.text`, the text in normal form, which may differ from `doc.text`.
    """
    json = doc.user_data.get(PLAN)
    return _plan(json) if json is not None else None


def unreadable(doc: Doc) -> str | None:
    """Why there is no Plan, in one line; None when there is one."""
    reason: str | None = doc.user_data.get(UNREADABLE)
    return reason


def record(span: Span) -> object | None:
    """The record behind a span of `doc.spans`: a Task, a Target …; of an agency the mention.

    None for any other span.
    """
    json = span.doc.user_data.get(PLAN)
    return _records(json).get(span.id_) if json is not None else None


def register() -> None:
    """Makes them known to spaCy; done once, by importing `vnplan.pipes`."""
    Doc.set_extension("plan", getter=plan_of, force=True)
    Doc.set_extension("unreadable", getter=unreadable, force=True)
    Span.set_extension("record", getter=record, force=True)
