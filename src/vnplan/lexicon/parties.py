"""Words around parties: what opens a class of bodies, what ends it, what stands before it.

The data is `party_words.toml`; the patterns match folded text (`fold_characters`) at a word's
beginning and end at a word's end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from vnplan.lexicon.rows import read_toml
from vnplan.text.fold import fold

Pattern = re.Pattern[str]


@cache
def _data() -> dict[str, Any]:
    return read_toml("party_words.toml")


def _word(form: str) -> str:
    """A form in which the joints between words vary: "chính trị - xã hội", "chính trị-xã hội"."""
    escaped = re.escape(fold(form)).replace(r"\-", "-").replace(r"\ ", " ").replace(r"\,", ",")
    return escaped.replace(" - ", r"(?: ?- ?| )").replace(", ", r",? ")


def _either(forms: Iterable[str]) -> str:
    ordered = sorted({_word(form) for form in forms}, key=lambda form: (-len(form), form))
    return rf"(?:{'|'.join(ordered)})(?![^\W_])"


@cache
def _pattern(*path: str) -> Pattern:
    forms: Any = _data()
    for key in path:
        forms = forms[key]
    return re.compile(_either(forms))


def determiner() -> Pattern:
    """ "các", "tất cả các"."""
    return _pattern("determiners")


@cache
def any_determiner() -> Pattern:
    """A determiner, or one that names nobody in particular: "một số", "mỗi"."""
    data = _data()
    return re.compile(_either([*data["determiners"], *data["vague"], *data["each"]]))


def each() -> Pattern:
    """ "mỗi", "từng"."""
    return _pattern("each")


def of_others() -> Pattern:
    """Nouns of what is inside other bodies: "đảng đoàn", "tổ chức pháp chế"."""
    return _pattern("nouns", "of_others")


def sector() -> Pattern:
    """What may stand behind "ngành": "Y tế", "Nông nghiệp và Môi trường"."""
    return _pattern("sectors")


def people() -> Pattern:
    """Nouns of the people of a body: "cán bộ", "đảng viên"."""
    return _pattern("nouns", "people")


@cache
def noun() -> Pattern:
    """A noun of bodies. Groups: `body` complete by itself, `territory`, `weak` any other."""
    nouns = _data()["nouns"]
    guard = _either(nouns["not_before"])
    weak = _either([*nouns["weak"], *nouns["people"]])
    return re.compile(
        rf"(?!{guard})(?:(?P<body>{_either(nouns['bodies'])})"
        rf"|(?P<weak>{weak})|(?P<territory>{_either(nouns['territories'])}))"
    )


@cache
def special_zones() -> Pattern:
    """Names of special zones (đặc khu)."""
    return re.compile(_either(_data()["nouns"]["special_zones"]))


@cache
def determiner_words() -> tuple[str, ...]:
    """Folded determiners, "mỗi" and "từng" among them."""
    data = _data()
    return tuple(fold(word) for word in (*data["determiners"], *data["each"]))


@cache
def cue_words() -> tuple[str, ...]:
    """Folded cues of parties."""
    cues = _data()["cues"]
    return tuple(fold(word) for kind in ("coordinate", "charge") for word in cues[kind])


def modifier() -> Pattern:
    """What narrows a noun: "viễn thông", "chuyên môn"."""
    return _pattern("modifiers")


@cache
def verb() -> Pattern:
    """What opens the action of a party: "rà soát", "chủ động", "có trách nhiệm"."""
    guard = _either(_data()["not_verbs"])
    return re.compile(rf"(?!{guard}){_either(_data()['verbs'])}")


def either() -> Pattern:
    """Verbs that may narrow an open noun: "các đơn vị kinh doanh hạ tầng"."""
    return _pattern("either")


def finite() -> Pattern:
    """Words that open a predicate and are nothing one could organise: "phải", "chủ động"."""
    return _pattern("finite")


def objects() -> Pattern:
    """What shows that such a verb is a predicate: "xây dựng kế hoạch"."""
    return _pattern("objects")


def restriction() -> Pattern:
    """ "đủ năng lực", "hoạt động trong lĩnh vực": what follows still narrows the class."""
    return _pattern("restrictions")


def tail() -> Pattern:
    """What closes a class: "có liên quan", "trên địa bàn tỉnh"."""
    return _pattern("tails")


def stop() -> Pattern:
    """What ends a noun phrase without being an action: "trong", "theo", "để"."""
    return _pattern("stops")


@cache
def cue() -> Pattern:
    """What stands before a party. Groups: `coordinate` ("phối hợp với"), `charge` ("giao")."""
    cues = _data()["cues"]
    return re.compile(
        rf"(?<![^\W\d_])(?:(?P<coordinate>{_either(cues['coordinate'])})"
        rf"|(?P<charge>{_either(cues['charge'])}))[ :]*"
    )
