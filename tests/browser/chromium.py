"""Chromium without a window, which tells what a page logged and what it asked the network for."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from selenium.webdriver.chrome.webdriver import WebDriver
    from selenium.webdriver.remote.webelement import WebElement

_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--force-color-profile=srgb",
    "--lang=vi",
)
DESKTOP = (1360, 900)
PHONE = (390, 844)


class Browser:
    """One window. What it logged and requested counts from the last `forget` on."""

    def __init__(self, driver: WebDriver) -> None:
        self.driver = driver
        self._events: list[dict[str, Any]] = []

    def open(self, page: Path | str) -> None:
        """A file or an address, loaded to its end; what was logged before is forgotten."""
        self.forget()
        self.driver.get(page.resolve().as_uri() if isinstance(page, Path) else page)

    def all(self, css: str) -> list[WebElement]:
        """Every element a selector means."""
        return self.driver.find_elements("css selector", css)

    def one(self, css: str) -> WebElement:
        """The first element a selector means; raises where there is none."""
        return self.driver.find_element("css selector", css)

    def shown(self, css: str) -> list[WebElement]:
        """Those that are displayed; asked at once, selenium's own way takes 20 ms for each."""
        script = "return [...document.querySelectorAll(arguments[0])].filter(one => one.checkVisibility())"
        return list(self.run(script, css))

    def run(self, script: str, *arguments: object) -> Any:
        """The value a script returns."""
        return self.driver.execute_script(script, *arguments)

    def errors(self) -> list[str]:
        """What the console holds of warnings and errors, also those of a content policy."""
        logs = self.driver.get_log("browser")  # type: ignore[no-untyped-call]
        return [log["message"] for log in logs if log["level"] in ("WARNING", "SEVERE")]

    def requests(self) -> list[str]:
        """Every address asked for, the page's own among them; `data:` is no request."""
        for entry in self.driver.get_log("performance"):  # type: ignore[no-untyped-call]
            self._events.append(json.loads(entry["message"])["message"])
        asked = (
            event["params"]["request"]["url"]
            for event in self._events
            if event["method"] == "Network.requestWillBeSent"
        )
        return [url for url in asked if not url.startswith("data:")]

    def forget(self) -> None:
        """Empties the logs."""
        self.errors()
        self.requests()
        self._events.clear()

    def size(self, width: int, height: int) -> None:
        """The page as wide and high as a screen, in CSS pixels; a phone's is one of touch."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)

    def press(self, *keys: str) -> None:
        """Keys to whatever has the focus."""
        from selenium.webdriver.common.action_chains import ActionChains

        actions = ActionChains(self.driver)
        for key in keys:
            actions.send_keys(key)
        actions.perform()


def lacking() -> str | None:
    """Why no browser can be started here; None where one can."""
    try:
        import selenium  # noqa: F401
    except ImportError:
        return "selenium is not installed"
    for program in ("chromium", "chromedriver"):
        if shutil.which(program) is None:
            return f"{program} is not installed"
    return None


@contextmanager
def started(profile: Path) -> Iterator[Browser]:
    """A browser with a new profile in the folder; skips the test where there is none."""
    if (reason := lacking()) is not None:
        pytest.skip(reason)
    from selenium.webdriver import Chrome, ChromeOptions, ChromeService

    options = ChromeOptions()
    options.binary_location = str(shutil.which("chromium"))
    for flag in (*_FLAGS, f"--user-data-dir={profile}", "--window-size={},{}".format(*DESKTOP)):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = Chrome(options=options, service=ChromeService(shutil.which("chromedriver")))
    try:
        driver.set_page_load_timeout(60)
        driver.set_script_timeout(30)
        yield Browser(driver)
    finally:
        driver.quit()
