"""Names in Akoma Ntoso: IRIs of works, and eIds of elements (OASIS AKN Naming Convention 1.0)."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Final, NamedTuple

from vnplan.exports.akoma_ntoso.characters import clean
from vnplan.exports.iris import part
from vnplan.lexicon import types
from vnplan.lexicon.types import TypeFamily
from vnplan.records import DocumentType
from vnplan.text.fold import slug

AKN: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
"""The namespace of Akoma Ntoso 3.0."""

RECORDS: Final = "urn:vnplan:ns:akn"
"""The namespace of attributes and elements that lead back to the records of the Plan."""

UNDATED: Final = "0001-01-01"
"""Stands where Akoma Ntoso wants a day and none is known; the `name` beside it is "unknown"."""

_ACTS = frozenset({DocumentType.DECISION, DocumentType.RESOLUTION})

# What the naming convention writes for an element in an eId; every other is written in full.
_SHORT: Final = {
    "article": "art",
    "attachment": "att",
    "chapter": "chp",
    "citation": "cit",
    "citations": "cits",
    "clause": "cl",
    "paragraph": "para",
    "section": "sec",
    "subsection": "subsec",
    "wrapUp": "wrapup",
}


class Referred(StrEnum):
    """What the references name; part of their eIds, so that no two of them are the same."""

    AGENCY = "agency"
    RECORD = "record"
    INSTRUMENT = "instrument"


def reference(kind: Referred, name: str) -> str:
    """The eId of one of them: "agency_thai-nguyen/so-tai-chinh", "record_target-II.1-2"."""
    return f"{kind}_{part(name)}"


class Work(NamedTuple):
    """What the URN:LEX of an instrument says of it; `kind` is "act" or "doc"."""

    country: str
    kind: str
    type: str
    authority: str
    date: str
    number: str

    @property
    def iri(self) -> str:
        """ "/akn/vn-thai-nguyen/doc/ke-hoach/uy-ban-nhan-dan/2021-12-22/232-kh-ubnd"."""
        told = (self.country, self.kind, self.type, self.authority, self.date, self.number)
        return "/".join(["/akn", *(part(clean(one)) for one in told if one)])


@cache
def _kinds() -> dict[str, str]:
    return {slug(entry.name, "."): kind_of(entry.type) for entry in types.all_types()}


def kind_of(type_: DocumentType | None) -> str:
    """The element of a document: "act" for what is set down in articles, else "doc"."""
    normative = any(
        entry.type is type_ and entry.family is TypeFamily.NORMATIVE for entry in types.all_types()
    )
    return "act" if normative or type_ in _ACTS else "doc"


def work(urn: str) -> Work:
    """What a URN:LEX of jurisdiction vn names; any other name is a number of an undated "doc"."""
    head, _, rest = urn.partition("urn:lex:vn")
    parts = rest.split(":", 3)
    if head or not rest or len(parts) != 4:
        return Work("vn", "doc", "", "", UNDATED, _segment(urn) or "nn")
    places, authority, type_, details = parts
    date, _, number = details.partition(";")
    return Work(
        country="-".join(["vn", *filter(None, map(_segment, places.split(";")))]),
        kind=_kinds().get(type_, "doc"),
        type=_named(type_),
        authority=_named(authority),
        date=date if date[:4].isdigit() else UNDATED,
        number=_segment(number) or "nn",
    )


def work_iri(urn: str) -> str:
    """The IRI of the work that a URN:LEX names."""
    return work(urn).iri


def _segment(text: str) -> str:
    return text.replace(".", "-").replace("/", "-")


def _named(text: str) -> str:
    """A type or authority: the naming convention knows it by its not beginning with a digit."""
    name = _segment(text)
    return f"n-{name}" if name[:1].isdigit() else name


class Ids:
    """The eIds of a document: readable, and each given once."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._counts: dict[str, int] = {}

    def counted(self, parent: str, element: str) -> str:
        """The next of its kind in its parent: "level_II__content", "cits__cit_3"."""
        name = _join(parent, _SHORT.get(element, element))
        number = self._counts[name] = self._counts.get(name, 0) + 1
        return self.named(parent, element, str(number))

    def single(self, parent: str, element: str) -> str:
        """One of which a parent has one: "level_II__heading"."""
        return self._free(_join(parent, _SHORT.get(element, element)))

    def named(self, parent: str, element: str, label: str) -> str:
        """One with a label: "chp_II__art_5"; "1.1" is "1-1", as the convention writes it."""
        number = "-".join(filter(None, map(_letters, label.split("."))))
        return self._free(f"{_join(parent, _SHORT.get(element, element))}_{number or '1'}")

    def _free(self, wanted: str) -> str:
        """A label that comes twice in one place gets a number: "level_I__level_b_2"."""
        name = wanted
        while name in self._given:
            number = self._counts[f"{wanted} "] = self._counts.get(f"{wanted} ", 1) + 1
            name = f"{wanted}_{number}"
        self._given.add(name)
        return name


def _letters(text: str) -> str:
    kept = "".join(char if char.isalnum() else " " for char in clean(text))
    return "-".join(kept.split())


def _join(parent: str, name: str) -> str:
    return f"{parent}__{name}" if parent else name
