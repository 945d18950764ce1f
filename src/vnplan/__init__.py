"""Vietnamese administrative documents (văn bản hành chính) as typed, grounded records.

    import vnplan

    plan = vnplan.parse_file("232-KH-UBND.md")
    plan.header.issuer                           # 'Ủy ban nhân dân tỉnh Thái Nguyên'
    plan.text[plan.citations[0].span.start : plan.citations[0].span.end]

Importing this package loads nothing else: each name below is imported from its room when it is
first asked for, so that a script pays only for what it uses.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from vnplan._version import __version__

if TYPE_CHECKING:
    from vnplan.lexicon.agencies import Lexicon
    from vnplan.lexicon.extra import LexiconError
    from vnplan.pipeline import parse, parse_bytes, parse_file
    from vnplan.readers import UnreadableDocument
    from vnplan.records import (
        SCHEMA_VERSION,
        Abbreviation,
        Agency,
        AgencyKind,
        AgencyLevel,
        AgencyMention,
        Basis,
        Change,
        Citation,
        Comparator,
        Deadline,
        DeadlineKind,
        Diagnostic,
        DocumentNumber,
        DocumentType,
        Funding,
        FundingSource,
        Grounded,
        Header,
        Ownership,
        Pinpoint,
        Plan,
        PlanFormatError,
        Quantity,
        Record,
        Relation,
        Responsibility,
        ResponsibilityRole,
        Secrecy,
        Section,
        SectionKind,
        SectionRole,
        Severity,
        Signer,
        Source,
        Span,
        Target,
        Task,
        TaskForm,
        Urgency,
    )
    from vnplan.store import Corpus, UnreadableStore, index, open
else:
    # Hidden from type checkers, which would take any attribute for granted.

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        room = _ROOMS.get(name, "records")
        value = globals()[name] = getattr(import_module(f"vnplan.{room}"), name)
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})


_ROOMS = {
    "Corpus": "store",
    "Lexicon": "lexicon.agencies",
    "LexiconError": "lexicon.extra",
    "UnreadableDocument": "readers",
    "UnreadableStore": "store",
    "index": "store",
    "open": "store",
    "parse": "pipeline",
    "parse_bytes": "pipeline",
    "parse_file": "pipeline",
}
"""Where a public name comes from; all others are records."""

__all__ = [
    "SCHEMA_VERSION",
    "Abbreviation",
    "Agency",
    "AgencyKind",
    "AgencyLevel",
    "AgencyMention",
    "Basis",
    "Change",
    "Citation",
    "Comparator",
    "Corpus",
    "Deadline",
    "DeadlineKind",
    "Diagnostic",
    "DocumentNumber",
    "DocumentType",
    "Funding",
    "FundingSource",
    "Grounded",
    "Header",
    "Lexicon",
    "LexiconError",
    "Ownership",
    "Pinpoint",
    "Plan",
    "PlanFormatError",
    "Quantity",
    "Record",
    "Relation",
    "Responsibility",
    "ResponsibilityRole",
    "Secrecy",
    "Section",
    "SectionKind",
    "SectionRole",
    "Severity",
    "Signer",
    "Source",
    "Span",
    "Target",
    "Task",
    "TaskForm",
    "UnreadableDocument",
    "UnreadableStore",
    "Urgency",
    "__version__",
    "index",
    "open",
    "parse",
    "parse_bytes",
    "parse_file",
]
