"""Quotation marks: many offices type the straight ones, which do not tell open from closed."""

from __future__ import annotations

import re

_PAIR = re.compile(r'"([^"\n]*+)"')


def curled(text: str) -> str:
    """The text with straight marks curled in pairs, character by character: "A" is “A”.

    Of an odd number the last one stays as it is.
    """
    return _PAIR.sub(r"“\1”", text) if '"' in text else text
