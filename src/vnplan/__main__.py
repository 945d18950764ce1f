"""`python -m vnplan`."""

from vnplan.cli import main

main()
