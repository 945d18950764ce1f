"""What vnplan promises to its users: immutable, typed records, one module a family.

Import from here: `from vnplan.records import Plan, Span, Task`.
"""

from __future__ import annotations

from vnplan.records.agency import Agency, AgencyKind, AgencyLevel, AgencyMention
from vnplan.records.citation import Citation, Pinpoint, Relation
from vnplan.records.deadline import Deadline, DeadlineKind
from vnplan.records.diagnostic import Diagnostic, Severity
from vnplan.records.funding import Funding, FundingSource
from vnplan.records.header import Header, Secrecy, Signer, Urgency
from vnplan.records.integrity import faults
from vnplan.records.number import DocumentNumber
from vnplan.records.ownership import Ownership
from vnplan.records.plan import SCHEMA_VERSION, Abbreviation, Plan, PlanFormatError, Source
from vnplan.records.quantity import Change, Comparator, Quantity
from vnplan.records.record import Grounded, Record
from vnplan.records.section import Section, SectionKind, SectionRole
from vnplan.records.span import Span
from vnplan.records.target import Target
from vnplan.records.task import Basis, Responsibility, ResponsibilityRole, Task, TaskForm
from vnplan.records.type import DocumentType

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
    "Deadline",
    "DeadlineKind",
    "Diagnostic",
    "DocumentNumber",
    "DocumentType",
    "Funding",
    "FundingSource",
    "Grounded",
    "Header",
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
    "Urgency",
    "faults",
]
