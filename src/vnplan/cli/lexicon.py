"""`--lexicon FILE`: names a user adds to those the program knows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from vnplan.cli.terminal import complain

if TYPE_CHECKING:
    from vnplan.lexicon.agencies import Lexicon

LexiconFiles: TypeAlias = Annotated[
    list[Path] | None,
    typer.Option(
        "--lexicon",
        metavar="FILE",
        help="TOML file with agencies or aliases of your own; can be given several times.",
    ),
]


def load_lexicon(files: list[Path] | None) -> Lexicon | None:
    """The names of all files before the built-in ones; None without files.

    A file that cannot be used ends the command: one line, exit status 2.
    """
    if not files:
        return None
    from vnplan.lexicon.agencies import Lexicon
    from vnplan.lexicon.extra import LexiconError

    try:
        return Lexicon.load(*files)
    except LexiconError as error:
        complain(str(error))
        raise typer.Exit(2) from None
