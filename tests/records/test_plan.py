"""A Plan is immutable, closed and survives JSON; its methods read only itself."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from typing import Annotated, Any, get_args, get_origin

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from vnplan import records
from vnplan.records import (
    SCHEMA_VERSION,
    Agency,
    Citation,
    Diagnostic,
    DocumentNumber,
    Header,
    Plan,
    PlanFormatError,
    Quantity,
    Record,
    Source,
    Span,
)

SOURCE = Source(media_type="text/plain", sha256="0" * 64, reader="text")


def plan(text: str = "", **fields: Any) -> Plan:
    return Plan(id="urn:lex:vn", source=SOURCE, text=text, **fields)


def models() -> list[type[BaseModel]]:
    exported = (getattr(records, name) for name in records.__all__)
    return [it for it in exported if isinstance(it, type) and issubclass(it, BaseModel)]


words = st.text('aăđếụ Ð\n"\\&\u200b😀', min_size=1, max_size=5)
spans = st.tuples(st.integers(0, 9), st.integers(0, 9)).map(
    lambda ends: Span(start=min(ends), end=max(ends))
)
figures = st.decimals(-(10**9), 10**9, places=3)


def strategy_for(annotation: Any) -> st.SearchStrategy[Any]:
    """Any valid value of a field, from its type."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if annotation is Span:
        return spans
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return filled(annotation)
    if origin is tuple:
        return st.lists(strategy_for(arguments[0]), max_size=2).map(tuple)
    if origin is Annotated:
        return strategy_for(arguments[0])
    if arguments:
        return st.one_of(*map(strategy_for, arguments))
    return words if annotation is str else st.from_type(annotation)


def filled(model: type[Record]) -> st.SearchStrategy[Any]:
    """Records of one kind with every field filled at random."""
    fixed: dict[str, st.SearchStrategy[Any]] = {}
    if model is Plan:
        fixed["schema_version"] = st.just(SCHEMA_VERSION)
    if model is Source:
        fixed["sha256"] = st.just("0" * 64)
    if model is Quantity:
        fixed |= {"value": figures, "upper": st.none() | figures}
    if model is DocumentNumber:
        fixed["year"] = st.none() | st.integers(1945, 2100)
    chosen = {
        name: fixed[name] if name in fixed else strategy_for(field.annotation)
        for name, field in model.model_fields.items()
    }
    return st.builds(model, **chosen)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(filled(Plan))
def test_json_round_trip_is_lossless(before: Plan) -> None:
    text = before.to_json()
    after = Plan.from_json(text)
    assert after == before
    assert after.to_json() == text
    assert Plan.from_json(before.to_json(indent=2).encode()) == before
    assert json.loads(text) == before.model_dump(mode="json")


def test_json_has_every_field_in_the_order_of_the_contract() -> None:
    head = "schema_version id source text pages header abbreviations sections agencies mentions citations targets deadlines tasks funding diagnostics"
    assert list(json.loads(plan().to_json())) == head.split()
    header = json.loads(plan().to_json())["header"]
    assert header["parent_authority"] is None
    assert header["recipients"] == []


def test_json_keeps_vietnamese_readable() -> None:
    assert '"text":"Kế hoạch"' in plan("Kế hoạch").to_json()


# The fields of records.md, so that none is renamed or lost.
CONTRACT = {
    "Plan": "schema_version id source text pages header abbreviations sections agencies mentions citations targets deadlines tasks funding diagnostics",
    "Source": "uri media_type sha256 encoding reader",
    "Abbreviation": "short long span",
    "Diagnostic": "code severity message span",
    "Header": "parent_authority issuer issuer_id number place issued_on type type_name title urgency secrecy is_draft signers recipients file_code",
    "Signer": "authority capacity title name",
    "DocumentNumber": "raw canonical serial year type_code issuer_codes",
    "Section": "id parent_id kind label heading span role",
    "Agency": "id name short kind level jurisdiction is_group known",
    "AgencyMention": "agency_id span text",
    "Citation": "id number type type_name issued_on issuer title relation pinpoint target_id section_id text span within",
    "Deadline": "id text kind start end recurrence anchor offset approximate inferred section_id span",
    "Target": "id text subject indicator quantity deadline_id owner_ids section_id span",
    "Quantity": "value upper unit comparator change per",
    "Task": "id text action form responsibilities deadline_ids target_ids citation_ids deliverable beneficiaries place section_id span",
    "Responsibility": "agency_id role basis span",
    "Funding": "id text source amount section_id span",
}


@pytest.mark.parametrize(("name", "fields"), CONTRACT.items(), ids=list(CONTRACT))
def test_the_fields_of_the_contract_are_there(name: str, fields: str) -> None:
    assert set(fields.split()) <= set(getattr(records, name).model_fields)


def described() -> Iterator[tuple[str, str, str | None]]:
    for model in models():
        for name, field in model.model_fields.items():
            yield model.__name__, name, field.description


@pytest.mark.parametrize(("model", "field", "description"), list(described()))
def test_every_field_is_described(model: str, field: str, description: str | None) -> None:
    assert description, f"{model}.{field}"


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_records_are_frozen_closed_and_hold_tuples(model: type[BaseModel]) -> None:
    assert model.model_config.get("frozen") is True
    assert model.model_config.get("extra") == "forbid"
    assert not any("list[" in str(field.annotation) for field in model.model_fields.values())


def test_a_record_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        plan().text = "khác"


def test_records_are_values() -> None:
    assert len({plan("a"), plan("a"), plan("b")}) == 2


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(ValidationError, match="extra"):
        Agency.model_validate({"id": "a", "name": "Sở Tài chính", "phone": "0208"})


@pytest.mark.parametrize(
    ("model", "fields"),
    [
        (Agency, {"id": "a", "name": ""}),
        (Header, {"place": ""}),
        (Header, {"recipients": [""]}),
        (Diagnostic, {"code": "", "severity": "info", "message": "m"}),
    ],
)
def test_an_empty_string_is_never_a_value(model: type[Record], fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match="at least 1 character"):
        model.model_validate(fields)


def test_a_value_outside_a_closed_list_is_refused() -> None:
    with pytest.raises(ValidationError, match="relation"):
        Citation.model_validate(
            {"id": "c", "text": "t", "span": {"start": 0, "end": 1}, "relation": "cites"}
        )


def test_dates_are_iso_8601() -> None:
    header = Header(issued_on=datetime.date(2021, 12, 22))
    assert header.model_dump(mode="json")["issued_on"] == "2021-12-22"


VERSIONS = [
    ("2.0", "contract version 2.0"),
    ("1.999", "contract version 1.999"),
    ("0.9", "contract version 0.9"),
    ("", "form major.minor"),
    ("1", "form major.minor"),
    ("9" * 5000, "form major.minor"),
]


@pytest.mark.parametrize(("version", "message"), VERSIONS, ids=[row[0][:5] for row in VERSIONS])
def test_a_plan_of_another_contract_is_named_as_such(version: str, message: str) -> None:
    raw = json.loads(plan().to_json()) | {"schema_version": version, "new_field": 1}
    with pytest.raises(PlanFormatError, match=message) as refused:
        Plan.from_json(json.dumps(raw))
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 300


@pytest.mark.parametrize(
    "data", ["", "{", "[]", "null", "{}", b"\xff\xfe", b"\x00", '{"id": ["\\n\\n"]}', '{"%s": 1}' % ("x\\n" * 500), "[" * 5000]
)  # fmt: skip
def test_what_is_no_plan_gets_one_clear_line(data: str | bytes) -> None:
    with pytest.raises(PlanFormatError, match="not a plan of contract") as refused:
        Plan.from_json(data)
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 300


def test_slice_gives_the_words_as_they_stand() -> None:
    text = "Sở Lao\nđộng"
    agency = records.AgencyMention(agency_id="a", text="Sở Lao động", span=Span(start=0, end=11))
    assert plan(text).slice(agency) == "Sở Lao\nđộng"
    assert plan(text).slice(Span(start=3, end=6)) == "Lao"


# Two pages, "trang 1" and "trang 2", with a form feed between them that belongs to neither.
PAGES = (Span(start=0, end=7), Span(start=8, end=15))


@pytest.mark.parametrize(
    ("start", "end", "page"),
    [(0, 0, 1), (0, 7, 1), (6, 9, 1), (7, 9, 2), (8, 9, 2), (14, 15, 2), (15, 15, 2)],
)
def test_page_of_is_where_it_begins(start: int, end: int, page: int) -> None:
    document = plan("trang 1\ftrang 2", pages=PAGES)
    assert document.page_of(Span(start=start, end=end)) == page


def test_page_of_knows_nothing_without_pages() -> None:
    assert plan("trang 1").page_of(Span(start=0, end=1)) is None


def test_page_of_takes_a_record() -> None:
    mention = records.AgencyMention(agency_id="a", text="2", span=Span(start=14, end=15))
    assert plan("trang 1\ftrang 2", pages=PAGES).page_of(mention) == 2


def test_an_empty_page_does_not_hold_what_follows() -> None:
    pages = (Span(start=0, end=3), Span(start=3, end=3), Span(start=3, end=6))
    assert plan("mộthai", pages=pages).page_of(Span(start=3, end=6)) == 3
