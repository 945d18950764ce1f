"""`vnplan doctor`: what can be read on this machine, and what to install for the rest."""

from __future__ import annotations

import json
import platform
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from vnplan import __version__
from vnplan.cli.terminal import Cell, Column, Listing, console, print_json, print_listing, words

if TYPE_CHECKING:
    from vnplan.readers.checkup import Ability, Part


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="For other programs.")] = False,
) -> None:
    """Show which formats can be read here, and what to install for the others.

    Lists the Python packages of the extras and the programs, with their versions.

    Exit status: 0 every format can be read, 1 something is missing, 2 a wrong call.

    Example: vnplan doctor
    """
    from vnplan.readers.checkup import abilities, parts

    found = parts()
    formats = abilities(found)
    well = all(each.there for each in formats)
    if as_json:
        print_json(_json(found, formats, well))
    else:
        _print(found, formats, well)
    if not well:
        raise typer.Exit(1)


def _json(found: list[Part], formats: list[Ability], well: bool) -> str:
    report = {
        "version": __version__,
        "python": platform.python_version(),
        "well": well,
        "formats": [{**asdict(each), "there": each.there} for each in formats],
        "parts": [asdict(each) for each in found],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def _print(found: list[Part], formats: list[Ability], well: bool) -> None:
    to = console()
    to.print(words(f"vnplan {__version__}, Python {platform.python_version()}", "bold"))
    abilities = [
        (each.formats, _YES if each.there else _NO, "; ".join(each.missing)) for each in formats
    ]
    columns = [Column("formats"), Column("read"), Column("to install")]
    print_listing(to, Listing("", columns[: 2 if well else 3], abilities))
    to.print()
    parts = [(each.name, each.version or _MISSING, each.used_for) for each in found]
    columns = [Column("part"), Column("version"), Column("used for")]
    print_listing(to, Listing("", columns, parts))
    if well:
        to.print(words("every format can be read", "green"))


_YES, _NO = Cell("yes", "green"), Cell("no", "red")
_MISSING = Cell("missing", "yellow")
