"""All tests here need pdfium."""

from __future__ import annotations

import pytest

pytest.importorskip("pypdfium2", reason="needs the extra pdf (pip install 'vnplan[pdf]')")
