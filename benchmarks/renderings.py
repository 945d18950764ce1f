"""Accuracy on the same documents in other shapes: what a reader or a wrap costs.

Each annotated document is written again as plain text (a line a paragraph, wrapped at several
widths, set apart by blank lines) and as HTML, and scored like the original:

    python benchmarks/renderings.py corpus/gold corpus

Tables come out as lines in the plain text, so tasks in their rows are lost there by design.
"""

from __future__ import annotations

import argparse
import html
import tempfile
import textwrap
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from vnplan.evaluation import Evaluation, evaluate_file, gold_files
from vnplan.lexicon.names import dashed_names
from vnplan.readers import UnreadableDocument, read_file
from vnplan.text.document import Document
from vnplan.text.lines import LogicalLine, logical_lines

Lines = Sequence[LogicalLine]


def paragraphs(_: Document, lines: Lines) -> str:
    """One paragraph a line."""
    return "\n".join(line.text for line in lines) + "\n"


def wrapped(width: int, gap: str = "\n") -> Callable[[Document, Lines], str]:
    """Every paragraph filled to `width` characters."""

    def render(_: Document, lines: Lines) -> str:
        filled = (
            textwrap.fill(line.text, width, break_long_words=False, break_on_hyphens=False)
            for line in lines
        )
        return gap.join(filled) + "\n"

    return render


def page(document: Document, lines: Lines) -> str:
    """A plain web page with the document's tables."""
    body = "\n".join(_blocks(document, lines))
    return f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>'


def _blocks(document: Document, lines: Lines) -> Iterator[str]:
    done: set[int] = set()
    for line in lines:
        if line.cell is None:
            yield f"<p>{html.escape(line.text)}</p>"
        elif line.cell[0] not in done:
            done.add(line.cell[0])
            yield _table(document, lines, line.cell[0])


def _table(document: Document, lines: Lines, number: int) -> str:
    rows: dict[int, list[str]] = {}
    for index, cell in enumerate(document.tables[number].cells):
        words = "<br>".join(html.escape(ln.text) for ln in lines if ln.cell == (number, index))
        spans = f'colspan="{cell.column_span}" rowspan="{cell.row_span}"'
        rows.setdefault(cell.row, []).append(f"<td {spans}>{words}</td>")
    return (
        f"<table>{''.join(f'<tr>{chr(10).join(rows[row])}</tr>' for row in sorted(rows))}</table>"
    )


SHAPES: dict[str, tuple[str, Callable[[Document, Lines], str]]] = {
    "a line a paragraph": (".txt", paragraphs),
    "wrapped at 72": (".txt", wrapped(72)),
    "wrapped at 95": (".txt", wrapped(95)),
    "set apart, wrapped at 80": (".txt", wrapped(80, "\n\n")),
    "web page": (".html", page),
}


def score(gold: Path, docs: Path, shape: str, folder: Path) -> Evaluation:
    """The evaluation of all documents that can be read, rendered in one shape into `folder`."""
    suffix, render = SHAPES[shape]
    files = []
    for file in gold_files(gold):
        source = next(iter(sorted(docs.glob(f"{file.stem}.*"))), None)
        try:
            document = read_file(source) if source is not None else None
        except UnreadableDocument:
            continue
        if document is not None:
            text = render(document, logical_lines(document, dashed_names()))
            (folder / f"{file.stem}{suffix}").write_text(text, encoding="utf-8")
            files.append(file)
    return Evaluation(tuple(evaluate_file(file, folder) for file in files))


def main() -> None:
    """Prints the mean of each kind for every shape."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("gold", type=Path)
    options.add_argument("docs", type=Path)
    given = options.parse_args()
    for shape in SHAPES:
        with tempfile.TemporaryDirectory() as folder:
            means = score(given.gold, given.docs, shape, Path(folder)).means()
        figures = "  ".join(f"{kind} {mean:.3f}" for kind, mean in means.items() if "." not in kind)
        print(f"{shape:26} {figures}")


if __name__ == "__main__":
    main()
