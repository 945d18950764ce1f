"""DOC, ODT and their kin through LibreOffice: the same records, nothing fetched, nothing left."""

from __future__ import annotations

import io
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from tests.readers.archives import ole
from tests.readers.conversions import agrees, converted
from tests.renderings import FOUNDING, MISSING_OFFICE, Renderings

import vnplan
from vnplan.readers import UnreadableDocument, needs, office, office_text, read_bytes
from vnplan.records import Source

COMMAND = needs.found(needs.LIBREOFFICE)
needs_office = pytest.mark.skipif(COMMAND is None, reason=MISSING_OFFICE)

MEDIA_TYPES = {
    "doc": ("application/msword", "doc"),
    "odt": ("application/vnd.oasis.opendocument.text", "odt"),
    "fodt": ("application/vnd.oasis.opendocument.text-flat-xml", "fodt"),
    "xml": ("application/msword", "wordml"),
}


@needs_office
@pytest.mark.parametrize(
    ("ending", "numbered"),
    # LibreOffice itself loses the numbers of lists when it writes Word 2003 XML.
    [(ending, numbered) for ending in MEDIA_TYPES for numbered in (False, True)][:-1],
)
@pytest.mark.parametrize("name", FOUNDING)
def test_the_founding_documents(
    name: str, ending: str, numbered: bool, renderings: Renderings
) -> None:
    data = converted(renderings.docx(name, numbered=numbered), ending)
    plan = vnplan.parse_bytes(data, name=f"a.{ending}")
    assert (plan.source.media_type, plan.source.reader) == MEDIA_TYPES[ending]
    agrees(plan, renderings.plan(name))


@needs_office
def test_a_field_that_shows_today_is_told() -> None:
    assert COMMAND is not None
    rtf = rb"{\rtf1 Ng\'e0y {\field{\*\fldinst DATE}{\fldrslt 01/02/2003}}}"
    doc = office.convert(COMMAND, rtf, "Rich Text Format", "doc:MS Word 97")
    assert [found.code for found in read_bytes(doc).diagnostics] == ["date-field"]
    # RTF keeps what the field showed when it was saved.
    assert read_bytes(rtf).text == "Ngày 01/02/2003"


# ------------------------------------------------------------------------------------- harm

SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink"'
)
LINKS = """
<text:p>Kế hoạch</text:p>
<text:section text:name="a"><text:section-source xlink:href="{file}"
 text:filter-name="Text"/><text:p>phần cũ</text:p></text:section>
<text:section text:name="b"><text:section-source xlink:href="{web}/section.html"/>
 <text:p>phần cũ hai</text:p></text:section>
<text:p><draw:frame svg:width="3cm" svg:height="3cm"><draw:image xlink:href="{web}/image.png"
 xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p>
<text:p><draw:frame svg:width="3cm" svg:height="3cm"><draw:object xlink:href="{web}/object.odt"
 xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p>
"""


def _odt(body: str) -> bytes:
    file = io.BytesIO()
    kind = "application/vnd.oasis.opendocument.text"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr(
            "content.xml",
            f'<?xml version="1.0"?><office:document-content {SPACES} office:version="1.2">'
            f"<office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
        )
        archive.writestr(
            "META-INF/manifest.xml",
            '<?xml version="1.0"?><m:manifest'
            ' xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<m:file-entry m:full-path="/" m:media-type="{kind}"/>'
            '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>',
        )
    return file.getvalue()


@pytest.fixture
def web() -> Iterator[tuple[str, list[str]]]:
    """The address of a server, and what it was asked for."""
    asked: list[str] = []

    class Answer(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        do_GET = do_HEAD = do_OPTIONS = do_PROPFIND = _answer

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()


@needs_office
def test_nothing_is_fetched(web: tuple[str, list[str]], tmp_path: Path) -> None:
    """Without the settings of `office` this ODT asks the server nine times."""
    address, asked = web
    secret = tmp_path / "secret.txt"
    secret.write_text("mật khẩu", encoding="utf-8")
    text = read_bytes(_odt(LINKS.format(web=address, file=secret.as_uri())), name="a.odt").text
    assert "Kế hoạch" in text
    assert "phần cũ hai" in text
    assert "mật khẩu" not in text
    assert asked == []


@needs_office
@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (ole(WordDocument=b"\xec\xa5" + b"x" * 600), "DOC"),
        (ole(WordDocument=b"\xdc\xa5" + b"x" * 600), "DOC"),
        (_odt("<text:p>")[:300], "ODT"),
        (b'<?xml version="1.0"?><w:wordDocument xmlns:w="a"><w:body>', "Word 2003 XML"),
    ],
)
def test_what_cannot_be_opened(data: bytes, kind: str) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        read_bytes(data, name="a.doc")
    assert str(refused.value) == f"a.doc: is {kind}, but LibreOffice cannot open it"


@needs_office
def test_one_that_takes_too_long_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    good = _odt("<text:p>Kế hoạch</text:p>")
    with monkeypatch.context() as patch:
        patch.setattr(office, "CONVERSION_SECONDS", 0.001)
        with pytest.raises(UnreadableDocument, match="LibreOffice is not done with it after 0 s"):
            read_bytes(good, name="a.odt")
    assert read_bytes(good, name="a.odt").text == "Kế hoạch"


@needs_office
def test_too_large_a_result_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "MAX_OUTPUT_BYTES", 100)
    with pytest.raises(UnreadableDocument, match="LibreOffice makes over 0 MiB of it"):
        read_bytes(_odt("<text:p>Kế hoạch</text:p>"), name="a.odt")


@needs_office
@pytest.mark.parametrize("end", ["", "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"])
def test_it_ends_with_the_process_that_started_it(end: str, tmp_path: Path) -> None:
    """Also when that process is killed: nothing of it runs on, no folder is left."""
    source = tmp_path / "a.odt"
    source.write_bytes(_odt("<text:p>Kế hoạch</text:p>"))
    script = (
        "import sys; from vnplan.readers import office, read_file; read_file(sys.argv[1]);"
        f"print(office._RUNNING[0].folder, flush=True); {end}"
    )
    run = subprocess.run(
        [sys.executable, "-c", script, str(source)], capture_output=True, text=True, check=False
    )
    folder = Path(run.stdout.strip())
    assert folder.name.startswith("vnplan-office-"), run.stderr
    deadline = time.monotonic() + 20
    while folder.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not folder.exists()


def test_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(needs, "found", lambda _: None)
    source = Source(uri="a.doc", media_type="application/msword", sha256="0" * 64, reader="doc")
    with pytest.raises(UnreadableDocument) as refused:
        office_text.read(b"", source)
    assert str(refused.value).startswith("a.doc: is DOC; reading it needs LibreOffice Writer: ")
