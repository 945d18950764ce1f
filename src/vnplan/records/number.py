"""The number of a document (số, ký hiệu văn bản)."""

from __future__ import annotations

from pydantic import Field

from vnplan.records.record import NonEmpty, Record


class DocumentNumber(Record):
    """Số và ký hiệu (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3), whole and taken apart.

    `(type, issuer, serial)` identifies no document: numbers start again every year, Party numbers
    every term. The date belongs to the identity.
    """

    raw: NonEmpty = Field(description='As written, slips included: "1665/QÐ - TTg".')
    canonical: NonEmpty = Field(
        description='Repaired form: "1665/QĐ-TTg"; "12-NQ/TW" in the form of the Party.'
    )
    serial: NonEmpty | None = Field(
        default=None,
        description='Số, as written without its code: "1665", "0204", "30c", "66.7"; '
        "null when the place for it is blank.",
    )
    year: int | None = Field(
        default=None,
        description="Year inside the number, only in the normative form: 2020 in "
        '"59/2020/QĐ-UBND".',
    )
    type_code: NonEmpty | None = Field(
        default=None,
        description='Code of the type: "QĐ", "KH", "TTLT"; null where the number has none, as in '
        'an official letter "1234/UBND-KGVX" or a law "41/2019/QH14".',
    )
    issuer_codes: tuple[NonEmpty, ...] = Field(
        default=(),
        description='Codes of the issuers in order: ["TTg"], ["BNV", "BTC"], ["QH14"].',
    )
    unit_codes: tuple[NonEmpty, ...] = Field(
        default=(),
        description='Codes of the drafting unit or field after the issuer: ["KGVX"] in '
        '"1234/UBND-KGVX".',
    )
    register_code: NonEmpty | None = Field(
        default=None,
        description='A letter of the office\'s own register: "T" in "175/T/KH-UBND".',
    )
