"""Why a run cannot begin."""


class BatchProblem(Exception):
    """Nothing was begun; the message is one line."""
