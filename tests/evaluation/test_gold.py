"""Reading annotations: what a file says, and what is said about a file that says it wrong."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.evaluation.gold import GoldError, load_gold, parse_gold
from vnplan.records import Comparator, DeadlineKind, Relation, SectionRole

SAMPLE = """\
document: thai-nguyen-232-2021
header:
  parent_authority: null
  issued_on: 2021-12-22
  number: 010
  recipients: 9
abbreviations: {HSSV: "học sinh, sinh viên", NO: "Nội vụ"}
sections:
  - [I, "MỤC ĐÍCH, YÊU CẦU", purpose]
  - [4.10, ~, task]
  - [1, null, task]
citations:
  - {quote: "Luật Đê điều", nth: 2, number: null, title: Luật Đê điều, issued_on: null, relation: amends}
targets:
  - {quote: "dưới 109 bé trai", value: 2.10, unit: con, comparator: lt, end: null}
  - {quote: "Nâng cao nhận thức", value: null}
deadlines:
  - {quote: "Hằng năm", kind: recurring, rrule: "FREQ=YEARLY"}
tasks:
  - {quote: "Chủ trì", section: 1, lead: [], implement: ["Sở Y tế"], coordinate: [], end: 2025-12-31}
"""


def test_values_mean_what_the_annotator_wrote() -> None:
    gold = parse_gold(SAMPLE, "sample.yaml")

    assert gold.header is not None
    assert gold.header.issued_on == dt.date(2021, 12, 22)
    assert gold.header.number == "010"  # YAML 1.1 reads an octal 8
    assert gold.header.states("parent_authority")
    assert not gold.header.states("title")
    assert gold.abbreviations == {"HSSV": "học sinh, sinh viên", "NO": "Nội vụ"}  # NO is no false
    assert gold.sections is not None
    assert [section.path for section in gold.sections] == ["I", "4.10", "1"]  # 4.10 is not 4.1
    assert [section.heading for section in gold.sections] == ["MỤC ĐÍCH, YÊU CẦU", None, None]
    assert gold.sections[0].role is SectionRole.PURPOSE
    assert gold.citations is not None
    assert gold.citations[0].nth == 2
    assert gold.citations[0].relation is Relation.AMENDS
    assert not gold.citations[0].states("issuer")
    assert gold.targets is not None
    assert gold.targets[0].value == Decimal("2.1")
    assert gold.targets[0].comparator is Comparator.LT
    assert gold.targets[1].value is None
    assert gold.deadlines is not None
    assert gold.deadlines[0].kind is DeadlineKind.RECURRING
    assert gold.tasks is not None
    assert gold.tasks[0].section == "1"
    assert gold.tasks[0].owners == ("Sở Y tế",)


def test_a_kind_that_is_left_out_was_not_annotated() -> None:
    gold = parse_gold("document: a\ntargets: []\n", "a.yaml")

    assert gold.targets == ()
    assert gold.tasks is None


CITATION = "document: a\ncitations:\n  - {quote: Luật A, title: Luật A%s}\n"
FAULTS = [
    # what is written, what the message says
    ("document: a\nheadr: {}\n", "line 2, headr: the key 'headr' is not known"),
    (CITATION % ", isued_on: null", "line 3, citations[1].isued_on: the key 'isued_on' is not known"),
    (CITATION % ", issued_on: 22/12/2021", "citations[1].issued_on: '22/12/2021' is not a day of the form YYYY-MM-DD"),
    (CITATION % ", issued_on: 2021", "'2021' is not a day"),
    (CITATION % ", issued_on: 2021-02-30", "'2021-02-30' is a day no calendar has"),
    (CITATION % ", relation: implement", "citations[1].relation: should be 'legal_basis'"),
    (CITATION % ", nth: 0", "citations[1].nth: should be greater than or equal to 1"),
    (CITATION % ", nth: 1, nth: 2", "line 3: the key nth stands twice"),
    ("document: a\ncitations:\n  - {number: 1/QĐ}\n", "line 3, citations[1].quote: is missing"),
    ("document: a\ncitations:\n  - {quote: ' ', number: 1/QĐ}\n", "citations[1].quote: String should have at least 1 character"),
    ("document: a\ncitations:\n  - {quote: '- …', number: 1/QĐ}\n", "the quote '- …' holds no word"),
    ("document: a\ncitations:\n  - {quote: Luật, number: null}\n", "line 3, citations[1]: a citation without a number needs a title"),
    ("document: a\nsections:\n  - [I, MỤC ĐÍCH, YÊU CẦU, purpose]\n", "line 3, sections[1]: a section is written [path, heading, role], here are 4 parts"),
    ("document: a\nsections:\n  - {path: I}\n", "sections[1]: a section is written [path, heading, role]"),
    ("document: a\nsections:\n  - [I, A, purposes]\n", "sections[1].role: should be 'preamble'"),
    ("document: a\ntargets:\n  - {quote: A, value: 2,5}\n", "the key '5' is not known"),
    ("document: a\ntargets:\n  - {quote: A, value: 50%}\n", "'50%' is not a figure"),
    ("document: a\ntargets:\n  - {quote: A, value: NaN}\n", "'NaN' is not a figure"),
    ("document: a\ntargets:\n  - {quote: A, upper: 5}\n", "an upper figure needs a value"),
    ("document: a\ndeadlines:\n  - {quote: A}\n", "deadlines[1].kind: is missing"),
    ("document: a\ntasks:\n  - {quote: A, lead: Sở Y tế}\n", "tasks[1].lead: should be a valid list"),
    ("document: a\ntasks:\n", "tasks is empty: write [] for none"),
    ("document: a\nheader: {recipients: nine}\n", "line 2, header.recipients: should be a valid integer"),
    ("header: {}\n", "document: is missing"),
    ("document: ../a\n", "document: String should match pattern"),
    ("document: a\n  b: [\n", "line 2: mapping values are not allowed here"),
    ("- a\n", "not an annotation"),
    ("", "not an annotation"),
    ("document: a\n---\ndocument: b\n", "but found another document"),
    ("document: &a b\ntasks: *a\n", "line 2: aliases (*name) are not read here"),
    ("document: !!python/object/apply:os.system [ls]\n", "line 1: the tag tag:yaml.org,2002:python/object/apply:os.system is not read here"),
    ("document: a\ntasks: " + "[" * 5000, "nested too deeply"),
    ("document: a\x00b\n", "special characters are not allowed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), FAULTS)
def test_a_fault_is_told_in_one_line(text: str, message: str) -> None:
    with pytest.raises(GoldError) as caught:
        parse_gold(text, "a.yaml")

    assert str(caught.value).startswith("a.yaml: ")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_first_of_several_faults_is_told() -> None:
    text = "document: a\ndeadlines:\n  - {quote: A, kind: never}\n  - {kind: point}\nzzz: 1\n"

    with pytest.raises(GoldError, match=r"line 3, .*\(and 2 more\)$"):
        parse_gold(text, "a.yaml")


def test_a_file_annotates_the_document_of_its_name(tmp_path: Path) -> None:
    file = tmp_path / "b.yaml"
    file.write_text("document: a\n", encoding="utf-8")

    with pytest.raises(GoldError, match=r"^b\.yaml: it annotates 'a', not 'b'$"):
        load_gold(file)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    with pytest.raises(GoldError, match=r"^a\.yaml: No such file"):
        load_gold(file)
    file.write_bytes("document: Sở".encode("utf-16"))
    with pytest.raises(GoldError, match=r"^a\.yaml: not UTF-8"):
        load_gold(file)
    file.write_bytes(b"#" * 4_000_001)
    with pytest.raises(GoldError, match=r"^a\.yaml: larger than 4 MB$"):
        load_gold(file)
    file.write_bytes(b"\xef\xbb\xbfdocument: a\n")
    assert load_gold(file).document == "a"


@given(st.text(alphabet="document: a\n-[]{},&*!|>'\"#%@`é0", max_size=60))
def test_nothing_but_a_gold_error_is_raised(text: str) -> None:
    with suppress(GoldError):
        parse_gold(text, "a.yaml")


def test_the_shared_annotations_load(shared_gold: Path) -> None:
    files = sorted(shared_gold.glob("*.yaml"))

    assert files
    for file in files:
        assert load_gold(file).tasks


def test_the_annotations_of_the_project_load(corpus_dir: Path) -> None:
    files = sorted((corpus_dir / "gold").glob("*.yaml"))

    assert files
    for file in files:
        assert load_gold(file).citations
