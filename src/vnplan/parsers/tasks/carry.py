"""What one sentence hands on to the next: whom it charged."""

from __future__ import annotations

from collections.abc import Container, Iterable

from vnplan.parsers.agencies import Placed
from vnplan.parsers.tasks.draft import Draft
from vnplan.parsers.tasks.naming import Naming
from vnplan.parsers.tasks.scope import Scope
from vnplan.parsers.tasks.words import Words


def carried(draft: Draft, naming: Naming) -> Scope:
    """The owners a task names in its own words; they go on in the sentence that names nobody.

    "Các bộ, cơ quan … xây dựng kế hoạch chi tiết. Hằng năm báo cáo kết quả về Bộ Công an."
    """
    return Scope(named_among(draft.words, draft.parts.owners(), naming))


def named_among(
    lines: Iterable[Words], agencies: Container[str], naming: Naming
) -> tuple[Placed, ...]:
    """Where the words name some of the agencies first, in reading order."""
    places = {
        place.agency.id: place
        for words in lines
        for place in reversed(naming.places(words.line, words.start, words.end))
        if place.agency.id in agencies
    }
    return tuple(sorted(places.values(), key=lambda place: place.mention.span.start))
