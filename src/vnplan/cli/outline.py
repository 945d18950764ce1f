"""The head of a document and the tree of its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vnplan.cli.terminal import cut, words

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
_LONGEST = 110


def print_header(to: Console, plan: Plan) -> None:
    """Thể thức, a line a field; what the document does not say is left out."""
    from rich.table import Table

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
        "state": "draft" if header.is_draft else None,
        "urgency": header.urgency,
        "secrecy": header.secrecy,
        "signed": signers or None,
        "sent to": f"{len(header.recipients)} recipients" if header.recipients else None,
        "id": plan.id,
    }
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in rows.items():
        if value:
            table.add_row(name, words(value, "bold" if name == "title" else ""))
    to.print(table)


def tree(plan: Plan, *, everything: bool) -> Tree:
    """The labelled parts, and with `everything` bullets, paragraphs and rows as well.

    The role of a part is told where it is not that of the part around it.
    """
    from rich.tree import Tree

    root = Tree("", guide_style="dim", hide_root=True)
    branches: dict[str | None, Tree] = {None: root}
    roles: dict[str | None, str] = {None: ""}
    parents = {section.id: section.parent_id for section in plan.sections}
    for section in plan.sections:
        if not everything and section.label is None and section.kind != "attachment":
            continue
        around = _shown_parent(section, parents, branches)
        news = section.role if section.role != roles[around] else ""
        roles[section.id] = section.role
        branches[section.id] = branches[around].add(_branch(plan, section, news))
    return root


def _shown_parent(
    section: Section, parents: dict[str, str | None], branches: dict[str | None, Tree]
) -> str | None:
    """The nearest ancestor that is in the tree; hidden bullets are stepped over."""
    parent = section.parent_id
    while parent not in branches:
        parent = parents.get(parent) if parent else None
    return parent


def _branch(plan: Plan, section: Section, role: str) -> Text:
    label = f"{section.label}. " if section.label else ""
    said = section.heading or " ".join(plan.slice(section).split())
    if section.heading is None and section.label and said.startswith(section.label):
        label = ""
    text = words(f"{label}{cut(said, _LONGEST)}", "bold" if section.heading else "")
    if role:
        text.append_text(words(f"  {role}", _ROLE_STYLE.get(role, "dim")))
    return text
