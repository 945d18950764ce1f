"""Every word of a page is in the data file, in both languages, and every word there is used."""

from __future__ import annotations

import ast
import json
import re
from enum import StrEnum
from importlib.resources import files

import pytest

import vnplan
from vnplan import (
    AgencyKind,
    AgencyLevel,
    Comparator,
    DeadlineKind,
    FundingSource,
    Relation,
    ResponsibilityRole,
    Secrecy,
    Severity,
    Urgency,
)
from vnplan.exports.page.items import KINDS
from vnplan.exports.page.labels import LANGUAGES, inert, labels, marked, said
from vnplan.records import Change

_LISTS: dict[str, type[StrEnum]] = {
    "agency_kind": AgencyKind,
    "change": Change,
    "comparator": Comparator,
    "funding": FundingSource,
    "level": AgencyLevel,
    "relation": Relation,
    "role": ResponsibilityRole,
    "secrecy": Secrecy,
    "severity": Severity,
    "time": DeadlineKind,
    "urgency": Urgency,
}
_OPEN = {*_LISTS, "code", "freq", "note"}


@pytest.mark.parametrize("table", sorted(_LISTS))
def test_every_value_of_a_closed_list_has_a_label(table: str) -> None:
    assert {f"{table}.{value}" for value in _LISTS[table]} <= set(labels())


@pytest.mark.parametrize("table", ["kind", "one"])
def test_every_kind_of_record_has_a_label(table: str) -> None:
    assert {f"{table}.{kind}" for kind in KINDS} <= set(labels())


def test_every_finding_of_readers_and_parsers_has_a_label() -> None:
    """The codes are the first arguments and `code=` of calls; integrity findings are for authors."""
    found = set()
    for room in ("readers", "parsers"):
        for path in sorted(files(vnplan).joinpath(room).rglob("*.py")):  # type: ignore[attr-defined]
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call):
                    found |= {
                        given.value.value
                        for given in node.keywords
                        if given.arg == "code" and isinstance(given.value, ast.Constant)
                    }
    assert found
    assert {f"code.{one}" for one in found if isinstance(one, str)} <= set(labels())


def _used() -> set[str]:
    keys = set()
    folder = files("vnplan.exports.page")
    sources = [one for one in folder.iterdir() if one.name.endswith((".py", ".js"))]
    sources += list(folder.joinpath("templates").iterdir())
    for one in sources:
        if one.name.endswith((".py", ".js", ".j2")):
            keys |= set(re.findall(r"[\"'`]([a-z_]+\.[a-z_]+)[\"'`]", one.read_text("utf-8")))
    return keys


def test_no_label_is_missing_and_none_is_left_over() -> None:
    tables = {key.partition(".")[0] for key in labels()}
    used = {key for key in _used() if key.partition(".")[0] in tables and "${" not in key}
    names = {"page.css", "page.js", "table.list"}
    assert used - set(labels()) - names == set()
    built = _OPEN | {"kind", "one", "view", "graph"}
    assert {key for key in labels() if key.partition(".")[0] not in built} - used == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_are_said(lang: str) -> None:
    silent = {key for key, label in labels().items() if not getattr(label, lang).strip()}
    assert silent == {"comparator.eq"}


def test_a_finding_of_a_later_version_is_its_own_label() -> None:
    assert said("code.something-new", "vi") == "something-new"
    assert marked("code.<b>", "vi") == "<span>&lt;b&gt;</span>"


@pytest.mark.parametrize("text", ["</script>", "<!--", "<script>", "<SCRIPT", "</"])
def test_data_cannot_leave_its_element(text: str) -> None:
    held = inert(f'"{text}"')
    assert re.search(r"</|<!|<script", held, re.IGNORECASE) is None
    assert json.loads(held) == text
