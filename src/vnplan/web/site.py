"""What the parts of a running app share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from starlette.requests import Request

from vnplan.web.desk import Desk
from vnplan.web.reviews import Reviews
from vnplan.web.sending import Counter
from vnplan.web.settings import Settings
from vnplan.web.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Site:
    """The shelf, the desk where documents are read, the counter where they are taken."""

    settings: Settings
    shelf: Shelf
    desk: Desk
    counter: Counter
    reviews: Reviews


def site_of(request: Request) -> Site:
    """The app a request is for."""
    return cast(Site, request.app.state.site)
