"""The review page in a real browser: it is quiet, and every way through it works."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from tests.browser.chromium import DESKTOP, PHONE, Browser

from vnplan import Agency, AgencyMention, Plan, Source, Span, Task, TaskForm
from vnplan.exports.page import Hooks, render, render_overview
from vnplan.pipeline import build_plan
from vnplan.readers import read_file
from vnplan.store import open as open_corpus

_VIEWS = ("text", "tasks", "duties", "citations", "times", "notes")


@pytest.fixture(scope="session")
def pages(corpus_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The two founding documents as pages, and an overview of both, made once."""
    folder = tmp_path_factory.mktemp("pages")
    plans, made = [], {}
    for path in sorted(corpus_dir.glob("*-20*.*")):
        document = read_file(path)
        plan = build_plan(document)
        plans.append(plan)
        hooks = Hooks(edit=lambda kind, record: f"#edit-{record}" if kind == "task" else None)
        made[path.stem.partition("-")[0]] = render(plan, document=document, hooks=hooks)
    with open_corpus(plans) as corpus:
        made["overview"] = render_overview(corpus, on=dt.date(2019, 11, 1))
    for name, text in made.items():
        (folder / f"{name}.html").write_text(text, "utf-8")
    return {name: folder / f"{name}.html" for name in made}


def _view(browser: Browser, name: str) -> None:
    browser.one(f"#tab-{name}").click()
    assert browser.one(f"#view-{name}").is_displayed()


def _settled(browser: Browser) -> None:
    """Behind the frames in which the page aims at a place again."""
    browser.driver.execute_async_script(
        "const done = arguments[0]; let n = 6;"
        "const next = () => n-- ? requestAnimationFrame(next) : done(); next();"
    )


def _seen(browser: Browser, css: str) -> bool:
    """Whether the first such element is on the screen."""
    return bool(
        browser.run(
            "const box = document.querySelector(arguments[0]).getBoundingClientRect();"
            "return box.bottom > 40 && box.top < innerHeight",
            css,
        )
    )


@pytest.mark.parametrize(
    ("name", "size"),
    [("thai", DESKTOP), ("binh", PHONE), ("overview", DESKTOP), ("overview", PHONE)],
)
def test_it_is_quiet_and_fits_the_screen(
    browser: Browser, pages: dict[str, Path], name: str, size: tuple[int, int]
) -> None:
    browser.size(*size)
    browser.open(pages[name])
    for tab in browser.all('[role="tab"]'):
        browser.run("arguments[0].click()", tab)
        assert browser.run("return document.documentElement.scrollWidth - innerWidth") <= 0
        assert len(browser.shown('[role="tabpanel"]')) == 1
    assert browser.errors() == []
    assert browser.requests() == [pages[name].resolve().as_uri()]


# ------------------------------------------------------------------ the text and the list


def test_from_the_list_to_the_words(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["thai"])
    browser.run("document.querySelector('[data-pick=\"t30\"]').click()")
    _settled(browser)
    assert _seen(browser, "#paper .sel")
    words = " ".join(piece.text for piece in browser.all("#paper .sel"))
    title = browser.one("#i-t30 .what").text.rstrip("…")
    assert " ".join(words.split()).startswith(title[:40])
    assert "Chủ trì, thực hiện" in browser.one("#i-t30 .more").text
    assert browser.one("#i-t30 a.edit").get_attribute("href").startswith("file:")  # type: ignore[union-attr]
    browser.one("#i-t30 .pick").click()
    assert browser.all(".item.open") == []


def test_from_the_words_to_the_list(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["thai"])
    browser.run("document.querySelectorAll('.k-task.k-agency')[9].click()")
    _settled(browser)
    here = browser.all("#here [data-here]")
    assert [button.text.partition(":")[0] for button in here] == ["Cơ quan", "Nhiệm vụ"]
    assert browser.one(".item.open").get_attribute("data-kind") == "agency"
    here[1].click()
    assert browser.one(".item.open").get_attribute("data-kind") == "task"
    _settled(browser)
    assert _seen(browser, ".item.open")
    browser.one(".item.open [data-go^='a']").click()
    assert browser.one(".item.open").get_attribute("data-kind") == "agency"


def test_from_mention_to_mention(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["thai"])
    browser.run("document.querySelector('.item-agency .pick').click()")
    places = []
    for _ in range(3):
        _settled(browser)
        places.append(browser.run("return scrollY"))
        browser.run("document.querySelector('.item.open [data-step=\"1\"]').click()")
    assert len(set(places)) == 3


def test_kinds_are_filtered(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["thai"])
    piece = "#paper .k-agency.k-task"
    colour = "return getComputedStyle(document.querySelector(arguments[0])).backgroundColor"
    before = browser.run(colour, piece)
    browser.one('.kind[data-kind="agency"]').click()
    assert browser.run(colour, piece) != before  # now that of the task around it
    assert browser.run(colour, piece) == browser.run(colour, "#paper .k-task:not(.k-agency)")
    assert browser.shown(".item-agency") == []
    browser.run(f"document.querySelector('{piece}').click()")
    assert browser.one(".item.open").get_attribute("data-kind") == "task"
    browser.one('.kind[data-kind="agency"]').click()
    assert browser.run(colour, ".k-agency.k-task:not(.sel)") == before


@pytest.mark.parametrize(("query", "found"), [("dao tao boi duong", True), ("đáo tạo", False)])
def test_records_are_found_with_and_without_marks(
    browser: Browser, pages: dict[str, Path], query: str, found: bool
) -> None:
    browser.open(pages["thai"])
    field = browser.one("#find-record")
    field.send_keys(query)
    browser.driver.execute_async_script("setTimeout(arguments[0], 200)")
    count = browser.run("return document.querySelectorAll('.item:not([hidden])').length")
    assert 0 < count < 30 if found else count == 0
    assert browser.one("#no-match").is_displayed() is not found


def test_contents_lead_to_the_headings(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["thai"])
    link = browser.all(".toc a")[-3]
    browser.run("arguments[0].click()", link)
    _settled(browser)
    target = (link.get_attribute("href") or "").rpartition("#")[2]
    assert _seen(browser, f"#{target}")


# ------------------------------------------------------------------ tables and pictures


def _column(browser: Browser, css: str) -> list[str]:
    return list(
        browser.run(
            "return [...document.querySelectorAll(arguments[0])]"
            ".filter(one => !one.closest('tr').hidden).map(one => one.dataset.v ?? one.textContent)",
            css,
        )
    )


def test_tasks_are_sorted(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["binh"])
    _view(browser, "tasks")
    head = browser.all("#tasks th .sort")
    when = next(one for one in head if one.text.startswith("Thời hạn"))
    when.click()
    days = [day for day in _column(browser, "#tasks .f-deadline") if day]
    assert days == sorted(days)
    assert len(days) > 5
    when.click()
    again = [day for day in _column(browser, "#tasks .f-deadline") if day]
    assert again == days[::-1]
    assert browser.one('th[aria-sort="descending"]').text.startswith("Thời hạn")
    head[0].click()
    numbers = [int(number) for number in _column(browser, "#tasks td:first-child")]
    assert numbers == list(range(1, 19))


def test_tasks_are_filtered(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["thai"])
    _view(browser, "tasks")
    choose = (
        "const field = document.querySelector(arguments[0]);"
        "field.selectedIndex = [...field.options].findIndex(one => one.text.startsWith(arguments[1]));"
        "field.dispatchEvent(new Event('change', {bubbles: true}))"
    )
    agency = '[data-filter="agency"]'
    browser.run(choose, agency, "Sở Khoa học và Công nghệ")
    assert len(browser.shown("#tasks tbody tr")) == 2
    assert browser.one('[data-shown="tasks"]').text == "2"
    browser.run(choose, '[data-filter="role"]', "Phối hợp")
    assert browser.shown("#tasks tbody tr") == []
    browser.run(choose, agency, "Mọi cơ quan")
    partners = len(browser.shown("#tasks tbody tr"))
    assert 0 < partners < 47
    browser.one('[data-find="tasks"]').send_keys("giam sat")
    browser.driver.execute_async_script("setTimeout(arguments[0], 200)")
    assert 0 < len(browser.shown("#tasks tbody tr")) < partners
    browser.run(
        "[...document.querySelectorAll('#tasks .said')].find(one => one.offsetParent).click()"
    )
    _settled(browser)
    assert browser.one("#view-text").is_displayed()
    assert _seen(browser, "#paper .sel")


@pytest.mark.parametrize(("view", "box"), [("duties", ".n-agency"), ("citations", ".n-implements")])
def test_pictures_lead_to_the_text(
    browser: Browser, pages: dict[str, Path], view: str, box: str
) -> None:
    from selenium.webdriver.common.keys import Keys

    browser.open(pages["thai"])
    _view(browser, view)
    browser.run(f"document.querySelector('#view-{view} {box}').focus()")
    browser.press(Keys.ENTER)
    assert len(browser.all(f"#view-{view} .n.on")) >= 2
    assert len(browser.all(f"#view-{view} .c.on")) >= 1
    browser.press(Keys.ESCAPE)
    assert browser.all(f"#view-{view} .on") == []
    browser.press(Keys.ENTER, Keys.ENTER)
    _settled(browser)
    assert browser.one("#view-text").is_displayed()
    assert _seen(browser, "#paper .sel")


def test_a_deadline_on_the_axis_leads_to_the_text(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["thai"])
    _view(browser, "times")
    browser.one("#view-times g.when text").click()
    _settled(browser)
    assert "2022" in browser.one("#paper .sel").text


def test_a_finding_leads_to_its_place_and_back(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["thai"])
    _view(browser, "notes")
    browser.one("#notes [data-go]").click()
    _settled(browser)
    assert _seen(browser, "#paper .sel")
    assert browser.run("return document.activeElement.id") == "paper"
    browser.driver.back()
    _settled(browser)
    assert browser.one("#view-notes").is_displayed()


def test_an_address_names_a_record(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(f"{pages['thai'].resolve().as_uri()}#t12")
    _settled(browser)
    assert browser.one(".item.open").get_attribute("id") == "i-t12"
    assert _seen(browser, "#paper .sel")
    browser.open(f"{pages['overview'].resolve().as_uri()}#d-1/view-tasks")
    assert browser.one("#tasks").is_displayed()
    browser.run("document.querySelector('#tasks .said').click()")
    _settled(browser)
    assert browser.one("#view-text").is_displayed()
    browser.driver.back()
    _settled(browser)
    assert browser.one("#tasks").is_displayed()
    assert browser.errors() == []


# ------------------------------------------------------------------ people


def test_the_language_is_switched_and_switched_back(
    browser: Browser, pages: dict[str, Path]
) -> None:
    browser.open(pages["thai"])
    before = browser.run("return document.querySelector('main').textContent")
    browser.one("#language").click()
    assert browser.run("return document.documentElement.lang") == "en"
    assert [tab.text.split("\n")[0].rstrip(" 0123456789") for tab in browser.all('[role="tab"]')] == [
        "Text", "Tasks", "Responsibilities", "Citations", "Deadlines", "To check",
    ]  # fmt: skip
    browser.run("document.querySelector('[data-pick=\"t30\"]').click()")
    assert "Owner" in browser.one("#i-t30 .more").text
    assert browser.one("#find-record").get_attribute("placeholder") == "Find in the records"
    browser.one("#i-t30 .pick").click()
    browser.one("#language").click()
    assert browser.run("return document.querySelector('main').textContent") == before


def test_the_tabs_are_walked_by_keys(browser: Browser, pages: dict[str, Path]) -> None:
    from selenium.webdriver.common.keys import Keys

    browser.open(pages["thai"])
    browser.run("document.querySelector('#tab-text').focus()")
    seen = []
    for _ in _VIEWS:
        browser.press(Keys.ARROW_RIGHT)
        seen.append(browser.run("return document.activeElement.id"))
    assert seen == [f"tab-{view}" for view in (*_VIEWS[1:], "text")]


def test_on_a_phone_the_list_slides_in(browser: Browser, pages: dict[str, Path]) -> None:
    browser.size(*PHONE)
    browser.open(pages["thai"])
    assert not browser.one("#side").is_displayed()
    browser.run("document.querySelectorAll('.k-task.k-agency')[9].click()")
    _settled(browser)
    assert browser.one("#side").is_displayed()
    sheet = browser.run("return document.querySelector('#side').getBoundingClientRect().top")
    clicked = "document.querySelectorAll('.k-task.k-agency')[9].getBoundingClientRect()"
    assert 40 < browser.run(f"return {clicked}.top") < sheet
    browser.one("#side [data-shut]").click()
    assert not browser.one("#side").is_displayed()
    browser.one('[data-drawer="toc"]').click()
    browser.all(".toc a")[4].click()
    assert not browser.one("#toc").is_displayed()


_CONTRAST = """
const light = ([r, g, b]) => {
  const part = [r, g, b].map(v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2];
};
const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
const rgba = colour => {
  canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
  return [...canvas.getImageData(0, 0, 1, 1).data];
};
const ground = element => {
  for (let one = element; one; one = one.parentElement) {
    const found = rgba(getComputedStyle(one).backgroundColor);
    if (found[3] === 255) return found;
  }
  return [255, 255, 255, 255];
};
const bad = new Set();
for (const element of document.querySelectorAll("body *")) {
  const speaks = [...element.childNodes].some(one => one.nodeType === 3 && one.data.trim());
  if (!speaks || !element.checkVisibility() || element.closest("svg, script, noscript, .skip")) continue;
  const [a, b] = [light(rgba(getComputedStyle(element).color)), light(ground(element))];
  const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  if (ratio < 4.5) bad.add(`${element.tagName}.${element.className} ${ratio.toFixed(2)}`);
}
return [...bad];
"""
_NAMELESS = """
return [...document.querySelectorAll("button, a[href], input, select, [role=button], [role=region], nav, aside")]
  .filter(one => one.checkVisibility())
  .filter(one => !(one.getAttribute("aria-label") || one.textContent.trim() || one.labels?.[0]?.textContent.trim()))
  .map(one => one.outerHTML.slice(0, 80));
"""


@pytest.mark.parametrize(
    ("name", "scheme"), [("thai", "light"), ("thai", "dark"), ("overview", "dark")]
)
def test_everything_can_be_read_and_has_a_name(
    browser: Browser, pages: dict[str, Path], name: str, scheme: str
) -> None:
    feature = {"name": "prefers-color-scheme", "value": scheme}
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})
    try:
        browser.open(pages[name])
        for tab in browser.all('[role="tab"]'):
            browser.run("arguments[0].click()", tab)
            assert browser.run(_CONTRAST) == []
            assert browser.run(_NAMELESS) == []
        assert len(browser.all("h1")) == 1
        assert len(browser.all("main")) == len(browser.all("body > header")) == 1
    finally:
        browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_on_paper_there_is_only_what_was_looked_at(
    browser: Browser, pages: dict[str, Path]
) -> None:
    browser.open(pages["thai"])
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        assert browser.one("#paper").is_displayed()
        for css in ("#toc", "#side", ".tabs", "#language", "#view-tasks"):
            assert not browser.one(css).is_displayed()
    finally:
        browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_without_scripts_everything_is_open(browser: Browser, pages: dict[str, Path]) -> None:
    switch = "Emulation.setScriptExecutionDisabled"
    browser.driver.execute_cdp_cmd(switch, {"value": True})
    try:
        browser.open(pages["thai"])
        assert len(browser.shown('[role="tabpanel"]')) == len(_VIEWS)
        assert browser.shown(".tabs, .tools, .kinds, #language") == []
        assert browser.errors() == []
    finally:
        browser.driver.execute_cdp_cmd(switch, {"value": False})


# ------------------------------------------------------------------ many documents


def test_documents_open_inside_the_overview(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["overview"])
    _view(browser, "documents")
    rows = browser.all("#o-documents [data-document]")
    assert len(rows) == 2
    name = rows[1].text
    rows[1].click()
    _settled(browser)
    assert browser.one("#opened h1").text == name
    assert not browser.one("#shelf").is_displayed()
    browser.run("document.querySelectorAll('#paper .k-task')[3].click()")
    assert len(browser.all(".item.open")) == 1
    browser.one("#language").click()
    assert browser.one("#tab-tasks").text.startswith("Tasks")
    browser.one("#home").click()
    assert browser.one("#shelf").is_displayed()
    assert browser.all("#opened *") == []
    assert browser.one("#tab-documents").text.startswith("Documents")
    assert browser.errors() == []


def test_an_agency_leads_to_its_tasks_in_all_documents(
    browser: Browser, pages: dict[str, Path]
) -> None:
    browser.open(pages["overview"])
    row = browser.one("#o-agencies tbody tr")
    name, *_, charged, _documents = row.text.split("\n")[0].rsplit(" ", 4)
    browser.one("#o-agencies [data-agency]").click()
    assert browser.one("#view-work").is_displayed()
    assert len(browser.shown("#o-tasks tbody tr")) == int(charged)
    assert name[:10] in browser.shown("#o-tasks .f-owner")[0].text
    browser.shown("#o-tasks [data-document]")[0].click()
    _settled(browser)
    assert _seen(browser, "#paper .sel")


def test_what_is_due_leads_to_its_sentence(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["overview"])
    _view(browser, "due")
    row = browser.one("#o-due [data-document]")
    row.click()
    _settled(browser)
    assert _seen(browser, "#paper .sel")
    assert len(browser.all(".item.open")) == 1
    browser.driver.back()
    _settled(browser)
    assert browser.one("#shelf").is_displayed()


# ------------------------------------------------------------------ hostile text


def test_a_document_cannot_act(browser: Browser, tmp_path: Path) -> None:
    words = (
        "</script><script>window.acted=1</script><img src=x onerror='window.acted=1'>"
        "<!--<script> javascript:alert(1) \u202e\x00 {{ x }} " + "y" * 900
    )
    span = Span(start=0, end=len(words))
    plan = Plan(
        id="urn:lex:vn",
        source=Source(
            uri="javascript:window.acted=1",
            media_type="text/plain",
            sha256="0" * 64,
            reader="plain",
        ),
        text=words,
        agencies=(Agency(id=words, name=words),),
        mentions=(AgencyMention(agency_id=words, text=words, span=span),),
        tasks=(Task(id=words, text=words, span=span, form=TaskForm.BULLET),),
    )
    page = tmp_path / "hostile.html"
    page.write_text(render(plan), "utf-8")
    browser.size(*PHONE)
    browser.open(page)
    for css in ("#tab-tasks", "#tab-notes", "#tab-text", "[data-pick]", "#paper .k", "#language"):
        browser.run(f"document.querySelector({css!r}).click()")
    with open_corpus([plan]) as corpus:
        page.write_text(render_overview(corpus), "utf-8")
    assert browser.run("return window.acted ?? null") is None
    assert browser.errors() == []
    assert browser.run("return document.documentElement.scrollWidth - innerWidth") <= 0
    browser.open(page)
    browser.run("document.querySelector('#o-documents [data-document]').click()")
    _settled(browser)
    browser.run("document.querySelector('#paper .k').click()")
    assert browser.run("return window.acted ?? null") is None
    assert browser.errors() == []
    assert len(browser.requests()) == 1
