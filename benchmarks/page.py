"""How fast the page of a very long document is: written, and opened in a browser.

    python -m benchmarks.page                  300 pages, 900,000 characters
    python -m benchmarks.page --length 200000

The document is made of those of corpus/, and of ../shared/corpus where that is there. Chromium is
driven by selenium, without a window; a screen is 1360 × 900. Written: seconds of the processor.
In the browser: milliseconds by its own clock, the middle one of five openings; a machine that does
other work at the time shows more.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from tests.browser.chromium import Browser, lacking, started

from vnplan import Plan, Span, parse, parse_file
from vnplan.exports.page import render

PROJECT: Final = Path(__file__).resolve().parents[1]
_PAGE: Final = 3000
_OPENINGS: Final = 5
_STEPS: Final = {
    "the other language": "document.querySelector('#language').click()",
    "a kind is hidden": "document.querySelector('.kind-agency').click()",
    "the tasks are shown": "document.querySelector('#tab-tasks').click()",
    "the tasks are sorted": "document.querySelector('#tasks .sort[data-sort=text]').click()",
    "from the list to the words": (
        "const all = document.querySelectorAll('.pick'); all[Math.floor(all.length / 2)].click()"
    ),
    "from the words to the list": (
        "const all = document.querySelectorAll('#paper .k-agency');"
        "all[Math.floor(all.length / 2)].click()"
    ),
}


def document(length: int) -> Plan:
    """The plan of a text of so many characters, with a page every 3,000."""
    folders = (PROJECT / "corpus", PROJECT.parent / "shared" / "corpus")
    files = [
        path for one in folders if one.is_dir() for path in sorted(one.glob("*-20*.[mt][dx]*"))
    ]
    texts = [parse_file(path).text for path in files]
    text = "\n\n".join(texts)
    text = (text + "\n\n") * (length // len(text) + 1)
    plan = parse(text[:length])
    pages = [
        Span(start=at, end=min(at + _PAGE, len(plan.text)))
        for at in range(0, len(plan.text), _PAGE)
    ]
    return plan.model_copy(update={"pages": tuple(pages)})


def in_browser(browser: Browser, page: Path) -> None:
    """Prints when the page is painted and ready, and how long each step takes."""
    paints, ready = [], []
    for _ in range(_OPENINGS):
        browser.open(page)
        paints.append(
            browser.run(
                "return performance.getEntriesByName('first-contentful-paint')[0].startTime"
            )
        )
        ready.append(
            browser.run(
                "return performance.timing.loadEventEnd - performance.timing.navigationStart"
            )
        )
    said("first paint", statistics.median(paints))
    said("ready for clicks", statistics.median(ready))
    for name, script in _STEPS.items():
        took = browser.run(
            f"const start = performance.now(); (() => {{ {script} }})();"
            "document.body.offsetHeight; return performance.now() - start"
        )
        said(name, took)
    print(f"{'elements of the page':<28}{browser.run('return document.all.length'):>9,}")
    for line in browser.errors():
        print(line)


def said(name: str, milliseconds: float) -> None:
    """One line."""
    print(f"{name:<28}{milliseconds:>9,.0f} ms")


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--length", type=int, default=900_000, help="characters (900,000)")
    if (reason := lacking()) is not None:
        sys.exit(reason)
    plan = document(parser.parse_args().length)
    print(f"{len(plan.text):,} characters, {len(plan.pages)} pages, {len(plan.tasks):,} tasks, "
          f"{len(plan.mentions):,} mentions, {len(plan.citations):,} citations")  # fmt: skip
    began = time.process_time()
    text = render(plan)
    said("written", 1000 * (time.process_time() - began))
    print(f"{'size':<28}{len(text.encode()) / 1e6:>9.1f} MB")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "page.html")
        page.write_text(text, "utf-8")
        with started(Path(folder, "profile")) as browser:
            in_browser(browser, page)


if __name__ == "__main__":
    main()
