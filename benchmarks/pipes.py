"""vnplan in spaCy: how many records stand on tokens exactly, and how fast.

    python -m benchmarks.pipes ../shared/corpus

For each tokenizer: records in all, those whose edges are edges of tokens without any splitting,
those that are after it; tokens, and characters cut a second. Ends with status 1 when a record is
not on its exact characters.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.tokens import Doc

import vnplan
from vnplan.pipes import GROUPS, annotate
from vnplan.pipes.groups import labelled

_OURS = {"@tokenizers": "vnplan.VietnameseTokenizer.v1"}
TOKENIZERS = {
    "vnplan": _OURS,
    "vnplan, words of underthesea": {**_OURS, "segment": "underthesea"},
    "spaCy's (by white space)": {"use_pyvi": False},
}


def plans(paths: list[Path]) -> Iterator[vnplan.Plan]:
    """The plans of documents and of folders of them; what cannot be read is told."""
    for path in paths:
        for file in sorted(path.iterdir()) if path.is_dir() else [path]:
            if file.suffix == ".tsv" or file.is_dir():
                continue
            try:
                yield vnplan.parse_file(file)
            except vnplan.UnreadableDocument as problem:
                print(problem, file=sys.stderr)


def exact(plan: vnplan.Plan, doc: Doc) -> int:
    """How many records stand on exactly their characters."""
    return sum(
        (span.start_char, span.end_char) == (one.span.start, one.span.end)
        for group in GROUPS
        for span, one in zip(doc.spans[group], labelled(plan, group), strict=True)
    )


def untouched(plan: vnplan.Plan, doc: Doc) -> int:
    """How many would without splitting a token."""
    starts = {token.idx for token in doc}
    ends = {token.idx + len(token) for token in doc}
    return sum(
        one.span.start in starts and one.span.end in ends
        for group in GROUPS
        for one in labelled(plan, group)
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path, help="documents, or folders of them")
    read = list(plans(parser.parse_args().paths))
    records = sum(len(labelled(plan, group)) for plan in read for group in GROUPS)
    characters = sum(len(plan.text) for plan in read)
    print(f"{len(read)} documents, {characters:,} characters, {records:,} records")
    missed = 0
    for name, tokenizer in TOKENIZERS.items():
        nlp = spacy.blank("vi", config={"nlp": {"tokenizer": tokenizer}})
        nlp.make_doc("đào tạo cán bộ")
        started = time.process_time()
        docs = [nlp.tokenizer(plan.text) for plan in read]
        cut = time.process_time() - started
        before = sum(map(untouched, read, docs))
        started = time.process_time()
        marked = [annotate(nlp, plan) for plan in read]
        seconds = time.process_time() - started
        found = sum(map(exact, read, marked))
        missed += records - found
        print(
            f"{name:30} exact {before:,}, after splitting {found:,}; {sum(map(len, docs)):,} tokens"
        )
        speeds = f"cut {characters / cut:,.0f}, with all records {characters / seconds:,.0f}"
        print(f"{'':30} characters a second: {speeds}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
