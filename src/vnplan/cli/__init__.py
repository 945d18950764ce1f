"""The command line: arguments in, calls, tables and progress out."""

from __future__ import annotations


def main() -> None:
    """Runs `vnplan`.

    A reader that goes away (`vnplan show … | head`) ends it quietly, Ctrl-C with status 130, and
    the signal that asks a process to end with 143: each after what is half-written is removed.
    """
    import signal
    import sys
    from io import TextIOWrapper

    from vnplan.cli.app import app

    for stream in (sys.stdout, sys.stderr):
        # A terminal that knows only ASCII shows "?" for what it cannot; it stops nothing.
        if isinstance(stream, TextIOWrapper) and stream.errors == "strict":
            stream.reconfigure(errors="replace")
    signal.signal(signal.SIGTERM, _end)
    app(prog_name="vnplan")


def _end(signal_number: int, _frame: object) -> None:
    raise SystemExit(128 + signal_number)
