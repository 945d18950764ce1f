"""A sheet as a Word file: the XML that Word writes for such a document, packed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import escape

from tests.renderings.numbering import Numbering
from tests.renderings.sheet import Grid, Paragraph, Sheet

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PREFIXES = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FONT = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
_STYLES = (
    f'<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>{_FONT}<w:sz w:val="28"/>'
    '<w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault/>'
    '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name '
    'w:val="Normal"/></w:style></w:styles>'
)
_PAGE_NUMBER = (
    f'<w:hdr xmlns:w="{_W}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE '
    '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>'
)
# A4, margins of Nghị định 30/2020/NĐ-CP; the first page carries no number.
_SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" '
    'w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>'
)
_BODY = '<w:spacing w:before="120" w:after="60"/><w:ind w:firstLine="720"/><w:jc w:val="both"/>'
_RESTART = '<w:vMerge w:val="restart"/>'
_CENTRED = '<w:jc w:val="center"/>'


def to_docx(sheet: Sheet, *, numbered: bool = False) -> bytes:
    """The Word file; `numbered` leaves the labels of the body to Word's automatic numbering."""
    numbering = Numbering() if numbered else None
    body = "".join(_blocks(sheet, numbering))
    parts = {
        "word/document.xml": f'<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>{body}{_SECTION}'
        "</w:body></w:document>",
        "word/styles.xml": _STYLES,
        "word/header1.xml": _PAGE_NUMBER,
    }
    if numbering is not None:
        parts["word/numbering.xml"] = (
            f'<w:numbering xmlns:w="{_W}">{numbering.part()}</w:numbering>'
        )
    return package(parts)


def package(parts: Mapping[str, str]) -> bytes:
    """The parts of word/ as a file that Word and LibreOffice open; the same bytes each time."""
    names = [name.removeprefix("word/") for name in parts if name != "word/document.xml"]
    kinds = [name.partition(".")[0].rstrip("0123456789") for name in names]
    overrides = "".join(
        f'<Override PartName="/word/{name}" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in zip(["document.xml", *names], ["document.main", *kinds], strict=True)
    )
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_R}/{kind}" Target="{name}"/>'
        for number, (name, kind) in enumerate(
            sorted(zip(names, kinds, strict=True), key=lambda pair: pair[1] != "header"), 1
        )
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default '
        f'Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f"{relations}</Relationships>",
        **parts,
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, xml in files.items():
            packed.writestr(zipfile.ZipInfo(name), _XML + xml, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def of_body(body: str, **parts: str) -> bytes:
    """A small Word file: `body` is the inside of its w:body, `parts` those of other parts.

    `of_body("<w:p/>", styles="<w:style …/>", footnotes="…")`; prefixes are those Word uses.
    """
    files = {"word/document.xml": f"<w:document {_PREFIXES}><w:body>{body}</w:body></w:document>"}
    for name, inside in parts.items():
        files[f"word/{name}.xml"] = f"<w:{name} {_PREFIXES}>{inside}</w:{name}>"
    return package(files)


def _blocks(sheet: Sheet, numbering: Numbering | None) -> Iterator[str]:
    left = [_line(line, bold=line == sheet.issuer[-1], size=24) for line in sheet.issuer]
    right = [_line(line, bold=True, size=24) for line in sheet.motto]
    letterhead = [
        [[*left, _line("-------")], [*right, _line("---------------")]],
        [[_line(sheet.number, size=26)], [_line(sheet.place, italic=True, size=26)]],
    ]
    yield _table(letterhead, widths=(3400, 5950))
    yield _line("")
    yield from (_line(line, bold=True) for line in sheet.title)
    yield _line("")
    yield from (_block(block, numbering) for block in sheet.body)
    first, *others = sheet.recipients
    recipients = [_run(first, bold=True, italic=True, size=24)]
    recipients += [_run(line, size=22) for line in others]
    *posts, name = sheet.signature
    signature = [_line(line, bold=True) for line in (*posts, "", "", "", "", name)]
    yield _line("")
    yield _table([[[f"<w:p>{run}</w:p>" for run in recipients], signature]], widths=(4700, 4650))
    yield _line("") if not sheet.annex else '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    yield from (_block(block, numbering) for block in sheet.annex)


def _block(block: Paragraph | Grid, numbering: Numbering | None) -> str:
    return _grid(block) + _line("") if isinstance(block, Grid) else _paragraph(block, numbering)


def _run(text: str, *, bold: bool = False, italic: bool = False, size: int = 0) -> str:
    look = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    look += f'<w:sz w:val="{size}"/>' if size else ""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def _line(text: str, *, bold: bool = False, italic: bool = False, size: int = 0) -> str:
    run = _run(text, bold=bold, italic=italic, size=size)
    return f"<w:p><w:pPr>{_CENTRED}</w:pPr>{run}</w:p>"


def _paragraph(paragraph: Paragraph, numbering: Numbering | None) -> str:
    text, bold, number = paragraph.text, paragraph.bold, ""
    taken = numbering.take(text) if numbering is not None else None
    if taken is not None:
        text, bold = taken.text, max(0, bold - taken.cut)
        number = (
            f'<w:numPr><w:ilvl w:val="{taken.level}"/><w:numId w:val="{taken.number}"/></w:numPr>'
        )
    mark = "<w:rPr><w:b/></w:rPr>" if bold else ""
    runs = _run(text[:bold], bold=True) + _run(text[bold:])
    return f"<w:p><w:pPr>{number}{_BODY}{mark}</w:pPr>{runs}</w:p>"


def _grid(grid: Grid) -> str:
    rows: list[list[str]] = [[] for _ in range(grid.table.rows)]
    for cell, lines in zip(grid.table.cells, grid.cells, strict=True):
        inside = "".join(f"<w:p>{_run(line, size=24)}</w:p>" for line in lines) or "<w:p/>"
        span = f'<w:gridSpan w:val="{cell.column_span}"/>' if cell.column_span > 1 else ""
        for row in range(cell.row, cell.row + cell.row_span):
            first = row == cell.row
            merge = "" if cell.row_span == 1 else _RESTART if first else "<w:vMerge/>"
            rows[row].append(
                f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{inside if first else '<w:p/>'}</w:tc>"
            )
    columns = "".join(
        f'<w:gridCol w:w="{9350 // grid.table.columns}"/>' for _ in range(grid.table.columns)
    )
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    body = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="9350" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
        f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{body}</w:tbl>"
    )


def _table(rows: Sequence[Sequence[Sequence[str]]], widths: Sequence[int]) -> str:
    """A table without borders, as letterheads and signatures are laid out."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = "".join(
        "<w:tr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{"".join(cell)}</w:tc>'
            for width, cell in zip(widths, row, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{body}</w:tbl>"
    )
