"""The pipe: records as spans, in every way a Doc may go."""

from __future__ import annotations

import pickle
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
import regex
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from tests.pipes.conftest import SHORT, TOKENIZER, said

import vnplan
from vnplan.pipes import GROUPS, NAMES, annotate
from vnplan.pipes.groups import labelled
from vnplan.records import Plan, Target

_MARKS = regex.compile(r"[\s*#\\_`|>+-]+")


def bare(text: str) -> str:
    """The letters alone, without white space and marks of Markdown."""
    return _MARKS.sub("", unicodedata.normalize("NFC", text))


def test_records_are_spans(nlp: Language) -> None:
    doc = nlp(SHORT)
    assert {
        key: [(s.text, s.label_) for s in doc.spans[key]] for key in ("citations", "deadlines")
    } == {
        "citations": [
            ("Quyết định số 1665/QĐ-TTg ngày 30/10/2017 của Thủ tướng Chính phủ", "implements")
        ],
        "deadlines": [("trước ngày 30/6/2024", "point")],
    }
    assert ("Sở Tài chính", "department") in [(s.text, s.label_) for s in doc.spans["agencies"]]
    assert [s.label_ for s in doc.spans["targets"]] == ["quantified"]
    assert [s.label_ for s in doc.spans["tasks"]] == ["sentence"]
    assert doc._.plan == vnplan.parse(SHORT)
    assert doc._.unreadable is None


def test_ids_lead_to_records_and_to_the_world(nlp: Language) -> None:
    doc = nlp(SHORT)
    (citation,), (target,) = doc.spans["citations"], doc.spans["targets"]
    assert citation.kb_id_ == doc._.plan.citations[0].target_id
    assert isinstance(target._.record, Target)
    assert target._.record == doc._.plan.targets[0]
    agency = doc.spans["agencies"][-1]
    assert agency._.record in doc._.plan.mentions
    assert agency.kb_id_ == agency._.record.agency_id
    assert doc[:2]._.record is None


def as_it_is(text: str) -> str:
    return text


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def of_windows(text: str) -> str:
    return "\ufeff" + text.replace("\n", "\r\n")


def hyphenated(text: str) -> str:
    return text.replace("Sở", "S\u00adở").replace("30/10", "30\u200b/10")


@pytest.mark.parametrize("written", [as_it_is, decomposed, of_windows, hyphenated])
def test_spans_stand_in_the_text_as_it_was_given(
    nlp: Language, written: Callable[[str], str]
) -> None:
    """`Plan.text` is in normal form; the spans count in what spaCy was given."""
    text = written(SHORT)
    doc = nlp(text)
    assert doc.text == text
    for group in GROUPS:
        spans = [
            bare(span.text.replace("\u00ad", "").replace("\u200b", "")) for span in doc.spans[group]
        ]
        assert spans == [bare(doc._.plan.slice(one.span)) for one in labelled(doc._.plan, group)]


def test_marks_of_markdown_stay(founding: Doc, corpus_dir: Path) -> None:
    plan = founding._.plan
    assert founding.text == (corpus_dir / "binh-duong-175-2019.md").read_text(encoding="utf-8")
    assert plan.text != founding.text
    for group in GROUPS:
        records = labelled(plan, group)
        assert records or group == "abbreviations"
        assert [bare(span.text) for span in founding.spans[group]] == [
            bare(plan.slice(one.span)) for one in records
        ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is empty"),
        (" \n ", "is empty"),
        ("a\x00\x00", "holds binary data, not text"),
        ("<html><body><p>KẾ HOẠCH</p></body></html>", "is a web page or typed in old fonts"),
    ],
)
def test_what_cannot_be_read_says_why(nlp: Language, text: str, reason: str) -> None:
    bad, good = nlp.pipe([text, SHORT])
    assert bad.text == text
    assert bad._.unreadable.startswith(reason)
    assert bad._.plan is None
    assert said(bad) == {group: [] for group in GROUPS}
    assert good._.plan is not None


def test_a_web_page_is_annotated_on_its_own_text(nlp: Language) -> None:
    plan = vnplan.parse(f"<html><body>{SHORT.replace(chr(10), '<br>')}</body></html>")
    doc = annotate(nlp, plan)
    assert doc.text == plan.text
    assert {"citations", "tasks"} <= {key for key, spans in doc.spans.items() if spans}
    assert doc._.plan == plan


PIECES = st.sampled_from(
    [*SHORT.splitlines(keepends=True), "<p>", "**", "a\u0323", "|", "\x00", "😀"]
)


@given(st.lists(PIECES | st.text(max_size=8), max_size=12).map("".join))
def test_any_text_keeps_its_characters(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert (doc._.plan is None) == (doc._.unreadable is not None)


def test_half_a_surrogate_pair(nlp: Language) -> None:
    assert nlp("Sở \ud800 Tài chính").text == "Sở \ufffd Tài chính"


@pytest.mark.parametrize("segment", [None, "underthesea"])
def test_no_record_is_longer_than_its_evidence(segment: str | None, plan: Plan) -> None:
    """Also where the words of a segmenter, or those of spaCy's own tokenizer, straddle an edge."""
    own = {"nlp": {"tokenizer": {**TOKENIZER["nlp"]["tokenizer"], "segment": segment}}}
    for config in (own, {"nlp": {"tokenizer": {"use_pyvi": False}}}):
        doc = annotate(spacy.blank("vi", config=config), plan)
        assert doc.text == plan.text
        for group in GROUPS:
            expected = [(one.span.start, one.span.end) for one in labelled(plan, group)]
            assert [(s.start_char, s.end_char) for s in doc.spans[group]] == expected


def test_spans_of_other_pipes_move_with_the_tokens() -> None:
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"use_pyvi": False}}})
    doc = nlp.make_doc(SHORT)
    doc.spans["own"] = [doc[0:2], doc[-3:]]
    before = [span.text for span in doc.spans["own"]]
    nlp.add_pipe("vnplan")(doc)
    assert [span.text for span in doc.spans["own"]] == before
    assert len(doc) > len(nlp.make_doc(SHORT))


def test_the_tokenizer_cuts_where_records_do(nlp: Language, plan: Plan) -> None:
    doc = annotate(nlp, plan)
    assert [token.text for token in doc] == [token.text for token in nlp.make_doc(plan.text)]


def test_several_processes(nlp: Language) -> None:
    texts = [SHORT, SHORT.replace("17/", "18/"), ""]
    alone, shared = list(nlp.pipe(texts)), list(nlp.pipe(texts, n_process=2, batch_size=1))
    assert [said(doc) for doc in shared] == [said(doc) for doc in alone]
    assert [doc._.plan for doc in shared] == [doc._.plan for doc in alone]


def test_docbin(nlp: Language, founding: Doc) -> None:
    data = DocBin(docs=[founding], store_user_data=True).to_bytes()
    (doc,) = DocBin().from_bytes(data).get_docs(spacy.blank("vi", config=TOKENIZER).vocab)
    assert doc.text == founding.text
    assert said(doc) == said(founding)
    assert doc._.plan == founding._.plan
    assert isinstance(doc.spans["tasks"][0]._.record, vnplan.Task)


def test_pickle(nlp: Language, founding: Doc) -> None:
    again = pickle.loads(pickle.dumps(nlp))
    assert said(again(SHORT)) == said(nlp(SHORT))
    doc = pickle.loads(pickle.dumps(founding))
    assert said(doc) == said(founding)
    assert doc._.plan == founding._.plan


def test_a_pipeline_is_kept_on_disk_with_its_settings(tmp_path: Path) -> None:
    names = tmp_path / "names.toml"
    names.write_text(
        '[[agencies]]\nname = "Tổ Tưới tiết kiệm"\nkind = "group"\nlevel = "province"\n',
        encoding="utf-8",
    )
    own = {"nlp": {"tokenizer": {**TOKENIZER["nlp"]["tokenizer"], "segment": "underthesea"}}}
    nlp = spacy.blank("vi", config=own)
    nlp.add_pipe("vnplan", config={"kinds": ["agencies"], "lexicon": [str(names)], "ents": True})
    nlp.to_disk(tmp_path / "model")
    again = spacy.load(tmp_path / "model")
    text = SHORT.replace("Sở Tài chính", "Tổ Tưới tiết kiệm")
    for one in (nlp, again, pickle.loads(pickle.dumps(nlp))):
        doc = one(text)
        assert list(doc.spans) == ["agencies"]
        assert ("Tổ Tưới tiết kiệm", "group") in [(s.text, s.label_) for s in doc.spans["agencies"]]
        assert {ent.label_ for ent in doc.ents} == {"AGENCY"}
        assert "Thử nghiệm" in [token.text for token in doc]


def test_entities_do_not_overlap(nlp: Language) -> None:
    own = spacy.blank("vi", config=TOKENIZER)
    own.add_pipe("vnplan", config={"ents": True})
    found = [(ent.text, ent.label_) for ent in own(SHORT).ents]
    assert found[-3:] == [
        ("Quyết định số 1665/QĐ-TTg ngày 30/10/2017 của Thủ tướng Chính phủ", "CITATION"),
        ("Sở Tài chính", "AGENCY"),
        ("trước ngày 30/6/2024", "DEADLINE"),
    ]


@pytest.mark.parametrize(
    ("config", "told"),
    [
        ({"kinds": ["tsk"]}, "no group of records is called 'tsk'"),
        ({"lexicon": ["nowhere.toml"]}, "nowhere.toml"),
    ],
)
def test_wrong_settings_are_told(config: dict[str, object], told: str) -> None:
    with pytest.raises((ValueError, vnplan.LexiconError), match=told):
        spacy.blank("vi", config=TOKENIZER).add_pipe("vnplan", config=config)


def test_an_unknown_segmenter_is_told() -> None:
    tokenizer = {**TOKENIZER["nlp"]["tokenizer"], "segment": "pyvi"}
    with pytest.raises(ValueError, match="there is underthesea, or null"):
        spacy.blank("vi", config={"nlp": {"tokenizer": tokenizer}})


def test_colours(nlp: Language) -> None:
    from vnplan.pipes.colors import COLORS

    doc = nlp(SHORT)
    for group in GROUPS:
        labels = {span.label_ for span in doc.spans[group]}
        assert {label.upper() for label in labels} | {NAMES[group]} <= set(COLORS)
    html = displacy.render(doc, style="span", options={"spans_key": "deadlines"}, jupyter=False)
    assert COLORS["POINT"] in html


def test_empty_plan(nlp: Language) -> None:
    source = vnplan.Source(media_type="text/plain", sha256="0" * 64, reader="plain")
    doc = annotate(nlp, Plan(id="urn:lex:vn", source=source, text=""))
    assert said(doc) == {group: [] for group in GROUPS}


def test_a_blank_at_an_edge_is_nobodys(nlp: Language) -> None:
    source = vnplan.Source(media_type="text/plain", sha256="0" * 64, reader="plain")
    places = [(0, 4), (3, 9), (3, 4), (9, 9), (9, 10)]
    shorts = [
        vnplan.Abbreviation(short="a", long="b", span=vnplan.Span(start=a, end=b))
        for a, b in places
    ]
    plan = Plan(id="urn:lex:vn", source=source, text="một  hai  \n", abbreviations=tuple(shorts))
    doc = annotate(nlp, plan)
    spans = doc.spans["abbreviations"]
    assert [span.text for span in spans] == ["một", "hai"]
    assert [span._.record for span in spans] == shorts[:2]
