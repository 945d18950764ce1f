"""What a portal says about a document beside its text ("Số hiệu", "Ngày ban hành", "Người ký").

Used only where the text is silent, and each time said in a diagnostic: a portal's word is not the
document's.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import regex

from vnplan.lexicon import types
from vnplan.parsers.dates import parse_date
from vnplan.parsers.header.naming import canonical_name
from vnplan.parsers.header.person_name import person_name
from vnplan.parsers.numbers import parse_number
from vnplan.records import Diagnostic, Header, Severity, Signer
from vnplan.text.fold import fold

_FIELDS: Mapping[str, tuple[str, ...]] = {
    "number": ("số hiệu", "số, ký hiệu", "số ký hiệu", "số/ký hiệu", "số kí hiệu", "number"),
    "type": ("loại văn bản", "thể loại", "thể loại văn bản", "hình thức văn bản", "type"),
    "issuer": ("nơi ban hành", "cơ quan ban hành", "đơn vị ban hành", "issuer"),
    "issued_on": ("ngày ban hành", "ngày ký", "issued_on"),
    "signer": ("người ký", "signer"),
    "title": ("trích yếu", "trích yếu nội dung", "tên văn bản", "title"),
}
_UNKNOWN = frozenset(("đã biết", "đang cập nhật", "chưa biết", "không xác định", "-", ""))
_ISO = regex.compile(r"(\d{4})-(\d{2})-(\d{2})")


def _value(metadata: Iterable[tuple[str, str]], name: str) -> str | None:
    """The first useful value of a field."""
    wanted = _FIELDS[name]
    for key, value in metadata:
        bare = " ".join(value.split()).strip(" .;:|")  # "Người ký: | Trương Ngọc Hân |"
        if fold(key.strip(" :")) in wanted and fold(bare) not in _UNKNOWN:
            return bare
    return None


def complete(
    header: Header, metadata: Iterable[tuple[str, str]]
) -> tuple[Header, list[Diagnostic]]:
    """`header` with what only the portal knows, and a diagnostic for each field."""
    pairs = [pair for pair in metadata if len(pair[1]) < 2000]
    if not pairs:
        return header, []
    found = {name: value for name, value in _readings(header, pairs) if value is not None}
    diagnostics = [
        Diagnostic(
            code="header-from-metadata",
            severity=Severity.INFO,
            message=f"The text does not say it; {name} comes from the fields of the portal.",
        )
        for name in found
        if name != "type"
    ]
    return header.model_copy(update=found), diagnostics


def _readings(header: Header, pairs: list[tuple[str, str]]) -> Iterable[tuple[str, Any]]:
    """Fields that are empty, with the portal's value in its type."""
    if header.number is None and (value := _value(pairs, "number")):
        yield "number", parse_number(value)
    if header.type_name is None and (value := _value(pairs, "type")):
        entry = types.by_name(value)
        if entry is not None:
            yield "type", entry.type
            yield "type_name", entry.name
    if header.issued_on is None and (value := _value(pairs, "issued_on")):
        yield "issued_on", _day(value)
    if header.issuer is None and (value := _value(pairs, "issuer")):
        yield "issuer", _issuer(value, header.issued_on)
    if header.title is None and (value := _value(pairs, "title")) and not value.isascii():
        yield "title", value  # without a mark it is the name of a file
    if (value := _value(pairs, "signer")) and all(one.name is None for one in header.signers):
        name = person_name(value)
        if len(name.split()) >= 2 and "," not in name:
            first = header.signers[0] if header.signers else Signer()
            named = first.model_copy(update={"name": name})
            yield "signers", (named, *header.signers[1:])


def _issuer(value: str, on: dt.date | None) -> str | None:
    """A portal names a province for its People's Committee: "Tỉnh Lào Cai", "Thành phố Hà Nội"."""
    if regex.match(r"(?:tỉnh|thành phố)\s\S", fold(value)):
        value = f"Ủy ban nhân dân {value}"
    return canonical_name(value, on=on)


def _day(value: str) -> dt.date | None:
    iso = _ISO.fullmatch(value)
    if iso is None:
        return parse_date(value)
    try:
        return dt.date(int(iso[1]), int(iso[2]), int(iso[3]))
    except ValueError:
        return None
