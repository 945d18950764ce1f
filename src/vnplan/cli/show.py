"""`vnplan show FILE`: one document on a page a person can read."""

from __future__ import annotations

from collections.abc import Callable, Sized
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vnplan.cli.lexicon import LexiconFiles, load_lexicon
from vnplan.cli.terminal import complain, console, print_json, print_listing

if TYPE_CHECKING:
    from rich.console import Console

    from vnplan.cli.terminal import Listing
    from vnplan.records import Plan

_MOST = 16
"""Rows of a listing that are shown without --all."""


def show(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A document, or a Plan JSON made by convert.")
    ],
    everything: Annotated[
        bool, typer.Option("--all", "-a", help="Everything: bullets and rows, lists in full.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The Plan as JSON.")] = False,
    lexicon: LexiconFiles = None,
) -> None:
    """Show a document: its head and parts, who does what by when, what it aims at and cites.

    Example: vnplan show corpus/thai-nguyen-232-2021.txt
    """
    plan = _load(file, lexicon)
    if as_json:
        print_json(plan.to_json(indent=1))
    else:
        _print(console(), plan, everything=everything)


def _load(file: Path, lexicon: list[Path] | None) -> Plan:
    names = load_lexicon(lexicon)
    if file.suffix.lower() == ".json" and file.is_file():
        if names is not None:
            complain(f"{file}: is read already, --lexicon changes nothing")
        return _load_json(file)
    from vnplan.cli.watching import watching_pages
    from vnplan.pipeline import parse_file
    from vnplan.readers import UnreadableDocument

    try:
        with watching_pages():
            return parse_file(file, lexicon=names)
    except UnreadableDocument as error:
        complain(str(error))
        raise typer.Exit(1) from None


def _load_json(file: Path) -> Plan:
    from vnplan.records import Plan, PlanFormatError

    try:
        return Plan.from_json(file.read_bytes())
    except PlanFormatError as error:
        complain(f"{file}: {error}")
    except OSError as error:
        complain(f"{file}: cannot be opened ({error.strerror})")
    raise typer.Exit(1)


def _print(to: Console, plan: Plan, *, everything: bool) -> None:
    """The parts that have something to say, an empty line between them."""
    from vnplan.cli import findings
    from vnplan.cli.duties import duties
    from vnplan.cli.outline import print_header, tree

    most = None if everything else _MOST
    print_header(to, plan)
    if plan.sections:
        to.print()
        to.print(tree(plan, everything=everything))
    listings: dict[Callable[[Plan], Listing], Sized] = {
        partial(duties, most=most): plan.tasks,
        findings.targets: plan.targets,
        findings.deadlines: plan.deadlines,
        findings.agencies: plan.agencies,
        findings.funding: plan.funding,
        findings.citations: plan.citations,
        partial(findings.notes, everything=everything): plan.diagnostics,
    }
    for listing, records in listings.items():
        if records:
            to.print()
            print_listing(to, listing(plan), most)
