"""The headers of real documents against their hand annotations."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from vnplan.lexicon.names import dashed_names
from vnplan.parsers.header import HeaderReading, parse_header
from vnplan.readers import UnreadableDocument, read_file
from vnplan.records import Header
from vnplan.text.lines import logical_lines


def reading_of(path: Path) -> HeaderReading:
    document = read_file(path)
    return parse_header(document, logical_lines(document, dashed_names()))


def told(value: object) -> str | None:
    """For comparison: white space and capitals aside."""
    return None if value is None else " ".join(str(value).split()).casefold()


def shown(header: Header) -> dict[str, Any]:
    return {
        "parent_authority": told(header.parent_authority),
        "issuer": told(header.issuer),
        "number": told(header.number.canonical if header.number else None),
        "type": told(header.type_name),
        "issued_on": told(header.issued_on),
        "place": told(header.place),
        "title": told(header.title),
        "signers": [
            (told(one.name), told(one.title), told(one.capacity)) for one in header.signers
        ],
        "recipients": told(len(header.recipients)),
    }


def annotated(gold: dict[str, Any]) -> dict[str, Any]:
    return {
        name: [(told(one["name"]), told(one["title"]), told(one["capacity"])) for one in value]
        if name == "signers"
        else told(value)
        for name, value in gold["header"].items()
    }


def misses(gold_file: Path, documents: Path) -> tuple[list[str], int]:
    gold = yaml.safe_load(gold_file.read_text(encoding="utf-8"))
    found = shown(reading_of(next(iter(documents.glob(f"{gold['document']}.*")))).header)
    wanted = annotated(gold)
    return [name for name, value in wanted.items() if found[name] != value], len(wanted)


@pytest.mark.parametrize("slug", ["thai-nguyen-232-2021", "binh-duong-175-2019"])
def test_founding_documents(corpus_dir: Path, slug: str) -> None:
    assert misses(corpus_dir / "gold" / f"{slug}.yaml", corpus_dir)[0] == []


def test_annotated_documents(shared_gold: Path, shared_corpus: Path) -> None:
    """Every field of every annotated document that a reader exists for."""
    missed, total = [], 0
    for gold_file in sorted(shared_gold.glob("*.yaml")):
        try:
            names, count = misses(gold_file, shared_corpus)
        except UnreadableDocument:
            continue
        missed += [f"{gold_file.stem}: {name}" for name in names]
        total += count
    assert total > 100
    assert len(missed) <= 0.02 * total, missed


def test_every_document_has_a_header(shared_corpus: Path) -> None:
    """No document of the corpus raises, and those with a letterhead lose nothing of it."""
    read = 0
    for path in sorted(shared_corpus.iterdir()):
        if path.name.endswith((".tsv", "scan.pdf", "ocr.pdf")):  # these are recognised, elsewhere
            continue
        try:
            reading = reading_of(path)
        except UnreadableDocument:
            continue
        read += 1
        if reading.header.number is not None and "ocr" not in path.name:
            assert reading.header.issuer is not None, path.name
            assert reading.header.issued_on is not None, path.name
            assert reading.header.type is not None, path.name
    assert read > 30
