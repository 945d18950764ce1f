"""What one sentence hands on to the next: whom it charged."""

from __future__ import annotations

from vnplan.parsers.tasks.draft import Draft
from vnplan.parsers.tasks.naming import Naming
from vnplan.parsers.tasks.scope import Scope


def carried(draft: Draft, naming: Naming) -> Scope:
    """The owners a task names in its own words; they go on in the sentence that names nobody.

    "Các bộ, cơ quan … xây dựng kế hoạch chi tiết. Hằng năm báo cáo kết quả về Bộ Công an."
    """
    owners = draft.parts.owners()
    places = {
        place.agency.id: place
        for words in draft.words
        for place in reversed(naming.places(words.line, words.start, words.end))
        if place.agency.id in owners
    }
    return Scope(tuple(sorted(places.values(), key=lambda place: place.mention.span.start)))
