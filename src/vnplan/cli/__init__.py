"""The command line: arguments in, calls, tables and progress out."""

from __future__ import annotations


def main() -> None:
    """Runs `vnplan`; a closed pipe (`vnplan show … | head`) ends it quietly."""
    import os
    import sys

    from vnplan.cli.app import app

    try:
        app(prog_name="vnplan")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(141) from None
