"""`vnplan report FILE|OUT -o report.html`: a page to look at, to check and to hand on."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias, cast

import typer

from vnplan.cli.lexicon import LexiconFiles, load_lexicon
from vnplan.cli.options import Quiet, Sources, Within
from vnplan.cli.outputs import write_file
from vnplan.cli.source import corpus_of, day, one_of, places
from vnplan.cli.terminal import complain, console, words, wrong

if TYPE_CHECKING:
    from vnplan.exports.page.labels import Language

_Out: TypeAlias = Annotated[
    Path, typer.Option("--out", "-o", metavar="FILE", help="The page: report.html.")
]
_Lang: TypeAlias = Annotated[
    str,
    typer.Option("--lang", metavar="vi|en", help="The language it opens in; a button changes it."),
]
_On: TypeAlias = Annotated[
    str | None,
    typer.Option("--on", metavar="DAY", help="What is due as if this day were today."),
]
_PLANS = (".json", ".jsonl", ".gz", ".parquet", ".db", ".sqlite", ".sqlite3")
_SQLITE = b"SQLite format 3\0"


def report(  # noqa: PLR0913 - each is an option of its own
    out: _Out,
    sources: Sources = None,
    within: Within = None,
    lang: _Lang = "vi",
    on: _On = None,
    lexicon: LexiconFiles = None,
    quiet: Quiet = False,
) -> None:
    """Write one HTML file that opens in any browser, also without a network.

    Of one document: its text with every record, tasks, graphs, deadlines and
    what to check. Of a folder or an index: an overview, and each document.

    Exit status: 0 written, 1 nothing there, unreadable or not written, 2 a wrong call.

    Example: vnplan report corpus/thai-nguyen-232-2021.txt -o report.html
    """
    from vnplan.exports.needs import MissingPackage, need
    from vnplan.exports.plan_file import UnwritablePlan

    language = cast("Language", one_of(lang, ("vi", "en"), "--lang"))
    today = day(on, "--on") or dt.date.today()
    if out.is_dir():
        raise wrong(f"{out} is a folder, not a file", of="--out")
    named = places(sources, within)
    try:
        need("jinja2", "jinja2", "web", "pages")
        alone = len(named) == 1 and named[0].is_file() and not _holds_plans(named[0])
        html = (
            _document(named[0], language, lexicon)
            if alone
            else _plans(named, language, today, lexicon)
        )
        # What UTF-8 cannot write was made visible already; a slip there must not cost the page.
        data = html.encode("utf-8", "replace")
        write_file(out, data)
    except (MissingPackage, UnwritablePlan) as problem:
        complain(str(problem))
        raise typer.Exit(1) from None
    if not quiet:
        console().print(words(f"{out}: {len(data) / 1e6:.1f} MB", "green"))


def _document(file: Path, lang: Language, lexicon: list[Path] | None) -> str:
    """The page of one document, whose tables are still known."""
    from vnplan.cli.watching import watching_pages
    from vnplan.exports.page import render
    from vnplan.pipeline import build_plan
    from vnplan.readers import UnreadableDocument, read_file

    names = load_lexicon(lexicon)
    try:
        with watching_pages():
            document = read_file(file)
            return render(build_plan(document, names), lang, document=document)
    except UnreadableDocument as error:
        complain(str(error))
        raise typer.Exit(1) from None


def _plans(named: list[Path], lang: Language, on: dt.date, lexicon: list[Path] | None) -> str:
    """The page of a plan that was read before, or of many."""
    from vnplan.exports.page import render, render_overview

    one_plan = len(named) == 1 and named[0].suffix.lower() == ".json"
    with corpus_of(named, lexicon) as corpus:
        if one_plan and len(corpus) == 1:
            return render(next(corpus.plans()), lang)
        return render_overview(corpus, lang, on=on)


def _holds_plans(file: Path) -> bool:
    """Whether a file is the work of `convert` or `index`, not a document."""
    if file.suffix.lower() in _PLANS:
        return True
    try:
        with file.open("rb") as opened:
            return opened.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False
