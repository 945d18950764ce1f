"""Documents that nobody would write: what must hold of any of them, and what once did not.

The same documents are made by the hundred thousand with `python -m fuzz.run`.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from fuzz.cases import case
from fuzz.files import FILES
from fuzz.invariants import Verdict, verdict
from fuzz.minimise import kind, minimised
from fuzz.run import BLOCK, Run, Work
from fuzz.sources import Sources, founding_sources
from fuzz.texts import TEXTS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import vnplan
from vnplan.exports.workers import Died


@pytest.fixture(scope="module")
def sources() -> Sources:
    """The founding documents."""
    return founding_sources()


# What `fuzz.run` found, made as small as it may be.
FOUND = [
    "u2\tà\nPHỤ LỤC",  # the right column of the line above is no title of the appendix
    "**N***m*\u0301",  # an accent after a mark of emphasis belongs to the letter before it
    "# a &#13;&#10; **b** c&#x2028;d",  # a line end that came as an entity
    "|" * 101,  # bars alone: a document with no line of meaning
]


@pytest.mark.parametrize("document", FOUND)
def test_what_was_found_is_mended(document: str) -> None:
    assert verdict(document, again=True).broken is None


@settings(max_examples=12, suppress_health_check=[*HealthCheck])
@pytest.mark.parametrize("name", TEXTS)
@given(chance=st.randoms(use_true_random=False))
def test_texts(name: str, sources: Sources, chance: Random) -> None:
    assert verdict(TEXTS[name](chance, sources)).broken is None


@settings(max_examples=8, suppress_health_check=[*HealthCheck])
@pytest.mark.parametrize("name", [name for name in FILES if name != "pdf"])
@given(seed=st.integers(0, 2**32))
def test_files(name: str, sources: Sources, seed: int) -> None:
    assert verdict(FILES[name](Random(seed), sources)).broken is None


@pytest.mark.parametrize("number", range(4))
def test_damaged_pages_of_pdf(number: int, sources: Sources) -> None:
    pytest.importorskip("pypdfium2", reason="needs the extra pdf (pip install 'vnplan[pdf]')")
    assert verdict(FILES["pdf"](Random(number), sources)).broken is None


def test_a_number_is_always_the_same_document(sources: Sources) -> None:
    first = [case(5, number, sources) for number in range(60)]
    assert [case(5, number, sources) for number in range(60)] == first
    assert len({one.kind for one in first}) > 8
    assert len({one.document for one in first}) == 60


@pytest.mark.parametrize(
    ("text", "words"),
    [("", "document: is empty"), ("a", "{")],
)
def test_a_verdict_that_is_good(text: str, words: str) -> None:
    found = verdict(text)
    assert found.broken is None
    assert found.result.startswith(words)


def test_what_is_broken_is_made_small(monkeypatch: pytest.MonkeyPatch) -> None:
    def parse(text: str) -> vnplan.Plan:
        if "b" in text and "d" in text:
            raise KeyError("b", "d")
        return plan

    plan = vnplan.parse("x")
    monkeypatch.setattr(vnplan, "parse", parse)
    text = "a longer text with b and c and d and e"
    broken = verdict(text).broken
    assert broken is not None
    assert broken.startswith("raises: KeyError in ")
    assert minimised(text, broken) == "bd"


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("raises: KeyError in a.py:7: 'x'", "raises: KeyError in a.py:7: 'y'", True),
        ("raises: KeyError in a.py:7: 'x'", "raises: KeyError in a.py:9: 'x'", False),
        ("integrity: id-repeated: 2 times x", "integrity: id-repeated: 3 times y", True),
        ("slow: 9.0 s for 5 characters", "slow: 8.1 s for 3 characters", True),
    ],
)
def test_what_is_broken_in_the_same_way(one: str, other: str, alike: bool) -> None:
    assert (kind(one) == kind(other)) is alike


def test_a_run_is_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks that are done are not done again; what broke stays told, with its document."""
    done: list[range] = []

    def verdict_of(document: str | bytes, *, again: bool = False) -> Verdict:
        return Verdict("{}", "raises: KeyError in a.py:7: 'x'" if document == odd else None)

    def here(waiting: object, work: Work, *_: object, **__: object) -> object:
        for numbers in waiting:  # type: ignore[attr-defined]
            done.append(numbers)
            yield numbers, work(numbers)

    sources = founding_sources()
    odd = case(3, 7, sources).document
    monkeypatch.setattr("fuzz.run.side_by_side", here)
    monkeypatch.setattr("fuzz.run._sources", lambda: sources)
    monkeypatch.setattr("fuzz.run.verdict", verdict_of)
    monkeypatch.setattr("fuzz.run._stay_here", lambda: None)
    monkeypatch.setattr("fuzz.run.minimised", lambda document, broken: document)
    Run(3, 2 * BLOCK, tmp_path).go_on(1, None)
    run = Run(3, 3 * BLOCK - 1, tmp_path)
    run.go_on(1, None)
    assert [one.start for one in done] == [0, BLOCK, 2 * BLOCK]
    assert [row["cases"] for row in run.done.values()] == [BLOCK, BLOCK, BLOCK - 1]
    assert "1 times raises: KeyError in a.py:7" in run.told()
    assert len(list((tmp_path / "found").iterdir())) == 2


def test_a_case_that_kills_its_process_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dying(waiting: object, work: Work, *_: object, **__: object) -> object:
        for numbers in waiting:  # type: ignore[attr-defined]
            yield numbers, Died("killed by SIGSEGV") if 5 in numbers else work(numbers)

    monkeypatch.setattr("fuzz.run.side_by_side", dying)
    monkeypatch.setattr("fuzz.run._sources", founding_sources)
    monkeypatch.setattr("fuzz.run.verdict", lambda document, again: Verdict("{}"))
    monkeypatch.setattr("fuzz.run._stay_here", lambda: None)
    run = Run(3, 10, tmp_path)
    run.go_on(1, None)
    assert run.done[0]["broken"] == [{"number": 5, "broken": "died: killed by SIGSEGV"}]


def test_a_document_that_asks_for_a_connection_is_found() -> None:
    """In a process of its own: what watches there stays for as long as it lives."""
    script = (
        "import socket; from fuzz.run import _stay_here; _stay_here()\n"
        "try: socket.create_connection(('127.0.0.1', 9))\n"
        "except AssertionError as error: print(error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )
    assert done.stdout.startswith("the network is asked: ")


def test_without_atheris_it_is_told_how_to_get_it() -> None:
    pytest.importorskip("fuzz.atheris_target")
    if (
        subprocess.run(
            [sys.executable, "-c", "import atheris"], check=False, capture_output=True
        ).returncode
        == 0
    ):
        pytest.skip("atheris is installed")
    done = subprocess.run(
        [sys.executable, "-m", "fuzz.atheris_target"], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (2, "coverage needs atheris: pip install atheris\n")
