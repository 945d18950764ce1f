"""The browser tells what goes wrong on a page: a test that finds no error means there is none."""

from __future__ import annotations

from pathlib import Path

from tests.browser.chromium import PHONE, Browser


def _page(folder: Path, body: str) -> Path:
    page = folder / "page.html"
    page.write_text(f"<!doctype html><meta charset=utf-8><title>t</title>{body}", "utf-8")
    return page


def test_a_quiet_page_has_no_errors_and_asks_only_for_itself(
    browser: Browser, tmp_path: Path
) -> None:
    page = _page(tmp_path, "<p>Kế hoạch</p>")
    browser.open(page)
    assert browser.one("p").text == "Kế hoạch"
    assert browser.errors() == []
    assert browser.requests() == [page.resolve().as_uri()]


def test_errors_and_requests_of_a_page_are_told(browser: Browser, tmp_path: Path) -> None:
    page = _page(tmp_path, "<img src='missing.png'><script>nothing.at.all()</script>")
    browser.open(page)
    assert any("nothing is not defined" in line for line in browser.errors())
    assert [url.rpartition("/")[2] for url in browser.requests()] == ["page.html", "missing.png"]


def test_a_phone_is_narrow(browser: Browser, tmp_path: Path) -> None:
    browser.size(*PHONE)
    browser.open(_page(tmp_path, "<meta name=viewport content='width=device-width'>"))
    assert browser.run("return innerWidth") == PHONE[0]
