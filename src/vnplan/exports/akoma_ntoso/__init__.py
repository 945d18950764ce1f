"""Akoma Ntoso 3.0 (OASIS LegalDocML), the XML of legislation and official documents.

    akn = akoma_ntoso(plan)           # bytes of XML
    assert text_of(akn) == plan.text  # nothing of the document is lost

Valid against the schema of the standard, whatever the document.
"""

from __future__ import annotations

from vnplan.exports.akoma_ntoso.document import akoma_ntoso
from vnplan.exports.akoma_ntoso.reading import NotAkomaNtoso, text_of

__all__ = ["NotAkomaNtoso", "akoma_ntoso", "text_of"]
