"""One browser for all tests of a process; each begins on an empty page of a desktop's size."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.browser.chromium import DESKTOP, Browser, started


@pytest.fixture(scope="session")
def _chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with started(tmp_path_factory.mktemp("chromium")) as browser:
        yield browser


@pytest.fixture
def browser(_chromium: Browser) -> Browser:
    """Chromium on an empty page; the test is skipped, with the reason, where there is none."""
    _chromium.driver.delete_all_cookies()
    _chromium.size(*DESKTOP)
    _chromium.open("about:blank")
    _chromium.forget()
    return _chromium
