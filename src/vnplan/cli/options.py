"""Options that several questions share, each with one name and one meaning."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

# ------------------------------------------------------------------------ what is asked

Sources: TypeAlias = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[SOURCE]...",
        help="Documents, a folder that convert made, or an index; ./out when none is given.",
        show_default=False,
    ),
]
Within: TypeAlias = Annotated[
    list[Path] | None,
    typer.Option("--in", metavar="SOURCE", help="The source, where it does not come first."),
]
SourcesAndText: TypeAlias = Annotated[
    list[str],
    typer.Argument(
        metavar="[SOURCE...] TEXT",
        help="What to look for, marks optional; before it, where (./out when not said).",
        show_default=False,
    ),
]
SourcesAndNumber: TypeAlias = Annotated[
    list[str],
    typer.Argument(
        metavar="[SOURCE...] NUMBER",
        help="A number in any spelling, or the name of a law; before it, where (else ./out).",
        show_default=False,
    ),
]

# ------------------------------------------------------------------------ conditions

AgencyName: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="An agency by any name: Sở KH&CN, so khoa hoc va cong nghe."),
]
Province: TypeAlias = Annotated[
    str | None, typer.Option(metavar="NAME", help="A province: Thái Nguyên, tp hcm.")
]
RoleName: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar="ROLE", help="Of that agency: owner, lead, coordinate, monitor …"),
]
DueAfter: TypeAlias = Annotated[
    str | None, typer.Option(metavar="DAY", help="Tasks due on this day or later: 2025-01-01.")
]
DueBefore: TypeAlias = Annotated[
    str | None, typer.Option(metavar="DAY", help="Tasks due on this day or before.")
]
Spoken: TypeAlias = Annotated[
    str | None, typer.Option(metavar="TEXT", help="Tasks that speak of it, marks optional.")
]
RelationName: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar="RELATION", help="Only as legal_basis, implements, amends …"),
]
WholeWords: TypeAlias = Annotated[
    bool,
    typer.Option("--whole-words", help='Whole words: "sinh viên" is not in "học sinh viên chức".'),
]
WithGroups: TypeAlias = Annotated[
    bool, typer.Option("--groups/--no-groups", help='Also "các sở, ban, ngành" and the like.')
]

# ------------------------------------------------------------------------ answers

Limit: TypeAlias = Annotated[
    int | None, typer.Option("--limit", metavar="N", min=1, help="The first N answers.")
]
Everything: TypeAlias = Annotated[
    bool, typer.Option("--all", "-a", help="Every row, and every sentence to its end.")
]
AsJson: TypeAlias = Annotated[bool, typer.Option("--json", help="Every answer in full as JSON.")]
AsCsv: TypeAlias = Annotated[
    bool, typer.Option("--csv", help="As CSV; no cell is a formula to a spreadsheet.")
]
Quiet: TypeAlias = Annotated[
    bool, typer.Option("--quiet", "-q", help="Only what went wrong, no sums.")
]
