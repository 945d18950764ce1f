"""Words: every key that is used is in the table, in both languages, and none is idle."""

from __future__ import annotations

from pathlib import Path

import pytest
import regex

from vnplan.exports.page.labels import labels
from vnplan.web.api.endpoints import ENDPOINTS
from vnplan.web.downloads import DOWNLOADS
from vnplan.web.entry import State
from vnplan.web.language import Words, _file, _table

WEB = Path(__file__).resolve().parents[2] / "src" / "vnplan" / "web"


def sources() -> str:
    return "\n".join(
        path.read_text(encoding="utf-8")
        for path in sorted(WEB.rglob("*"))
        if path.suffix in (".html", ".py")
    )


def test_every_key_that_is_written_out_is_in_the_table() -> None:
    used = set(regex.findall(r"""\b(?:t|words)\("([a-z]+\.[a-z_-]+)"[,)]""", sources()))
    assert len(used) > 100
    assert used <= set(_table())


PUT_TOGETHER = {"part", "problem", "refusal", "download", "operation"}  # "problem." ~ code
LISTED = {f"site.{name}" for name in ("documents", "tasks", "agencies", "instruments", "compare")}
STATES = {f"home.{state.value}" for state in State}


def test_every_key_is_used() -> None:
    text = sources()
    written = {key for key in _table() if f'"{key}"' in text}
    families = {key for key in _table() if key.partition(".")[0] in PUT_TOGETHER}
    assert set(_table()) == written | families | LISTED | STATES


def test_every_download_has_a_name() -> None:
    assert {f"download.{name}" for name in DOWNLOADS} <= set(_table())


def test_every_operation_of_the_api_says_what_it_does() -> None:
    told = {key.partition(".")[2] for key in _table() if key.startswith("operation.")}
    assert told == {endpoint.name for endpoint in ENDPOINTS}


def test_both_languages_say_it_with_the_same_values() -> None:
    for key, (vi, en) in _table().items():
        assert vi, key
        assert en, key
        assert regex.findall(r"\{\w*\}", vi) == regex.findall(r"\{\w*\}", en), key


def test_codes_of_refusals_have_words() -> None:
    text = sources()
    codes = set(regex.findall(r'Refused\(\s*\d+, "([a-z-]+)"', text))
    codes |= set(regex.findall(r'BadCorrection\("([a-z-]+)"', text)) - {"no-task"}
    codes |= set(regex.findall(r'self\.problem = "([a-z-]+)"', text))
    assert {f"problem.{code}" for code in codes} <= set(_table())


@pytest.mark.parametrize(
    "kind, value", [("role", "lead"), ("relation", "implements"), ("time", "recurring")]
)
def test_words_of_records_are_those_of_the_review_page(kind: str, value: str) -> None:
    assert Words("vi").record(kind, value) == labels()[f"{kind}.{value}"].vi


@pytest.mark.parametrize(
    "reason, told",
    [
        ("is empty", "tệp trống"),
        ("is too large (70 MiB, the limit is 64 MiB)", "tệp quá lớn (70 MiB, the limit is 64 MiB)"),
        ("is PDF; reading it needs pypdfium2: pip install 'vnplan[pdf]'",
         "là PDF; máy chủ cần cài pypdfium2 để đọc (pip install 'vnplan[pdf]')"),
        ("took longer than 300 s", "đọc quá 300 giây nên đã dừng"),
        ("internal error, ValueError: x", "lỗi bên trong chương trình"),
        ("something new", "something new"),
        (None, ""),
    ],
)  # fmt: skip
def test_reasons(reason: str | None, told: str) -> None:
    assert Words("vi").reason(reason) == told
    assert Words("en").reason(reason) == (reason or "")


def test_patterns_of_reasons_are_whole() -> None:
    assert all(len(row) == 2 for row in _file()["reasons"]["all"])
