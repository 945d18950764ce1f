"""Words of orders (`task_words.toml`): what opens them, whom they charge, what only introduces."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from vnplan.lexicon import parties
from vnplan.lexicon.rows import read_toml
from vnplan.text.fold import fold

Pattern = re.Pattern[str]


@cache
def _data() -> dict[str, Any]:
    return read_toml("task_words.toml")


def _either(forms: Iterable[str]) -> str:
    ordered = sorted({fold(form) for form in forms}, key=lambda form: (-len(form), form))
    return rf"(?:{'|'.join(map(re.escape, ordered))})(?![^\W_])"


@cache
def _words(*path: str) -> Pattern:
    forms: Any = _data()
    for key in path:
        forms = forms[key]
    return re.compile(_either(forms))


def preface() -> Pattern:
    """What may open an adverbial before the subject: "căn cứ", "hằng năm"."""
    return _words("prefaces")


@cache
def connector() -> Pattern:
    """What joins a sentence to the one before, with the mark behind it: "đồng thời, "."""
    return re.compile(rf"(?:(?!cụ thể hóa){_either(_data()['connectors'])}[,:]?\s+)+")


def continuation() -> Pattern:
    """What goes on with the sentence before: "trong đó", "thời gian hoàn thành"."""
    return _words("continuations")


@cache
def adverbs() -> Pattern:
    """A run of adverbs before a verb, with the space behind: "tiếp tục chủ động "."""
    return re.compile(rf"(?:{_either(_data()['adverbs'])}[,:]?\s+)+")


def stressed() -> Pattern:
    """An adverb that is the verb where no other follows: "ưu tiên nguồn lực"."""
    return _words("stressed")


@cache
def action() -> Pattern:
    """A verb that opens what is ordered."""
    own = _either(_data()["verbs"])
    return re.compile(rf"(?:{own}|{parties.verb().pattern})")


def verb_at(folded: str, at: int = 0, end: int | None = None) -> re.Match[str] | None:
    """The verb of work that opens folded words at `at`, adverbs before it passed over."""
    last = len(folded) if end is None else end
    skipped = adverbs().match(folded, at, last)
    return action().match(folded, at if skipped is None else skipped.end(), last)


def ambiguous() -> Pattern:
    """A verb that is as often a noun: "quy hoạch", "thông tin"."""
    return _words("ambiguous")


def nominal() -> Pattern:
    """What makes a noun of the word before it: "báo cáo của"."""
    return _words("nominal")


def encouragement() -> Pattern:
    """ "khuyến khích": nobody is charged."""
    return _words("encouragements")


@cache
def charge() -> Pattern:
    """A verb that charges, with the space behind it. Groups: `strong` ("giao"), `soft`."""
    charges = _data()["charges"]
    return re.compile(
        rf"(?:(?P<strong>{_either(charges['strong'])})|(?P<soft>{_either(charges['soft'])}))[\s:]+"
    )


@cache
def heading_charge() -> Pattern:
    """What may stand before the name in a heading: "trách nhiệm của "."""
    return re.compile(rf"(?:{_either(_data()['charges']['heading'])}[\s:]++)++")


@cache
def matter() -> Pattern:
    """What a heading speaks of, nobody that it charges: "đối với các dự án", folded."""
    of = _either(_data()["matters"])
    return re.compile(
        rf"(?:đối với|về phía|riêng đối với)\s(?:các\s|những\s|một số\s)?(?:{of})(?![^\W\d_])"
    )


def statement() -> Pattern:
    """What opens a sentence that orders nothing: "hiện nay", "đây là"."""
    return _words("statements")


def rule() -> Pattern:
    """What opens a rule for everybody: "nghiêm cấm", "việc …"."""
    return _words("rules")


def note() -> Pattern:
    """What opens a note: "(Chi tiết tại Phụ lục …)"."""
    return _words("notes")


@cache
def introduction() -> Pattern:
    """The last words of a lead-in, its colon left out: " các nhiệm vụ cụ thể sau"."""
    ends = _either(_data()["introducing"])
    nouns = _either(_data()["introduced"])
    return re.compile(rf"(?<![^\W\d_])(?:{nouns}(?:\s[^\W\d_]+){{0,6}}|{ends}(?:\s{ends})?)\s*$")


@cache
def coordination_noun() -> Pattern:
    """What stands before "phối hợp" when it is a noun, at the end of a text.

    The group `soft` is one only where no "với" follows.
    """
    words = _data()["coordination"]
    return re.compile(
        rf"(?<![^\W\d_])(?:{_either(words['nouns'])}|(?P<soft>{_either(words['soft'])}))\s$"
    )


@cache
def leading_noun() -> Pattern:
    """What stands before "chủ trì" when no order is given, at the end of a text."""
    return re.compile(rf"(?<![^\W\d_]){_either(_data()['leading']['nouns'])}\s$")


@cache
def side_role() -> Pattern:
    """A verb by which the owner has one more part in its task; the group names the role."""
    roles = _data()["roles"]
    groups = (rf"(?P<{name}>{_either(forms)})" for name, forms in roles.items())
    return re.compile("|".join(groups))
