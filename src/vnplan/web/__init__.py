"""The web app: documents of an office to read, look through, correct and hand on.

`create_app(Settings(data))` is an ASGI application; `vnplan serve` runs it. Everything it shows is
made here: no page asks another host for anything.
"""

from __future__ import annotations

from vnplan.web.settings import Settings

__all__ = ["Settings"]
