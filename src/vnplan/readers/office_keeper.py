"""A program: keeps one LibreOffice running for the process that started it, and ends it with it.

    python office_keeper.py FOLDER COMMAND …

LibreOffice takes a second to start and a tenth of one to convert a document, so a process that
converts many keeps one open. It must not outlive that process, however that one ends: this program
waits for its standard input to close, which the system does even for a process that is killed.
Then LibreOffice is ended and FOLDER removed. It imports nothing of vnplan and starts in 20 ms.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

MEMORY_BYTES = 4 * 2**30  # address space; 0.5 GiB is usual
FILE_BYTES = 512 * 2**20  # the largest file it may write


def main() -> None:
    """Starts COMMAND, waits until nobody needs it or it has ended, and leaves nothing behind."""
    folder = Path(sys.argv[1])
    _limit()
    nothing = subprocess.DEVNULL
    office = subprocess.Popen(
        sys.argv[2:], stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
    )
    end = threading.Thread(target=_end, args=(office, folder))
    end.start()
    while os.read(0, 4096):
        pass
    with contextlib.suppress(OSError):
        os.killpg(office.pid, signal.SIGKILL)
    end.join()


def _end(office: subprocess.Popen[bytes], folder: Path) -> None:
    """When LibreOffice has ended, by itself or not, so does this program."""
    office.wait()
    with contextlib.suppress(OSError):
        for _ in range(25):  # the command is a script; the program it started may be dying still
            os.killpg(office.pid, signal.SIGKILL)
            time.sleep(0.02)
    _remove(folder)
    os._exit(0)


def _limit() -> None:
    import resource

    for what, most in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_FSIZE, FILE_BYTES),
        (resource.RLIMIT_CORE, 0),
    ):
        # Not every system has every limit, and one set lower stays.
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(what, (most, most))


def _remove(folder: Path) -> None:
    """The folder, and the socket that LibreOffice leaves in the folder of temporary files.

    It is named after the MD5 of the profile's address, in hexadecimal without leading zeros.
    """
    shutil.rmtree(folder, ignore_errors=True)
    address = (folder / "profile").as_uri().encode("utf-16-le")
    digest = "".join(f"{byte:x}" for byte in hashlib.md5(address, usedforsecurity=False).digest())
    for place in ("/tmp", "/var/tmp"):
        with contextlib.suppress(OSError):
            Path(place, f"OSL_PIPE_{os.getuid()}_SingleOfficeIPC_{digest}").unlink()


if __name__ == "__main__":
    main()
