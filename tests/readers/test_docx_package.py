"""Word files that are broken, foreign or meant to do harm: one clear line, or what can be read."""

from __future__ import annotations

import io
import random
import socket
import zipfile
from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.renderings import of_body, package

from vnplan.readers import UnreadableDocument, read_bytes
from vnplan.readers.docx import package as opened

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PLAN = of_body("<w:p><w:r><w:t>KẾ HOẠCH</w:t></w:r></w:p>", styles="<w:docDefaults/>")
MAIN = "word/document.xml"


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def changed(changes: Mapping[str, bytes | str | None]) -> bytes:
    parts = {**parts_of(PLAN), **changes}
    return packed({name: content for name, content in parts.items() if content is not None})


def document(body: str, before: str = "") -> str:
    return f"{before}<w:document {W}><w:body>{body}</w:body></w:document>"


def words(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableDocument) as error:
        read_bytes(data, name="a.docx")
    assert "\n" not in str(error.value)
    return error.value.reason


LAUGHS = (
    '<!DOCTYPE w [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    + "".join(f'<!ENTITY {y} "{f"&{x};" * 8}">' for x, y in zip("bcdefgh", "cdefghi", strict=True))
    + "]>"
)
ENTITY = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
REMOTE = '<!DOCTYPE w SYSTEM "http://127.0.0.1:9/a.dtd">'


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({MAIN: None}, "is an archive without a Word document in it"),
        ({MAIN: b""}, "is a damaged Word file (word/document.xml: "),
        ({MAIN: "<w:document"}, "is a damaged Word file (word/document.xml: "),
        ({MAIN: b"\x00\xff" * 50}, "is a damaged Word file (word/document.xml: "),
        ({MAIN: f"<w:document {W}/>"}, "holds no text"),
        ({MAIN: document("")}, "holds no text"),
        ({MAIN: document(words("&i;"), LAUGHS)}, "is a damaged Word file (word/document.xml declares entities)"),
        ({MAIN: document(words("&x;"), ENTITY)}, "is a damaged Word file (word/document.xml declares entities)"),
        ({MAIN: document(words("a"), REMOTE)}, "is a damaged Word file (word/document.xml declares entities)"),
        (
            {MAIN: document(words("a"), REMOTE).encode("utf-16")},
            "is a damaged Word file (word/document.xml declares entities)",
        ),
        ({MAIN: document("<w:sdt>" * 5000)}, "is a damaged Word file (word/document.xml: "),
        ({MAIN: document(words(random.Random(1).randbytes(5_500_000).hex()))}, "is a damaged Word file (word/document.xml: "),
        ({MAIN: document(words("a")) + " " * 6_000_000}, "unpacks to far more than it holds (word/document.xml)"),
        ({f"x{number}": "" for number in range(10_001)}, "is an archive of more than 10000 files"),
    ],
)  # fmt: skip
def test_refused(changes: Mapping[str, bytes | str | None], reason: str) -> None:
    assert refused(changed(changes)).startswith(reason)


@pytest.mark.parametrize("size", [4, 30, len(PLAN) // 2, len(PLAN) - 30, len(PLAN) - 1])
def test_cut_short(size: int) -> None:
    reason = refused(PLAN[:size])
    if size >= 300:
        assert "its ZIP archive is cut short or broken" in reason


def test_damaged_in_the_middle() -> None:
    at = PLAN.index(b"word/document.xml") + 40
    assert refused(PLAN[:at] + bytes(20) + PLAN[at + 20 :]).startswith("is a damaged Word file")


def test_protected_by_a_password() -> None:
    locked = bytearray(PLAN)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = locked.find(signature)
        while at >= 0:
            locked[at + offset] |= 1
            at = locked.find(signature, at + 4)
    assert refused(bytes(locked)) == "is protected by a password"


def test_a_part_over_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "MAX_PART_BYTES", 4000)
    noise = random.Random(1).randbytes(4000).hex()
    expected = "unpacks to far more than it holds (word/document.xml)"
    assert refused(changed({MAIN: document(words(noise))})) == expected
    # the archive says less of it than there is
    lying = changed({MAIN: document(words(noise))}).replace(
        (8000 + len(document(words("")))).to_bytes(4, "little"), (100).to_bytes(4, "little")
    )
    assert refused(lying).startswith("is a damaged Word file")


def test_what_is_not_asked_for_costs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bomb among the pictures is never unpacked."""
    read: list[str] = []
    original = opened.Package._bytes

    def noted(self: opened.Package, name: str) -> bytes:
        read.append(name)
        return original(self, name)

    monkeypatch.setattr(opened.Package, "_bytes", noted)
    data = changed({"word/media/image1.png": bytes(20_000_000), "word/theme/theme1.xml": ENTITY})
    assert read_bytes(data).text == "KẾ HOẠCH"
    assert set(read) == {
        "_rels/.rels",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/styles.xml",
    }


LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="{t}/styles" Target="http://127.0.0.1:9/s.xml" TargetMode="External"/>'
    '<Relationship Id="rId2" Type="{t}/attachedTemplate" Target="file:///etc/passwd" TargetMode="External"/>'
    '<Relationship Id="rId3" Type="{t}/numbering" Target="../../../../etc/passwd"/>'
    '<Relationship Id="rId4" Type="{t}/footnotes" Target="file:///etc/passwd"/>'
    "</Relationships>"
).replace("{t}", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def fetch(*_: object, **__: object) -> None:
        raise AssertionError("an address was asked for")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, fetch)
    reference = '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    linked = '<w:p><w:r><w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" src="http://127.0.0.1:9/a"/></w:pict></w:r></w:p>'
    data = changed(
        {"word/_rels/document.xml.rels": LINKS, MAIN: document(words("a") + linked + reference)}
    )
    assert read_bytes(data).text == "a"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"word/styles.xml": b"<w:styles"}, ["damaged-part"]),
        ({"word/styles.xml": f"{LAUGHS}<w:styles/>"}, ["damaged-part"]),
        ({"word/numbering.xml": b""}, ["damaged-part"]),
        ({"word/_rels/document.xml.rels": b"?"}, ["damaged-part"]),
        ({"_rels/.rels": b"?"}, ["damaged-part"]),
        ({"_rels/.rels": None, "[Content_Types].xml": None}, []),
        ({"word/styles.xml": None}, []),
        # other main types: a macro file, a template; and one that is simply wrong
        *(
            ({"[Content_Types].xml": f"<Types><Override PartName='/word/document.xml' ContentType='{kind}'/></Types>"}, [])
            for kind in (
                "application/vnd.ms-word.document.macroEnabled.main+xml",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
                "image/png",
            )
        ),
    ],
)  # fmt: skip
def test_read_all_the_same(changes: Mapping[str, bytes | str | None], told: list[str]) -> None:
    found = read_bytes(changed(changes))
    assert found.text == "KẾ HOẠCH"
    assert [diagnostic.code for diagnostic in found.diagnostics] == told


def test_macros_are_no_matter() -> None:
    assert read_bytes(changed({"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"})).text == "KẾ HOẠCH"


@pytest.mark.parametrize("name", ["word/document.xml", "WORD/Document.XML", "word\\document.xml"])
def test_names_of_parts(name: str) -> None:
    parts = parts_of(PLAN)
    parts[name] = parts.pop(MAIN)
    assert read_bytes(packed(parts)).text == "KẾ HOẠCH"


def test_a_main_part_of_another_name() -> None:
    parts = parts_of(PLAN)
    parts["word/document2.xml"] = parts.pop(MAIN)
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"document.xml", b"document2.xml")
    assert read_bytes(packed(parts)).text == "KẾ HOẠCH"
    del parts["_rels/.rels"]
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"document.xml", b"document2.xml"
    )
    assert read_bytes(packed(parts)).text == "KẾ HOẠCH"


def test_not_compressed() -> None:
    assert read_bytes(packed(parts_of(PLAN), zipfile.ZIP_STORED)).text == "KẾ HOẠCH"


def test_strict_open_xml() -> None:
    """The strict form of the standard names the same elements by other addresses."""
    strict = {
        name: content.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, content in parts_of(
            of_body(
                '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:rPr>'
                '<w:b w:val="true"/></w:rPr><w:t>Mục đích</w:t></w:r></w:p>',
                numbering='<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
                '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
                '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
            )
        ).items()
    }
    found = read_bytes(packed(strict))
    assert (found.text, len(found.styles)) == ("1. Mục đích", 2)


NESTS: list[tuple[str, Callable[[str], str]]] = [
    ("tables", lambda body: f"<w:tbl><w:tr><w:tc>{body}</w:tc></w:tr></w:tbl>"),
    ("controls", lambda body: f"<w:sdt><w:sdtContent>{body}</w:sdtContent></w:sdt>"),
    ("boxes", lambda body: f"<w:p><w:r><w:pict><w:txbxContent>{body}</w:txbxContent></w:pict></w:r></w:p>"),
    ("paragraphs", lambda body: f"<w:p>{body}</w:p>"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "around"), NESTS)
def test_deep_nesting(what: str, around: Callable[[str], str]) -> None:
    body = words("trong")
    for _ in range(40):
        body = around(body)
    found = read_bytes(changed({MAIN: document(words("ngoài") + body + words("sau"))}))
    assert found.text.startswith("ngoài")
    assert found.text.endswith("sau")
    assert what == "boxes" or "trong" in found.text


NAMES = tuple(
    """p r t tab br tbl tr tc sdt sdtContent ins del moveFrom moveTo hyperlink fldSimple pict sym ruby
    txbxContent rubyBase pPr rPr numPr tcPr trPr vMerge gridSpan sectPr drawing footnoteReference
    """.split()  # noqa: SIM905
)


def _trees(seed: int) -> str:
    """An element salad: anything in anything."""
    chance = random.Random(seed)

    def tree(depth: int) -> str:
        name = chance.choice(NAMES)
        value = chance.choice(("", ' w:val="restart"', ' w:val="3"', ' w:id="1"', ' w:val="x"'))
        if name == "t":
            return f"<w:t>chữ{chance.randrange(9)}</w:t>"
        if name == "r" and chance.random() < 0.2:
            kind = chance.choice(("begin", "separate", "end"))
            return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
        inside = "".join(tree(depth - 1) for _ in range(chance.randrange(4))) if depth else ""
        return f"<w:{name}{value}>{inside}</w:{name}>"

    return "".join(tree(7) for _ in range(6))


@given(st.integers(0, 10**9))
def test_anything_in_anything(seed: int) -> None:
    body = words("đầu") + _trees(seed) + words("cuối")
    found = read_bytes(of_body(body, footnotes='<w:footnote w:id="1"><w:p/></w:footnote>'))
    assert found.text.startswith("đầu")
    end = 0
    for table in found.tables:
        assert end <= table.span.start <= table.span.end <= len(found.text)
        end = table.span.end
        assert all(table.span.contains(cell.span) for cell in table.cells)
        grid = [
            (row, column)
            for cell in table.cells
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        ]
        assert len(grid) == len(set(grid))
    for style in found.styles:
        assert style.span.end <= len(found.text)


@given(st.binary(max_size=200), st.integers(0, len(PLAN)))
def test_any_damage(noise: bytes, at: int) -> None:
    damaged = PLAN[:at] + noise + PLAN[at + len(noise) :]
    refusal = ""
    try:
        read_bytes(damaged)
    except UnreadableDocument as error:
        refusal = str(error)
    assert "\n" not in refusal


def test_the_same_bytes_give_the_same_document() -> None:
    assert package({MAIN: document(words("a"))}) == package({MAIN: document(words("a"))})
    assert read_bytes(PLAN) == read_bytes(PLAN)
