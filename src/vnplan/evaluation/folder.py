"""Scoring a folder of documents against a folder of annotations, paired by name."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TypeAlias

from vnplan.evaluation.document import evaluate, failed
from vnplan.evaluation.gold import GoldError, load_gold
from vnplan.evaluation.scores import DocumentScore, Evaluation, Kind
from vnplan.records import Plan

Parse: TypeAlias = Callable[[Path], Plan]

_GOLD = frozenset({".yaml", ".yml"})
# What may lie beside a document under its name: its annotation, its converted plan.
_NO_DOCUMENT = _GOLD | {".json"}


def gold_files(gold: Path) -> tuple[Path, ...]:
    """The annotations in a folder, by name, or the one file itself.

    Raises `GoldError` when there are none.
    """
    if gold.is_file():
        return (gold,)
    if not gold.is_dir():
        raise GoldError(f"{gold}: no such file or folder")
    files = tuple(
        sorted(path for path in gold.iterdir() if path.suffix.lower() in _GOLD and path.is_file())
    )
    if not files:
        raise GoldError(f"{gold}: no annotations (*.yaml) in this folder")
    return files


def evaluate_folder(
    gold: Path, docs: Path, parse: Parse | None = None, kinds: Collection[Kind] = tuple(Kind)
) -> Evaluation:
    """Score every annotation of a folder (or one file) against its document in `docs`.

    The document of `name.yaml` is `name.*` in `docs`, or `docs` itself when it is a file. Nothing
    is dropped: an annotation that cannot be read, one without a document, and a document on which
    `parse` (default `vnplan.parse_file`) fails are among the results with a `failure`. Raises
    `GoldError` when there is no annotation at all.
    """
    return Evaluation(tuple(evaluate_file(file, docs, parse, kinds) for file in gold_files(gold)))


def evaluate_file(
    gold: Path, docs: Path, parse: Parse | None = None, kinds: Collection[Kind] = tuple(Kind)
) -> DocumentScore:
    """Score the document of one annotation; see `evaluate_folder`."""
    try:
        annotation = load_gold(gold)
    except GoldError as error:
        return DocumentScore(gold.stem, (), str(error))
    found = _documents(annotation.document, docs)
    if len(found) != 1:
        names = ", ".join(path.name for path in found)
        reason = (
            f"{len(found)} documents of this name: {names}"
            if found
            else f"no document {annotation.document}.* in {docs}"
        )
        return failed(annotation, reason, kinds)
    read = _parse_file() if parse is None else parse
    try:
        plan = read(found[0])
    except Exception as error:  # noqa: BLE001 - whatever one document breaks, the others are scored
        return failed(annotation, f"{found[0].name}: {_one_line(error)}", kinds)
    return evaluate(annotation, plan, kinds)


def _documents(name: str, docs: Path) -> tuple[Path, ...]:
    if docs.is_file():
        return (docs,)
    if not docs.is_dir():
        return ()
    return tuple(
        sorted(
            path
            for path in docs.iterdir()
            if path.stem == name and path.suffix.lower() not in _NO_DOCUMENT and path.is_file()
        )
    )


def _parse_file() -> Parse:
    """`vnplan.parse_file`, fetched when first needed: it brings all readers with it."""
    from vnplan.pipeline import parse_file

    return parse_file


def _one_line(error: Exception) -> str:
    message = " ".join(str(error).split())
    return message[:300] if message else type(error).__name__
