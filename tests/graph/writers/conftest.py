"""Graphs of real documents, and one whose every text is an attack on the format."""

from __future__ import annotations

from typing import Any

import pytest

from vnplan.graph import citations, responsibility
from vnplan.records import Plan

HOSTILE = (
    'x"]; evil [label="y',
    "'}) DETACH DELETE n; //",
    "\\u0027}) DETACH DELETE n; //",
    "\\\\u0027 \\",
    '=HYPERLINK("http://a","b")',
    "@SUM(1)",
    "+1+cmd|' /C calc'!A0",
    "- Chủ trì: Sở Y tế",
    "1. Sở Tài chính",
    "%%{init: {'theme': 'x'}}%%",
    '"]\n  evil --> n0',
    "<script>alert(1)</script> & </data>",
    "&lt;b&gt; #quot; #35;",
    "click n0 call x()",
    "`**đậm**` _x_",
    "a\x00b\x0cc\x1fd\ufffee",
    "😀 Đề án ‘Hỗ trợ’\u2028dòng",
    "end",
    ";|{}[]<>()",
)


@pytest.fixture(scope="session")
def duties(founding: tuple[Plan, Plan]) -> Any:
    return responsibility(founding, partners=True)


@pytest.fixture(scope="session")
def cited(founding: tuple[Plan, Plan]) -> Any:
    return citations(founding)


@pytest.fixture(scope="session", params=HOSTILE)
def hostile(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="session")
def attacked(make: Any, hostile: str) -> Any:
    """A responsibility graph with one text wherever a document can put one."""
    plan = make.plan(
        hostile,
        id=f"urn:{hostile}",
        agencies=(make.agency(f"{hostile}", name=hostile, short=hostile),),
        tasks=(make.task(hostile, (hostile, "lead"), text=hostile, action=hostile),),
        text=hostile * 20,
    )
    return responsibility([plan])
