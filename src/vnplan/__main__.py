"""`python -m vnplan`."""

from vnplan.cli import main

if __name__ == "__main__":  # worker processes import this module by another name
    main()
