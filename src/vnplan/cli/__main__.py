"""`python -m vnplan.cli`."""

from vnplan.cli import main

main()
