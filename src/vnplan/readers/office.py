"""LibreOffice as a converter: bytes of one format in, bytes of another out.

Each process that converts has one LibreOffice of its own, with a profile of its own, started with
its first document and kept (`office_keeper`): a second to start, a tenth of one a document.

What it opens is not to be trusted. Macros are off, links are not followed (an ODT may name an
address, or a file of this machine, whose content it wants to show), and should anything ask for an
address all the same, the proxy it is sent to does not exist.
"""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

from vnplan.readers import office_keeper

MAX_OUTPUT_BYTES: Final = 256 * 1024 * 1024
"""The largest result that is taken."""
START_SECONDS: Final = 60.0
CONVERSION_SECONDS: Final = 120.0
"""How long one document may take; one of 300 pages takes three seconds."""
_DOCUMENTS_EACH: Final = 500
"""After so many documents another LibreOffice is started: it never gives memory back."""

DOCX: Final = "docx:MS Word 2007 XML"
XLSX: Final = "xlsx:Calc MS Excel 2007 XML"

_ITEM = (
    '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
    "<value>{value}</value></prop></item>"
)
_SETTINGS: Final = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", 3),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", 0),  # never
    ("Office.Calc/Content/Update", "Link", 1),  # never
    ("Inet/Settings", "ooInetProxyType", 2),  # the proxies below, whatever the system has
    *(
        row
        for scheme in ("HTTP", "HTTPS", "FTP")
        for row in (
            ("Inet/Settings", f"ooInet{scheme}ProxyName", "127.0.0.1"),
            ("Inet/Settings", f"ooInet{scheme}ProxyPort", 9),  # "discard": nobody listens
        )
    ),
    # The same result on every machine, whatever language it speaks.
    ("Setup/L10N", "ooSetupSystemLocale", "vi-VN"),
    ("Setup/L10N", "ooLocale", "en-US"),
    ("Office.Common/Misc", "FirstRun", "false"),
)


class ConversionFailed(Exception):
    """LibreOffice made nothing of the bytes; `str()` says why, as the end of a sentence."""


def convert(command: str, data: bytes, read_as: str, write_as: str) -> bytes:
    """`data` converted by the LibreOffice at `command`; raises `ConversionFailed`.

    `read_as` is the name of its import filter ("MS Word 97"): the content is never guessed at.
    `write_as` is an ending with an export filter, as `DOCX`.
    """
    with _LOCK:
        if not _RUNNING or not _RUNNING[-1].fit(command):
            if _RUNNING:
                _RUNNING.pop().end()
            _RUNNING.append(_Office(command))
        return _RUNNING[-1].convert(data, read_as, write_as)


@cache
def writes(command: str, write_as: str) -> bool:
    """Whether the LibreOffice at `command` can write `write_as`: its parts are packages apart."""
    read_as = "Rich Text Format" if write_as == DOCX else "Text - txt - csv (StarCalc)"
    try:
        return bool(convert(command, rb"{\rtf1 a}", read_as, write_as))
    except ConversionFailed:
        return False


class _Office:
    """The LibreOffice of this process, and the folder it works in."""

    def __init__(self, command: str) -> None:
        self.process = os.getpid()
        self.command = command
        self.documents = 0
        self.folder = Path(tempfile.mkdtemp(prefix="vnplan-office-"))
        settings = self.folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_profile(), encoding="utf-8")
        self.call = [
            *(command, f"-env:UserInstallation={(self.folder / 'profile').as_uri()}"),
            *("--headless", "--norestore", "--nologo", "--nolockcheck"),
        ]
        # Elsewhere every document starts one of its own.
        self.keeper = self._start() if os.name == "posix" else None
        atexit.register(self.end)

    def _start(self) -> subprocess.Popen[bytes]:
        """LibreOffice with a document open: without one it would end with its first work."""
        stays = self.folder / "open.rtf"
        stays.write_bytes(rb"{\rtf1}")
        guard = [sys.executable, "-I", "-S", office_keeper.__file__, str(self.folder)]
        keeper = subprocess.Popen(
            [*guard, *self.call, stays],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # a Ctrl-C in the terminal is not for it
        )
        # It locks a document that it has opened. Before that, the command below would be taken
        # for its first work, or become a LibreOffice of its own, in the same profile.
        ready, deadline = self.folder / ".~lock.open.rtf#", time.monotonic() + START_SECONDS
        while not ready.exists():
            if keeper.poll() is not None or time.monotonic() > deadline:
                _close(keeper)
                raise ConversionFailed("LibreOffice does not start")
            time.sleep(0.02)
        return keeper

    def fit(self, command: str) -> bool:
        """Whether it is alive, of this process, and not yet worn out."""
        alive = self.keeper is None or self.keeper.poll() is None
        ours = self.process == os.getpid() and self.command == command
        return alive and ours and self.documents < _DOCUMENTS_EACH

    def convert(self, data: bytes, read_as: str, write_as: str) -> bytes:
        """The converted bytes; raises `ConversionFailed`."""
        self.documents += 1
        place = self.folder / str(self.documents)
        place.mkdir()
        try:
            # The name is ours: that of a file could be taken for an option or an address.
            source, out = place / "document", place / "out"
            source.write_bytes(data)
            self._hand_over(
                [f"--infilter={read_as}", "--convert-to", write_as, "--outdir", out, source]
            )
            return _result(out / f"document.{write_as.partition(':')[0]}")
        finally:
            shutil.rmtree(place, ignore_errors=True)

    def _hand_over(self, arguments: Sequence[str | Path]) -> None:
        """Gives a call to the LibreOffice that runs, and waits until it is done."""
        nothing = subprocess.DEVNULL
        with subprocess.Popen(
            [*self.call, *arguments],
            stdin=nothing,
            stdout=nothing,
            stderr=nothing,
            start_new_session=True,
        ) as messenger:
            try:
                messenger.wait(CONVERSION_SECONDS)
            except subprocess.TimeoutExpired:
                late = f"LibreOffice is not done with it after {CONVERSION_SECONDS:.0f} s"
                raise ConversionFailed(late) from None
            finally:
                if messenger.poll() is None:  # late, or this process was interrupted
                    self.end()
                    messenger.kill()

    def end(self) -> None:
        """Ends it; does nothing where that was done, or in a fork of the process."""
        if self.process != os.getpid():
            return
        self.documents = _DOCUMENTS_EACH
        atexit.unregister(self.end)
        if self.keeper is None:
            shutil.rmtree(self.folder, ignore_errors=True)
        else:
            _close(self.keeper)


_LOCK = threading.Lock()
_RUNNING: list[_Office] = []


def _close(keeper: subprocess.Popen[bytes]) -> None:
    """Closes the pipe that keeps it alive; it ends LibreOffice and removes the folder itself."""
    assert keeper.stdin is not None
    keeper.stdin.close()


def _result(path: Path) -> bytes:
    if not path.is_file():
        raise ConversionFailed("LibreOffice cannot open it")
    if path.stat().st_size > MAX_OUTPUT_BYTES:
        raise ConversionFailed(f"LibreOffice makes over {MAX_OUTPUT_BYTES >> 20} MiB of it")
    return path.read_bytes()


def _profile() -> str:
    """The settings as LibreOffice keeps those that somebody changed."""
    rows = [_ITEM.format(path=path, name=name, value=value) for path, name, value in _SETTINGS]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<oor:items xmlns:oor="http://openoffice.org/2001/registry"'
            ' xmlns:xs="http://www.w3.org/2001/XMLSchema"'
            ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
            *rows,
            "</oor:items>",
        ]
    )
