"""Plans as training data for spaCy: `DocBin` files with the records in `doc.spans`.

    [corpora.train]
    @readers = "spacy.Corpus.v1"
    path = "train.spacy"

spaCy reads a file as a whole, so many plans go into a folder, some hundreds a file; it takes such a
folder for one corpus.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from vnplan.exports.per_document import means_folder
from vnplan.exports.plan_file import whole
from vnplan.records import Plan

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

    from vnplan.exports.labels import Sheet

A_FILE: Final = 500
"""Plans in each file of a folder, and the most in a single one."""


class TooManyPlans(ValueError):
    """A single file was named for more plans than go into one."""


def training_pipeline(segment: str | None = None) -> Language:
    """The empty pipeline whose tokens the files have; `segment` as in the tokenizer's config."""
    import spacy

    from vnplan.pipes.tokenizer import NAME

    tokenizer = {"@tokenizers": NAME, "segment": segment}
    return spacy.blank("vi", config={"nlp": {"tokenizer": tokenizer}})


def write_training(
    plans: Iterable[Plan],
    target: Path,
    *,
    kinds: Sequence[str] | None = None,
    ents: bool = False,
    segment: str | None = None,
) -> int:
    """Writes plans to a file, or to files of a folder, in the order they come; how many.

    `kinds` are the groups of records (all of them when None), `ents` puts agencies, citations and
    deadlines into `doc.ents` as well. Each file is whole or not there. Plans themselves are not in
    it: a span keeps the id of its record, but `span._.record` is None.

    Raises `TooManyPlans` for a file and more than `A_FILE` plans, a `ValueError` for a kind there
    is none of, and `UnwritablePlan`.
    """
    from vnplan.pipes.groups import GROUPS, known_groups

    nlp = training_pipeline(segment)
    wanted = known_groups(tuple(kinds or GROUPS))
    folder = means_folder(target)
    coming = iter(plans)
    written = 0
    while batch := list(islice(coming, A_FILE)):
        if not folder and next(coming, None) is not None:
            raise TooManyPlans(f"a file holds {A_FILE} plans at most: name a folder, not {target}")
        place = target / f"{written // A_FILE:05}.spacy" if folder else target
        data = _packed(nlp, batch, wanted, ents)
        with whole(place, "export") as part:
            part.write_bytes(data)
        written += len(batch)
    return written


def labelled_doc(nlp: Language, sheet: Sheet) -> Doc:
    """The Doc of a text a person labelled (`labels.read_labels`), its labels in `doc.spans`.

    AGENCY goes to "agencies" and so on, any other label to "others"; what ends within a token takes
    the whole token, and blanks alone are left out.
    """
    from vnplan.pipes.groups import NAMES

    homes = {name: group for group, name in NAMES.items()}
    doc = nlp.tokenizer(sheet.text)
    found: dict[str, list[Span]] = {}
    for label in sheet.labels:
        span = doc.char_span(label.start, label.end, label.name, alignment_mode="expand")
        if span is not None and span.text.strip():
            found.setdefault(homes.get(label.name, "others"), []).append(span)
    for group, spans in found.items():
        doc.spans[group] = spans
    return doc


def _packed(nlp: Language, plans: Iterable[Plan], kinds: Sequence[str], ents: bool) -> bytes:
    from spacy.tokens import DocBin

    from vnplan.pipes import annotate

    def docs() -> Iterator[Doc]:
        return (annotate(nlp, plan, kinds=kinds, ents=ents) for plan in plans)

    packed: bytes = DocBin(docs=docs()).to_bytes()
    return packed
