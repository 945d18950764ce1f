"""Slips of OCR: what the words of a scan were read as, and what they are taken for."""

from vnplan.parsers.slips.mending import Mending, mend

__all__ = ["Mending", "mend"]
