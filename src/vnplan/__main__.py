"""`python -m vnplan` is the command `vnplan`."""

from __future__ import annotations

from vnplan.cli import main

main()
