"""The words of letterheads: every row is usable, and phrases match from the left."""

from __future__ import annotations

from vnplan.lexicon import letterhead
from vnplan.text.fold import fold


def test_every_head_opens_itself() -> None:
    heads = letterhead.heads()
    assert len(heads.forms) > 80
    for folded in heads.forms:
        assert heads.opens(letterhead.words_of(folded)) == len(folded.split())


def test_longest_phrase_wins() -> None:
    words = letterhead.words_of("ban chỉ đạo xây dựng nông thôn mới")
    assert letterhead.heads().opens(words) == 3
    found = letterhead.name_phrases().at(letterhead.words_of("sở văn hóa, thể thao và du lịch"), 0)
    assert found == (9, "Sở Văn hóa, Thể thao và Du lịch")
    assert letterhead.heads().opens(["hà", "nội"]) == 0
    assert letterhead.heads().at([], 0) is None


def test_a_prefix_of_a_head() -> None:
    assert letterhead.heads().begins_longer("ủy")
    assert letterhead.heads().begins_longer("hội đồng nhân")
    assert not letterhead.heads().begins_longer("ủy ban nhân dân")


def test_places_have_their_usual_spelling() -> None:
    assert letterhead.place_names().at(["đăk", "lăk"], 0) == (2, "Đắk Lắk")


def test_rows_are_phrases() -> None:
    for rows in (letterhead.parts(), letterhead.territorial(), letterhead.deciding()):
        assert rows.forms
        assert all(form == " ".join(form.split()) for form in rows.forms.values())
    assert all(fold(word) == word for word in letterhead.incomplete())
    assert all(short == short.upper() for short in letterhead.abbreviations())
    assert "tỉnh" in letterhead.territory_words()
    assert "và" in letterhead.small_words()
    assert letterhead.other_types()["nội quy"] == "Nội quy"
    assert "trung học phổ thông" in letterhead.proper_openers()
