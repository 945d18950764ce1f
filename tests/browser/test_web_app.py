"""The web app in a real browser: send, review, correct, search; nothing from anywhere else."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.browser.chromium import PHONE, Browser

from vnplan.exports.limits import Limits

PATIENCE = 30.0
HOSTILE = """KẾ HOẠCH
Thử nghiệm <script>alert(1)</script><img src=x onerror=alert(2)>

I. NHIỆM VỤ
1. Sở Tài chính: Bố trí <script>alert(3)</script> kinh phí trước ngày 30/6/2024.
2. Sở Y tế: =HYPERLINK("http://evil.example") </script></textarea><svg onload=alert(4)>.
"""


@dataclass
class Site:
    """The app that runs, and the browser that looks at it."""

    base: str
    browser: Browser

    def open(self, path: str) -> None:
        self.browser.open(self.base + path)

    def until(self, css: str) -> None:
        """Waits until a selector means something."""
        self.wait(lambda: bool(self.browser.all(css)), css)

    def wait(self, done: object, what: str) -> None:
        end = time.monotonic() + PATIENCE
        while not done():  # type: ignore[operator]
            assert time.monotonic() < end, f"never came: {what}"
            time.sleep(0.05)

    def clean(self) -> None:
        """No warning in the console, no request to anybody else."""
        assert self.browser.errors() == []
        foreign = [url for url in self.browser.requests() if not url.startswith(self.base)]
        assert foreign == []


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app on a free port of this machine, in a thread."""
    uvicorn = pytest.importorskip("uvicorn", reason="the extra `web` is not installed")
    from vnplan.web.app import create_app
    from vnplan.web.server import listening
    from vnplan.web.settings import Settings

    data = tmp_path_factory.mktemp("data")
    app = create_app(Settings(data, limits=Limits(seconds=60, megabytes=2048)))
    with listening("127.0.0.1", 0) as listener:
        config = uvicorn.Config(app, log_level="error", lifespan="on", ws="none")
        server = uvicorn.Server(config)
        server.install_signal_handlers = lambda: None
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join(30)


@pytest.fixture
def site(base: str, browser: Browser) -> Site:
    return Site(base, browser)


def send(site: Site, file: Path) -> None:
    """Sends a file by the form of the first page; ends on the page of the document."""
    site.open("/")
    site.browser.one("input[type=file]").send_keys(str(file))
    site.browser.one("form[enctype] button.main").click()
    site.until("nav.tabs")


def in_review(site: Site) -> None:
    """Into the frame of the review, once it is there."""
    site.browser.driver.switch_to.frame(site.browser.one("iframe.review"))
    site.until("article, main")


def test_send_review_correct_and_find(site: Site, corpus_dir: Path) -> None:
    browser = site.browser
    send(site, corpus_dir / "thai-nguyen-232-2021.txt")
    assert "232/KH-UBND" in browser.one("h1").text

    in_review(site)
    browser.one(".item-task .pick").click()
    site.until("a.edit")
    browser.one("a.edit").click()
    browser.driver.switch_to.default_content()
    site.until("form[data-names]")  # the link of the review leads out of its frame
    site.clean()

    address = browser.driver.current_url.partition("/tasks/")[0].removeprefix(site.base)
    site.open(f"{address}/tasks/task-V.6-1")
    lead = browser.one("textarea[name=lead]")
    lead.clear()
    lead.click()
    chip = next(one for one in browser.all(".chip") if "Sở Tài chính" in one.text)
    chip.click()
    assert lead.get_attribute("value") == "Sở Tài chính tỉnh Thái Nguyên"
    browser.one("input[name=deadline]").send_keys("quý II/2026")
    browser.one("form[data-names] button.main").click()
    site.until(".good")
    assert "30/06/2026" in browser.one("form[data-names]").text
    site.clean()

    browser.one("nav.row a").click()  # back to the list, at the task
    site.until("tr:target")
    assert "Sở Tài chính" in browser.one("tr:target").text
    assert "đã sửa" in browser.one("tr:target").text
    browser.one("input[name=changed]").click()
    site.wait(lambda: len(browser.shown("#tasks tbody tr")) == 1, "one corrected task")
    browser.one("input[name=changed]").click()
    browser.one("input[name=words]").send_keys("dao tao tu van")
    site.wait(lambda: 0 < len(browser.shown("#tasks tbody tr")) < 10, "filtered tasks")
    site.clean()

    site.open("/tasks?lang=en")
    browser.one("input[name=agency]").send_keys("so tai chinh")
    browser.one("input[name=text]").send_keys("đào tạo")
    browser.one("form.filters button.main").click()
    site.until(".badge")
    assert "corrected" in browser.one("table").text
    assert browser.one("html").get_attribute("lang") == "en"
    site.clean()

    site.open(f"{address}?tab=corrections&lang=vi")
    browser.all("table.journal button")[0].click()
    site.wait(lambda: "hoàn tác lần" in browser.one("main").text, "taken back")
    site.clean()


def test_nothing_of_a_document_acts(site: Site) -> None:
    browser = site.browser
    site.open("/")
    name = '<img src=x onerror="alert(5)">'
    browser.one("input[name=name]").send_keys(name)
    browser.run("document.querySelector('textarea[name=text]').value = arguments[0]", HOSTILE)
    browser.all("form[data-send] button")[-1].click()
    site.until("nav.tabs")
    address = browser.driver.current_url.removeprefix(site.base)
    in_review(site)
    assert browser.run("return window.origin") == "null"
    assert browser.run("try { return document.cookie } catch (e) { return e.name }") in (
        "SecurityError",
        "",
    )
    browser.driver.switch_to.default_content()
    for path in ("/", address, f"{address}?tab=tasks", "/tasks", "/agencies"):
        site.open(path)
        assert browser.run("return document.querySelectorAll('main script, main svg').length") == 0
        site.clean()
    site.open(f"{address}?tab=tasks")
    browser.one("#tasks a.button").click()
    site.until("form[data-names]")
    assert "<script>" in str(browser.one("textarea[name=text]").get_attribute("value"))
    site.clean()


def test_many_documents_are_followed_until_they_are_read(site: Site, tmp_path: Path) -> None:
    browser = site.browser
    for number in (1, 2, 3):
        text = f"Số: {number}/KH-UBND\nKẾ HOẠCH\n1. Sở Tài chính báo cáo.\n"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    site.open("/")
    browser.one("input[type=file]").send_keys("\n".join(map(str, sorted(tmp_path.iterdir()))))
    browser.one("form[enctype] button.main").click()
    site.until(".list")
    site.wait(
        lambda: not browser.all(".state.waiting"), "all of them"
    )  # the page follows by itself
    listed = browser.one(".list").text
    assert all(f"{number}/KH-UBND" in listed for number in (1, 2, 3))
    site.clean()


def test_a_phone_has_room_for_every_page(site: Site, corpus_dir: Path) -> None:
    browser = site.browser
    send(site, corpus_dir / "binh-duong-175-2019.md")
    address = browser.driver.current_url.removeprefix(site.base)
    browser.size(*PHONE)
    for path in ("/", f"{address}?tab=tasks", "/tasks", "/agencies", "/instruments", "/api"):
        site.open(path)
        wide = browser.run("return document.documentElement.scrollWidth")
        assert wide <= PHONE[0], f"{path} is {wide} wide"
        site.clean()
