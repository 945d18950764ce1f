"""A document as the parts an office lays out: letterhead, title, body, recipients, signature."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from vnplan.lexicon.names import dashed_names
from vnplan.pipeline import build_plan
from vnplan.readers import read_file
from vnplan.records import Plan, SectionKind
from vnplan.text.document import Document, Table
from vnplan.text.lines import LogicalLine, logical_lines

CORPUS = Path(__file__).resolve().parents[2] / "corpus"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph with its typed label; the first `bold` characters are a heading."""

    text: str
    bold: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of data and the lines in each of its cells."""

    table: Table
    cells: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The parts of a document, and the plan that its text file gives.

    `issuer` and `motto` are the two columns of the letterhead, `number` and `place` the line below
    them; `title` is the type word and the title; `recipients` and `signature` the last columns;
    `annex` is what follows them.
    """

    plan: Plan
    issuer: tuple[str, ...]
    motto: tuple[str, ...]
    number: str
    place: str
    title: tuple[str, ...]
    body: tuple[Paragraph | Grid, ...]
    recipients: tuple[str, ...]
    signature: tuple[str, ...]
    annex: tuple[Paragraph | Grid, ...] = ()


def founding(name: str) -> Sheet:
    """The sheet of the document in corpus/ whose name begins with `name`."""
    (path,) = (path for path in CORPUS.glob(f"{name}*") if path.is_file())
    return sheet_of(read_file(path))


def sheet_of(document: Document) -> Sheet:
    """The parts of a plan that has a letterhead, a type word, a title and a signature."""
    plan = build_plan(document)
    header = plan.header
    assert header is not None
    assert header.title is not None
    assert header.type_name is not None
    lines = list(logical_lines(document, dashed_names()))
    kind = next(
        at for at, line in enumerate(lines) if line.text.casefold() == header.type_name.casefold()
    )
    end = next(at for at, line in enumerate(lines) if line.text.startswith("Nơi nhận"))
    title, used = _one(lines[kind + 1 : end], header.title)
    authority = header.signers[0].authority or ""
    sign = next(at for at, line in enumerate(lines) if at > end and authority[:3] in line.text)
    top, taken = _one(lines[sign:], authority)
    name = header.signers[-1].name or ""
    last = next((at + 1 for at in range(sign, len(lines)) if lines[at].text.endswith(name)), sign)
    issuer, motto, number, place = _letterhead(document, lines[:kind])
    return Sheet(
        plan=plan,
        issuer=issuer,
        motto=motto,
        number=number,
        place=place,
        title=(lines[kind].text, title),
        body=tuple(_body(document, lines[kind + 1 + used : end], plan)),
        recipients=tuple(line.text for line in lines[end:sign]),
        signature=(top, *(line.text for line in lines[sign + taken : last])),
        annex=tuple(_body(document, lines[last:], plan)),
    )


def _one(lines: Sequence[LogicalLine], wanted: str) -> tuple[str, int]:
    """The first lines as the one line `wanted` that they are, and how many they are."""
    joined = ""
    for count, line in enumerate(lines, 1):
        joined = f"{joined} {line.text}".strip()
        if len(joined) >= len(wanted):
            return joined, count
    raise ValueError(f"{wanted!r} does not stand at the head of these lines")


def _letterhead(
    document: Document, lines: Sequence[LogicalLine]
) -> tuple[tuple[str, ...], tuple[str, ...], str, str]:
    """Issuer, motto, number and place with day, in whatever order they stand."""
    issuer: list[str] = []
    motto = number = place = ""
    typed = [part for line in lines for part in document.text[line.start : line.end].split("\n")]
    for words in typed:
        text = " ".join(words.split())
        if text.startswith("Số"):
            number = text
        elif text.startswith("CỘNG HÒA") or (motto and "Độc lập" not in motto):
            motto = f"{motto} {text}".strip()
        elif motto and number:
            place = f"{place} {text}".strip()
        else:
            issuer.append(text)
    cut = motto.index("Độc lập")
    return tuple(issuer), (motto[:cut].strip(), motto[cut:]), number, place


def _body(
    document: Document, lines: Sequence[LogicalLine], plan: Plan
) -> Iterator[Paragraph | Grid]:
    headed = {
        section.span.start: section.heading
        for section in plan.sections
        if section.heading and section.kind is SectionKind.HEADING
    }
    done: set[int] = set()
    for line in lines:
        if line.cell is None:
            heading = headed.get(line.start)
            at = line.text.find(heading) if heading else -1
            yield Paragraph(line.text, at + len(heading) if heading and at >= 0 else 0)
        elif line.cell[0] not in done:
            number = line.cell[0]
            done.add(number)
            table = document.tables[number]
            cells = (
                tuple(each.text for each in lines if each.cell == (number, cell))
                for cell in range(len(table.cells))
            )
            yield Grid(table, tuple(cells))
