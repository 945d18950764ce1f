"""A page holds the whole document and all its records, and nothing of it can act."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from lxml import html
from tests.exports.any_plans import plans

from vnplan import (
    Agency,
    AgencyMention,
    Citation,
    Deadline,
    DeadlineKind,
    Diagnostic,
    Header,
    Plan,
    Section,
    SectionKind,
    Severity,
    Source,
    Span,
    Task,
    TaskForm,
)
from vnplan.exports.page import Hooks, policy, render, script, stylesheet
from vnplan.exports.page.items import Items
from vnplan.exports.page.quantities import quantity
from vnplan.records import Change, Comparator, Quantity

_ACTING = {"iframe", "object", "embed", "form", "base", "img", "video", "audio", "template"}


def _read(text: str) -> Any:
    """The page as lxml has it, whose stubs know little of HTML."""
    return html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))


def _letters(text: str) -> str:
    return re.sub(r"[^\w]", "", re.sub(r"U\+[0-9A-F]{4}", "", text))


def _elements(page: Any) -> Iterator[Any]:
    return (one for one in page.iter() if isinstance(one.tag, str))


def _harmless(text: str) -> Any:
    """The page read as a browser does; fails where something of a document could act."""
    text.encode("utf-8")
    page = _read(text)
    for one in _elements(page):
        assert one.tag not in _ACTING
        for name, value in one.attrib.items():
            assert not name.startswith("on"), (one.tag, name)
            assert name != "style"
            if name in ("href", "src", "action", "formaction", "xlink:href"):
                assert value.startswith("#") or value in ("data:,",), value
    scripts = page.findall(".//script")
    assert [one.get("id") for one in scripts] == ["facts", "labels", None]
    assert scripts[-1].text == script()
    for one in scripts[:-1]:
        assert isinstance(json.loads(one.text), dict)
    assert page.findtext(".//style") == stylesheet()
    return page


@settings(max_examples=40)
@given(plans())
def test_whatever_a_plan_holds(plan: Plan) -> None:
    text = render(plan)
    page = _harmless(text)
    paper = page.get_element_by_id("paper")
    assert _letters(paper.text_content()) == _letters(plan.text)
    assert render(plan) == text


_HOSTILE = (
    "<script>alert(1)</script>", "</script><script>alert(1)</script>", "<!-- <script>", "]]>",
    '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)", "javascript:alert(1)", "{{ 7*7 }}",
    "</textarea><svg/onload=alert(1)>", "\u202egnp.exe", "a\x00b\x1b[31m", "&lt;b&gt;", "x" * 400,
)  # fmt: skip


def _hostile(words: str) -> Plan:
    """A plan with the same words in every field that takes any."""
    text = f"{words}\n\nI. {words}\n- {words}\n"
    whole = Span(start=0, end=len(text))
    first = Span(start=0, end=len(words))
    return Plan.model_construct(
        **dict(
            Plan(
                id="urn:lex:vn",
                source=Source(media_type="text/plain", sha256="0" * 64, reader="plain"),
                text="",
            )
        )
        | {
            "id": words,
            "source": Source(
                uri=f"javascript:{words}", media_type=words, sha256="0" * 64, reader=words
            ),
            "text": text,
            "header": Header(issuer=words, title=words, place=words, recipients=(words,), span=first),
            "sections": (
                Section(id=words, kind=SectionKind.HEADING, label=words, heading=words, span=whole),
            ),
            "agencies": (Agency(id=words, name=words, short=words, jurisdiction=words),),
            "mentions": (AgencyMention(agency_id=words, text=words, span=first),),
            "citations": (
                Citation(id=words, text=words, span=first, title=words, issuer=words, target_id=words),
            ),
            "deadlines": (
                Deadline(id=words, text=words, span=first, kind=DeadlineKind.RELATIVE, anchor=words, recurrence=words),
            ),
            "tasks": (
                Task(id=words, text=words, span=whole, form=TaskForm.BULLET, action=words + "!", deliverable=words, deadline_ids=(words,), citation_ids=(words,), section_id=words),
            ),
            "diagnostics": (
                Diagnostic(code=words, severity=Severity.WARNING, message=words, span=whole),
            ),
        }
    )  # fmt: skip


@pytest.mark.parametrize("words", _HOSTILE)
def test_hostile_words_in_every_field(words: str) -> None:
    page = _harmless(render(_hostile(words)))
    assert page.xpath("count(//img)") == 0
    text = render(_hostile(words))
    assert (
        re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text) is None
    )


def test_every_record_is_on_its_words(founding: tuple[Plan, ...]) -> None:
    for plan in founding:
        page = _read(render(plan))
        marked: dict[str, str] = {}
        for piece in page.xpath("//*[@id='paper']//*[@data-r]"):
            for key in piece.get("data-r").split():
                marked[key] = marked.get(key, "") + piece.text_content()
        for item in Items(plan, "vi").all:
            said = "".join(plan.slice(span) for span in item.spans)
            assert _letters(marked.get(item.key, "")) == _letters(said), item.key
            assert page.get_element_by_id(f"i-{item.key}") is not None


def test_every_way_to_a_record_leads_somewhere(founding: tuple[Plan, ...]) -> None:
    for plan in founding:
        page = _read(render(plan))
        ids = set(page.xpath("//@id"))
        places = {key for value in page.xpath("//@data-r") for key in value.split()}
        for go in page.xpath("//@data-go"):
            assert go[1:] in ids if go.startswith("#") else f"i-{go}" in ids or go in places, go
        for address in page.xpath("//nav//a/@href"):
            assert address[1:] in ids
        for ref in page.xpath("//@aria-controls | //@aria-labelledby"):
            assert set(ref.split()) <= ids
        facts = json.loads(page.get_element_by_id("facts").text)
        assert {f"i-{key}" for key in facts} <= ids
        assert len(ids) == len(page.xpath("//@id"))


def test_the_policy_names_the_scripts_and_styles_of_the_page(founding: tuple[Plan, ...]) -> None:
    text = render(founding[0])
    page = _read(text)
    allowed = page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    assert allowed == policy()
    assert allowed.startswith("default-src 'none'; ")
    assert "unsafe" not in allowed
    for kind, pattern in (
        ("script", r"<script>(.*?)</script>"),
        ("style", r"<style>(.*?)</style>"),
    ):
        for held in re.findall(pattern, text, re.DOTALL):
            digest = base64.b64encode(hashlib.sha256(held.encode()).digest()).decode()
            assert re.search(rf"{kind}-src [^;]*'sha256-{re.escape(digest)}'", allowed)


def test_the_same_plan_gives_the_same_page(founding: tuple[Plan, ...]) -> None:
    for plan in founding:
        again = Plan.from_json(plan.to_json())
        assert render(plan) == render(again)


def test_it_opens_in_either_language(founding: tuple[Plan, ...]) -> None:
    vietnamese, english = (_read(render(founding[0], lang)) for lang in ("vi", "en"))
    assert (vietnamese.get("lang"), english.get("lang")) == ("vi", "en")
    assert "Nhiệm vụ" in vietnamese.get_element_by_id("tab-tasks").text_content()
    assert "Tasks" in english.get_element_by_id("tab-tasks").text_content()
    assert english.get_element_by_id("paper").get("lang") == "vi"


def test_a_program_adds_addresses_and_remarks(founding: tuple[Plan, ...]) -> None:
    plan = founding[0]
    hooks = Hooks(
        edit=lambda kind, record: f"/edit/{record}?a=1&b=2" if kind == "task" else None,
        note=lambda kind, record: "đã <sửa>" if record == plan.tasks[0].id else None,
        downloads=(("Excel", "/x.xlsx"),),
        home="/",
    )
    page = _read(render(plan, hooks=hooks))
    facts = json.loads(page.get_element_by_id("facts").text)
    first: Any = html.fragment_fromstring(facts["t0"], create_parent=True)
    assert first.xpath("//a/@href") == [f"/edit/{plan.tasks[0].id}?a=1&b=2"]
    assert "đã <sửa>" in first.text_content()
    assert not any("<a " in told for key, told in facts.items() if not key.startswith("t"))
    assert page.xpath("//a[@download]/@href") == ["/x.xlsx"]


def test_a_text_without_anything(founding: tuple[Plan, ...]) -> None:
    plan = founding[0].model_copy(
        update=dict.fromkeys(("sections", "agencies", "mentions", "citations", "targets", "deadlines", "tasks", "funding", "abbreviations", "diagnostics"), ())
        | {"header": Header(), "text": "Không có gì."}
    )  # fmt: skip
    page = _harmless(render(plan))
    assert "Không trích xuất được dữ liệu nào." in page.text_content()
    assert "Văn bản không viện dẫn văn bản nào." in page.text_content()


_QUANTITIES = [
    (Quantity(value=Decimal(1200), unit="tỷ đồng"), "1.200 tỷ đồng"),
    (Quantity(value=Decimal("9.5"), unit="%", comparator=Comparator.GE), "tối thiểu 9,5 %"),
    (Quantity(value=Decimal(5), upper=Decimal(10), unit="lớp", per="năm"), "5 – 10 lớp / năm"),
    (Quantity(value=Decimal(-3), change=Change.DECREASE), "giảm -3"),
    (Quantity(value=Decimal("1E+900")), "1" + "0" * 900),
]


@pytest.mark.parametrize(("amount", "said"), _QUANTITIES)
def test_quantities(amount: Quantity, said: str) -> None:
    told: Any = html.fromstring(f"<p>{quantity(amount, 'vi')}</p>")
    assert told.text_content() == said


@pytest.mark.parametrize(
    ("uri", "said"),
    [
        ("/srv/van-ban/232.md", "232.md"),
        ("C:\\Users\\ai\\232.doc", "232.doc"),
        ("https://vbpl.vn/ke-hoach/232", "https://vbpl.vn/ke-hoach/232"),
    ],
)
def test_folders_of_a_machine_are_not_handed_on(
    founding: tuple[Plan, ...], uri: str, said: str
) -> None:
    plan = founding[0]
    source = plan.source.model_copy(update={"uri": uri})
    page = _read(render(plan.model_copy(update={"source": source})))
    facts = page.xpath("//details[@class='facts']//dd")
    assert said in [one.text_content() for one in facts]
    assert uri == said or uri not in page.text_content()
