"""The founding documents as an office would have sent them: Word file, PDF, scan.

    sheet = founding("thai-nguyen")             # letterhead, title, paragraphs, tables, signature
    docx = to_docx(sheet)                       # labels typed: "1. Mục đích"
    docx = to_docx(sheet, numbered=True)        # labels by Word's automatic numbering: "Mục đích"
    pdf = to_pdf(docx, folder)                  # by LibreOffice; kept in `folder` by content
    scan = to_scan(pdf, dpi=200)                # images only; rotation and noise on demand
    agreement(vnplan.parse_bytes(docx), sheet.plan).f1("tasks")

The words are exactly those of vnplan's own reading of the text file, so that a difference between
the plans of two renderings is the reader's. A test takes the fixture `renderings` instead, which
makes each of them once a run and skips what needs a program that is absent.
"""

from __future__ import annotations

from tests.renderings.agreement import Agreement, agreement
from tests.renderings.printed import MISSING_OFFICE, office, to_pdf
from tests.renderings.scanned import to_scan
from tests.renderings.set import FOUNDING, Renderings
from tests.renderings.sheet import Sheet, founding, sheet_of
from tests.renderings.word import of_body, package, to_docx

__all__ = [
    "FOUNDING",
    "MISSING_OFFICE",
    "Agreement",
    "Renderings",
    "Sheet",
    "agreement",
    "founding",
    "of_body",
    "office",
    "package",
    "sheet_of",
    "to_docx",
    "to_pdf",
    "to_scan",
]
