"""The pictures of the README, taken from the real thing: `make pictures`.

    python -m tests.browser.pictures docs/images

Needs Chromium, LibreOffice Calc and pdftoppm; the documents are those of corpus/.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.browser.chromium import Browser, started

PROJECT = Path(__file__).resolve().parents[2]
CORPUS = PROJECT / "corpus"
PLANS = (CORPUS / "thai-nguyen-232-2021.txt", CORPUS / "binh-duong-175-2019.md")
PORT = 8765


def main() -> int:
    """Takes all of them into the folder that is named."""
    images = Path(sys.argv[1])
    images.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _tracking_sheet(folder, images / "tracking-sheet.png")
        with started(folder / "profile") as browser:
            browser.size(1360, 850)
            _report(browser, folder, images / "report.png")
            _web(browser, folder, images / "web.png")
    return 0


def _vnplan(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "vnplan", *map(str, arguments)]


def _report(browser: Browser, folder: Path, picture: Path) -> None:
    page = folder / "report.html"
    subprocess.run(_vnplan("report", PLANS[0], "-o", page), check=True)
    browser.open(page)
    browser.driver.save_screenshot(str(picture))


def _tracking_sheet(folder: Path, picture: Path) -> None:
    sheet = folder / "theo-doi.xlsx"
    subprocess.run(_vnplan("export", PLANS[1], "--xlsx", sheet), check=True)
    office = ["soffice", f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless"]
    subprocess.run(
        [*office, "--convert-to", "pdf", "--outdir", str(folder), str(sheet)], check=True
    )
    drawn = ["pdftoppm", "-r", "80", "-f", "2", "-l", "2", "-singlefile", "-png"]
    subprocess.run(
        [*drawn, str(sheet.with_suffix(".pdf")), str(picture.with_suffix(""))], check=True
    )


def _web(browser: Browser, folder: Path, picture: Path) -> None:
    with _served(folder / "data") as address:
        for plan in PLANS:
            browser.open(f"{address}/?lang=vi")
            browser.one("input[type=file]").send_keys(str(plan))
            browser.one("form[enctype='multipart/form-data'] button").click()
            time.sleep(5)  # it is read
        browser.open(f"{address}/tasks?agency=S%E1%BB%9F+KH%26CN")
        browser.driver.save_screenshot(str(picture))


@contextmanager
def _served(data: Path) -> Iterator[str]:
    address = f"http://127.0.0.1:{PORT}"
    with subprocess.Popen(_vnplan("serve", data, "--port", PORT)) as server:
        try:
            for _ in range(100):
                try:
                    urllib.request.urlopen(address, timeout=1).close()
                    break
                except OSError:
                    time.sleep(0.2)
            yield address
        finally:
            server.terminate()


if __name__ == "__main__":
    sys.exit(main())
