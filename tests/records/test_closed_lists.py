"""The closed lists of the contract, word for word: a renamed value breaks every reader."""

from __future__ import annotations

from enum import StrEnum

import pytest

from vnplan import records
from vnplan.records import (
    AgencyKind,
    AgencyLevel,
    Basis,
    Change,
    Comparator,
    DeadlineKind,
    DocumentType,
    FundingSource,
    Relation,
    ResponsibilityRole,
    SectionKind,
    SectionRole,
    Severity,
    TaskForm,
)

CLOSED: list[tuple[type[StrEnum], str]] = [
    (SectionKind, "part chapter section subsection article clause point heading bullet field paragraph appendix attachment table row"),
    (SectionRole, "preamble legal_basis purpose scope target task funding organization reporting closing signature recipients appendix other"),
    (AgencyKind, "ministry department peoples_committee peoples_council party mass_organization professional_association police_military court_procuracy central_branch public_unit school enterprise person group other"),
    (AgencyLevel, "central province district commune"),
    (Relation, "legal_basis implements proposal amends supplements replaces repeals attached_to approves guides refers"),
    (DeadlineKind, "point period recurring relative continuous vague"),
    (Comparator, "eq ge gt le lt approx"),
    (Change, "reach increase decrease maintain"),
    (TaskForm, "bullet sentence block row"),
    (Basis, "stated heading label column subject"),
    (ResponsibilityRole, "lead implement coordinate direct advise monitor appraise approve fund receive_report"),
    (FundingSource, "state_budget central_budget local_budget science_budget program socialized enterprise donor other"),
    (Severity, "info warning error"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("enumeration", "values"), CLOSED, ids=lambda it: getattr(it, "__name__", "")
)
def test_values_are_those_of_the_contract(enumeration: type[StrEnum], values: str) -> None:
    assert [member.value for member in enumeration] == values.split()


def test_document_types_named_in_the_contract_are_there() -> None:
    named = "plan decision directive resolution decree circular program notice report submission official_letter telegram law other"
    assert set(named.split()) <= {member.value for member in DocumentType}


# Nghị định 30/2020/NĐ-CP Điều 7: the 29 administrative types and the 3 kinds of copies
ADMINISTRATIVE = """
    resolution decision directive statute regulation announcement notice guidance program plan
    option scheme project report minutes submission contract telegram memorandum agreement
    authorization invitation introduction leave_permit dispatch_slip transfer_slip notice_slip
    official_letter public_letter true_copy extract recopy
"""


def test_every_administrative_type_of_decree_30_is_there() -> None:
    assert len(set(ADMINISTRATIVE.split())) == 29 + 3
    assert set(ADMINISTRATIVE.split()) <= {member.value for member in DocumentType}


def test_every_enumeration_is_of_lower_case_identifiers() -> None:
    for name in records.__all__:
        thing = getattr(records, name)
        if isinstance(thing, type) and issubclass(thing, StrEnum):
            for member in thing:
                assert member.value.isidentifier()
                assert member.value == member.name.lower()
