"""Look-up: in which section a place of the text lies."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from vnplan.records import Section
from vnplan.records.section import OUTLINE


class SectionIndex:
    """Answers for offsets of `Document.text`, in logarithmic time."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self.by_id = {section.id: section for section in sections}
        self._starts: list[int] = []
        self._sections: list[Section | None] = []
        open_parts: list[Section] = []
        for section in sections:  # reading order: parents before children, spans nested
            while open_parts and open_parts[-1].span.end <= section.span.start:
                self._mark(open_parts.pop().span.end, open_parts[-1] if open_parts else None)
            self._mark(section.span.start, section)
            open_parts.append(section)
        while open_parts:
            self._mark(open_parts.pop().span.end, open_parts[-1] if open_parts else None)

    def _mark(self, offset: int, section: Section | None) -> None:
        """From `offset` on, `section` is the innermost; a later word on the same place wins."""
        if self._starts and self._starts[-1] >= offset:
            self._sections[-1] = section
            return
        self._starts.append(offset)
        self._sections.append(section)

    def innermost(self, offset: int) -> Section | None:
        """The smallest part that holds `offset`: maybe a bullet, a field or a row."""
        place = bisect_right(self._starts, offset) - 1
        return self._sections[place] if place >= 0 else None

    def numbered(self, offset: int) -> Section | None:
        """The innermost part with a label of the outline: what `section_id` of a record names."""
        return self.outline_part(self.innermost(offset))

    def outline_part(self, section: Section | None) -> Section | None:
        """`section` itself or the nearest part around it that has a label of the outline."""
        while section is not None and section.kind not in OUTLINE:
            section = self.by_id.get(section.parent_id) if section.parent_id else None
        return section
