"""`vnplan show FILE`: one document as a tree a person can read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text
    from rich.tree import Tree

    from vnplan.records import Plan, Section

_ROLE_STYLE = {
    "purpose": "blue",
    "scope": "cyan",
    "target": "magenta",
    "task": "green",
    "organization": "yellow",
    "funding": "red",
    "reporting": "bright_yellow",
}


def show(
    file: Annotated[Path, typer.Argument(help="A document, or a Plan JSON made by convert.")],
    everything: Annotated[
        bool, typer.Option("--all", "-a", help="Bullets, paragraphs and rows as well.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The Plan as JSON.")] = False,
) -> None:
    """Show a document: its header, the tree of its sections and what it cites.

    Example: vnplan show corpus/thai-nguyen-232-2021.txt
    """
    from rich.console import Console

    plan = _load(file)
    if as_json:
        typer.echo(plan.to_json(indent=1))
        return
    console = Console()
    _print_header(console, plan)
    console.print(_tree(plan, everything=everything))
    _print_citations(console, plan)
    _print_notes(console, plan)


def _load(file: Path) -> Plan:
    import vnplan
    from vnplan.readers import UnreadableDocument

    try:
        if file.suffix == ".json" and file.is_file():
            return vnplan.Plan.from_json(file.read_bytes())
        return vnplan.parse_file(file)
    except UnreadableDocument as error:
        typer.echo(str(error), err=True)
    except vnplan.PlanFormatError as error:
        typer.echo(f"{file}: {error}", err=True)
    except OSError as error:
        typer.echo(f"{file}: cannot be opened ({error.strerror})", err=True)
    raise typer.Exit(1)


def _print_header(console: Console, plan: Plan) -> None:
    from rich.table import Table
    from rich.text import Text

    header = plan.header
    signers = "; ".join(
        " ".join(part for part in (signer.capacity, signer.title, signer.name) if part)
        for signer in header.signers
    )
    rows = {
        "issuer": header.issuer,
        "under": header.parent_authority,
        "number": header.number.canonical if header.number else None,
        "date": header.issued_on.isoformat() if header.issued_on else None,
        "place": header.place,
        "type": header.type_name,
        "title": header.title,
        "signed": signers or None,
        "sent to": f"{len(header.recipients)} recipients" if header.recipients else None,
        "id": plan.id,
    }
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(style="dim")
    table.add_column(overflow="fold")
    for name, value in rows.items():
        if value:
            table.add_row(name, Text(value))
    console.print(table)
    console.print()


def _tree(plan: Plan, *, everything: bool) -> Tree:
    from rich.tree import Tree

    root = Tree("sections", guide_style="dim", hide_root=True)
    branches: dict[str, Tree] = {}
    parents = {section.id: section.parent_id for section in plan.sections}
    for section in plan.sections:
        if not everything and section.label is None and section.kind != "attachment":
            continue
        parent = branches.get(_shown_parent(section, parents, branches), root)
        branches[section.id] = parent.add(_branch(plan, section))
    return root


def _shown_parent(
    section: Section, parents: dict[str, str | None], branches: dict[str, Tree]
) -> str:
    """The nearest ancestor that is in the tree; hidden bullets are stepped over."""
    parent = section.parent_id
    while parent is not None and parent not in branches:
        parent = parents.get(parent)
    return parent or ""


def _branch(plan: Plan, section: Section) -> Text:
    from rich.text import Text

    label = f"{section.label}. " if section.label else ""
    words = section.heading or " ".join(plan.slice(section).split())
    if section.heading is None and section.label and words.startswith(section.label):
        label = ""
    shown = words if len(words) <= 110 else words[:109] + "…"
    text = Text(f"{label}{shown}", style="bold" if section.heading else "")
    text.append(f"  {section.role}", style=_ROLE_STYLE.get(section.role, "dim"))
    return text


def _print_citations(console: Console, plan: Plan) -> None:
    from rich.table import Table
    from rich.text import Text

    if not plan.citations:
        return
    table = Table(box=None, pad_edge=False, header_style="bold", title_justify="left")
    for column in ("cites", "date", "issuer", "relation", "in"):
        table.add_column(column, overflow="fold")
    for citation in plan.citations:
        name = citation.number.canonical if citation.number else citation.title
        table.add_row(
            Text(name or citation.text),
            citation.issued_on.isoformat() if citation.issued_on else "–",
            Text(citation.issuer or "–"),
            str(citation.relation),
            citation.section_id or "–",
        )
    console.print()
    console.print(table)


def _print_notes(console: Console, plan: Plan) -> None:
    from rich.text import Text

    if not plan.diagnostics:
        return
    console.print()
    styles = {"error": "red", "warning": "yellow"}
    for note in plan.diagnostics:
        console.print(
            Text(
                f"{note.severity}: {note.message} ({note.code})",
                style=styles.get(note.severity, "dim"),
            )
        )
