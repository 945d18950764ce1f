"""The journal is believed line by line, and grows no longer than it must."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from vnplan.exports import journal
from vnplan.exports.conversion import Known, Summary
from vnplan.exports.journal import Entry, Journal

SUMMARY = Summary("5/KH", None, "Kế hoạch", 1, 2, 3, 4, 5, 6, 700, {"a-code": 2})


def _entry(target: str, output: str = "d", *, failed: bool = False) -> Entry:
    if failed:
        return Entry(target, "a.txt", None, 0.5, error="a.txt: is empty")
    return Entry(target, "a.txt", Known("k", output), 0.5, SUMMARY)


def test_what_was_added_is_known_to_the_next_run(tmp_path: Path) -> None:
    first = Journal(tmp_path)
    places = [first.add(_entry("a.json")), first.add(_entry("2024/b.json", "e"))]
    first.close()
    second = Journal(tmp_path)
    assert second.known("a.json") == Known("k", "d")
    assert second.known("2024/b.json") == Known("k", "e")
    assert second.known("c.json") is None
    assert [second.place("a.json"), second.place("2024/b.json")] == places
    assert second.entry(places[1]) == _entry("2024/b.json", "e")
    assert second.add(_entry("c.json")) > places[1]
    second.close()


def test_the_last_line_on_a_file_counts(tmp_path: Path) -> None:
    book = Journal(tmp_path)
    for entry in (_entry("a"), _entry("a", "e"), _entry("b"), _entry("b", failed=True)):
        book.add(entry)
    for one in (book, Journal(tmp_path)):
        assert one.known("a") == Known("k", "e")
        assert one.known("b") is None
        assert one.entry(one.place("a")) == _entry("a", "e")


@pytest.mark.parametrize("cut", [b"", b'{"target":"x', b"null\n", b"[]\n", b"\xff\n", b'"a"\n'])
def test_a_line_cut_short_costs_no_other(tmp_path: Path, cut: bytes) -> None:
    """What a machine that stopped leaves at the end."""
    book = Journal(tmp_path)
    book.add(_entry("a"))
    book.close()
    with book.path.open("ab") as file:
        file.write(cut)
    again = Journal(tmp_path)
    place = again.add(_entry("b", "e"))
    assert again.entry(place) == _entry("b", "e")
    again.close()
    last = Journal(tmp_path)
    assert (last.known("a"), last.known("b")) == (Known("k", "d"), Known("k", "e"))


def test_two_runs_at_once_mix_no_lines(tmp_path: Path) -> None:
    one, other = Journal(tmp_path), Journal(tmp_path)
    places = [(book, book.add(_entry(name)), name) for book in (one, other) for name in "abc"]
    assert all(book.entry(place).target == name for book, place, name in places)


def test_names_that_are_not_utf8_are_kept(tmp_path: Path) -> None:
    name = os.fsdecode(b"k\xff.json")
    book = Journal(tmp_path)
    book.add(_entry(name))
    assert Journal(tmp_path).known(name) == Known("k", "d")


def test_what_counts_no_more_is_left_out_some_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "_MUCH", 10)
    book = Journal(tmp_path)
    for number in range(30):
        book.add(_entry("a", str(number)))
    book.add(_entry("b"))
    book.close()
    again = Journal(tmp_path)
    assert again.path.read_bytes().count(b"\n") == 2
    assert again.entry(again.place("a")) == _entry("a", "29")
    assert again.known("b") == Known("k", "d")
    assert [path.name for path in again.path.parent.iterdir()] == ["journal.jsonl"]
