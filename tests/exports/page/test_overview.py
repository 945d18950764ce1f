"""Many documents on a page: the answers of the store, and each document as data."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from lxml import html

from vnplan import Plan
from vnplan import open as open_corpus
from vnplan.exports.page import fragment, render_overview

_ON = dt.date(2019, 11, 1)


def _read(text: str) -> Any:
    return html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))


@pytest.fixture(scope="module")
def text(founding: tuple[Plan, ...]) -> str:
    with open_corpus(founding) as corpus:
        return render_overview(corpus, on=_ON)


def _cells(page: Any, table: str) -> list[list[str]]:
    rows = page.xpath(f"//table[@id='{table}']/tbody/tr")
    return [[" ".join(cell.text_content().split()) for cell in row] for row in rows]


def test_the_tables_are_the_answers_of_the_store(text: str, founding: tuple[Plan, ...]) -> None:
    page = _read(text)
    with open_corpus(founding) as corpus:
        loads = corpus.agencies(limit=300)
        assert [row[:2] for row in _cells(page, "o-agencies")] == [
            [one.agency.name, str(one.owned)] for one in loads
        ]
        cited = corpus.cited(limit=300)
        assert [row[0] for row in _cells(page, "o-cited")] == [one.instrument.name for one in cited]
    figures = [one.text_content() for one in page.xpath("//ul[@class='figures']//b")]
    assert figures[:2] == ["2", "65"]
    assert figures[3] == "01/11/2019"


def test_what_is_due_and_what_is_past(text: str) -> None:
    rows = _cells(_read(text), "o-due")
    coming = [row for row in rows if "Sắp đến hạn" in row[0]]
    past = [row for row in rows if "Đã qua hạn" in row[0]]
    assert len(rows) == len(coming) + len(past)
    assert coming[0][0].startswith("31/12/2019")
    assert rows[: len(coming)] == coming


def test_each_document_is_data_until_it_is_opened(text: str, founding: tuple[Plan, ...]) -> None:
    page = _read(text)
    assert page.xpath("count(//article)") == 0
    rows = page.xpath("//table[@id='o-documents']//button/@data-document")
    held = [json.loads(page.xpath(f"//script[@id='document-{one}']")[0].text) for one in rows]
    assert sorted(held) == sorted(fragment(plan) for plan in founding)


def test_every_task_of_every_document_is_a_row(text: str, founding: tuple[Plan, ...]) -> None:
    page = _read(text)
    rows = _cells(page, "o-tasks")
    assert len(rows) == sum(len(plan.tasks) for plan in founding)
    assert {row[4] for row in rows} == {"Kế hoạch 175/T/KH-UBND", "Kế hoạch 232/KH-UBND"}
    keys = set(page.xpath("//table[@id='o-agencies']//@data-agency"))
    options = set(page.xpath("//select[@data-filter='agency']/option/@value"))
    assert keys | {""} == options
    charged = {
        key for value in page.xpath("//table[@id='o-tasks']//@data-all") for key in value.split()
    }
    assert charged == keys


def test_a_small_page_says_what_it_leaves_out(founding: tuple[Plan, ...]) -> None:
    with open_corpus(founding) as corpus:
        text = render_overview(corpus, on=_ON, texts=0)
    page = _read(text)
    assert page.xpath("count(//script[starts-with(@id, 'document-')])") == 0
    assert "không kèm toàn văn" in page.text_content()
    assert "0/2" in page.xpath("string(//*[@id='view-documents'])")
    assert page.xpath("count(//*[@data-document])") == 0
    assert len(text) < 200_000


def test_the_same_documents_give_the_same_page(text: str, founding: tuple[Plan, ...]) -> None:
    with open_corpus(founding[::-1]) as corpus:
        assert render_overview(corpus, on=_ON) == text


def test_a_matrix_of_agencies_and_documents(text: str, founding: tuple[Plan, ...]) -> None:
    page = _read(text)
    rows = page.xpath("//table[@class='matrix']/tbody/tr")
    counts = [int(cell.text) for row in rows for cell in row.xpath("td") if cell.text]
    assert len(page.xpath("//table[@class='matrix']/thead//th")) == 2
    assert 0 < sum(counts) <= sum(len(task.owner_ids) for plan in founding for task in plan.tasks)


def test_one_document_without_anything(founding: tuple[Plan, ...]) -> None:
    plan = founding[0].model_copy(
        update={"tasks": (), "citations": (), "deadlines": (), "targets": (), "text": "Không có gì."}
        | dict.fromkeys(("sections", "mentions", "agencies", "funding", "abbreviations", "diagnostics"), ())
    )  # fmt: skip
    with open_corpus([plan]) as corpus:
        page = _read(render_overview(corpus, "en", on=_ON))
    assert page.get("lang") == "en"
    assert "Nothing is due in this time." in page.text_content()
