"""A source for documents that come from no file."""

from __future__ import annotations

import pytest

from vnplan.records import Source


@pytest.fixture(scope="session")
def source() -> Source:
    return Source(media_type="text/plain", sha256="0" * 64, encoding=None, reader="plain")
