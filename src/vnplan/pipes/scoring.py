"""Precision, recall and F1 of the records in `doc.spans`, as `nlp.evaluate` shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, Final

from spacy.scorer import Scorer
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import registry

from vnplan.pipes.groups import GROUPS

SCORER: Final = "vnplan.spans_scorer.v1"
"""The name it is registered under."""

_SCORED: Final = ("agencies", "citations", "deadlines", "targets", "tasks")
WEIGHTS: Final[dict[str, float | None]] = {
    f"spans_{group}_f": 1 / len(_SCORED) for group in _SCORED
}
"""What counts in the one figure a training run is judged by."""


@registry.scorers(SCORER)  # type: ignore[untyped-decorator]
def create_scorer(labeled: bool = True) -> Callable[..., dict[str, Any]]:
    """What a config names; without `labeled` a span counts whatever its label."""
    return partial(_score, labeled=labeled)


def _score(
    examples: Iterable[Example], *, labeled: bool, kinds: Sequence[str] = GROUPS, **_: Any
) -> dict[str, Any]:
    """A function of the module, so that a pipeline can be pickled."""
    return score_groups(examples, kinds, labeled=labeled)


def score_groups(
    examples: Iterable[Example], kinds: Sequence[str] = GROUPS, *, labeled: bool = True
) -> dict[str, Any]:
    """`spans_<group>_p`, `_r`, `_f` and `_per_type` of each group; None where nothing is annotated.

    A span is right when it has the same tokens and the same label as an annotated one. A document
    whose reference has no such group does not count for it.
    """
    told = list(examples)
    scores: dict[str, Any] = {}
    for kind in kinds:
        scores |= Scorer.score_spans(
            told,
            f"spans_{kind}",
            getter=_getter(kind),
            has_annotation=_annotated(kind),
            labeled=labeled,
            allow_overlap=True,
        )
    return scores


def _getter(kind: str) -> Callable[[Doc, str], Iterable[Span]]:
    return lambda doc, _: doc.spans.get(kind, [])


def _annotated(kind: str) -> Callable[[Doc], bool]:
    return lambda doc: kind in doc.spans
