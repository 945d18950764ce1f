"""What forms and signatures show on a page: it is drawn apart from the page's text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import pypdfium2

_WIDGET: Final = 20  # FPDF_ANNOT_WIDGET: fields of a form, among them signatures
_MAX_ANNOTATIONS: Final = 2_000


def with_fields(document: pypdfium2.PdfDocument, index: int) -> pypdfium2.PdfPage:
    """Page `index` with the values of its fields as a part of its text.

    Notes of readers (highlights, text boxes, a chairman's instruction to his staff) are no part of
    the document and stay out. Only the appearance is used: no script and no action runs.
    """
    from pypdfium2 import raw

    page = document[index]
    count = raw.FPDFPage_GetAnnotCount(page)
    if not 0 < count <= _MAX_ANNOTATIONS:
        return page
    kinds = [_kind(page, place) for place in range(count)]
    for place in reversed(range(count)):
        if kinds[place] != _WIDGET:
            raw.FPDFPage_RemoveAnnot(page, place)
    if _WIDGET not in kinds:
        return page
    if raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) != raw.FLATTEN_SUCCESS:
        return page
    page.close()
    return document[index]


def _kind(page: pypdfium2.PdfPage, place: int) -> int:
    from pypdfium2 import raw

    annotation = raw.FPDFPage_GetAnnot(page, place)
    if not annotation:
        return 0
    kind: int = raw.FPDFAnnot_GetSubtype(annotation)
    raw.FPDFPage_CloseAnnot(annotation)
    return kind
