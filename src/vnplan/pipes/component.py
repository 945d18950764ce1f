"""`nlp.add_pipe("vnplan")`: the records of an administrative document as spans of a Doc."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from vnplan.pipes.alignment import span_of, token_ranges
from vnplan.pipes.extensions import PLAN, UNREADABLE, register
from vnplan.pipes.groups import ENTITIES, GROUPS, NAMES, known_groups, labelled
from vnplan.pipes.scoring import SCORER, WEIGHTS
from vnplan.records import Plan, Span

if TYPE_CHECKING:
    from vnplan.lexicon.agencies import Lexicon

register()


@Language.factory(
    "vnplan",
    assigns=["doc._.plan", "doc.spans"],
    default_config={
        "kinds": list(GROUPS),
        "lexicon": [],
        "ents": False,
        "scorer": {"@scorers": SCORER},
    },
    default_score_weights=WEIGHTS,
)
def create_vnplan(
    nlp: Language,
    name: str,
    kinds: list[str],
    lexicon: list[str],
    ents: bool,
    scorer: Callable[..., dict[str, Any]] | None,
) -> VnplanPipe:
    """What `nlp.add_pipe("vnplan", config={…})` makes; the config's keys are those of the pipe."""
    return VnplanPipe(name, kinds=kinds, lexicon=lexicon, ents=ents, scorer=scorer)


class VnplanPipe:
    """Reads `doc.text`, puts its records into `doc.spans` and its Plan into `doc._.plan`.

    `kinds` are the groups to fill (`vnplan.pipes.GROUPS`), `lexicon` the paths of TOML files with
    names of one's own; `ents` puts agencies, citations and deadlines into `doc.ents` too, the
    longest where two overlap. A text that cannot be read has no spans, and `doc._.unreadable` says
    why: one bad text does not end `nlp.pipe`.

    Raises a `ValueError` for a kind there is none of, and `LexiconError` for a file it cannot read.
    """

    def __init__(
        self,
        name: str = "vnplan",
        *,
        kinds: Iterable[str] = GROUPS,
        lexicon: Iterable[str] = (),
        ents: bool = False,
        scorer: Callable[..., dict[str, Any]] | None = None,
    ) -> None:
        self.name = name
        self.kinds = known_groups(tuple(kinds))
        self.ents = ents
        self.scorer = scorer
        self._paths = tuple(lexicon)
        self._lexicon = _lexicon(self._paths)

    def __call__(self, doc: Doc) -> Doc:
        # Imported with the first text: who only looks at the colours does not wait for parsers.
        from vnplan.pipeline import build_plan
        from vnplan.pipes.offsets import Offsets, Unplaceable
        from vnplan.readers import UnreadableDocument, read_text

        try:
            document = read_text(doc.text)
            offsets = Offsets(document, doc.text)
        except UnreadableDocument as problem:
            return self._refused(doc, problem.reason)
        except Unplaceable as problem:
            return self._refused(doc, str(problem))
        return fill(doc, build_plan(document, self._lexicon), offsets.of, self.kinds, self.ents)

    def _refused(self, doc: Doc, reason: str) -> Doc:
        doc.user_data.pop(PLAN, None)
        doc.user_data[UNREADABLE] = reason
        for kind in self.kinds:
            doc.spans[kind] = []
        return doc

    def score(self, examples: Iterable[Any], **given: Any) -> dict[str, Any]:
        """Precision, recall and F1 of each group, for `nlp.evaluate`."""
        return {} if self.scorer is None else self.scorer(examples, kinds=self.kinds, **given)

    def __getstate__(self) -> dict[str, Any]:
        """Everything but the lexicon, which is read again where the pipe arrives."""
        return {**self.__dict__, "_lexicon": None}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._lexicon = _lexicon(self._paths)


def _lexicon(paths: tuple[str, ...]) -> Lexicon | None:
    if not paths:
        return None
    from vnplan.lexicon.agencies import Lexicon

    return Lexicon.load(*paths)


def fill(
    doc: Doc,
    plan: Plan,
    place: Callable[[Span], tuple[int, int]],
    kinds: Iterable[str] = GROUPS,
    ents: bool = False,
) -> Doc:
    """`doc` with the records of a Plan; `place` leads from `plan.text` to `doc.text`."""
    groups = {kind: [(place(one.span), one) for one in labelled(plan, kind)] for kind in kinds}
    found = token_ranges(doc, (at for places in groups.values() for at, _ in places))
    for kind, places in groups.items():
        doc.spans[kind] = [
            span_of(doc, found[at], one.label, one.id, one.kb_id)
            for at, one in places
            if at in found
        ]
    doc.user_data.pop(UNREADABLE, None)
    doc.user_data[PLAN] = plan.to_json()
    if ents:
        doc.ents = filter_spans(
            span_of(doc, found[at], NAMES[kind], one.id, one.kb_id)
            for kind in ENTITIES
            for at, one in groups.get(kind, ())
            if at in found
        )
    return doc


def annotate(
    nlp: Language, plan: Plan, *, kinds: Iterable[str] = GROUPS, ents: bool = False
) -> Doc:
    """The Doc of a Plan that was read elsewhere: from a PDF, a Word file, a web page, a store.

    `doc.text == plan.text`. Raises a `ValueError` for a kind there is none of.
    """
    wanted = known_groups(tuple(kinds))
    return fill(nlp.tokenizer(plan.text), plan, _same, wanted, ents)


def _same(span: Span) -> tuple[int, int]:
    return span.start, span.end
