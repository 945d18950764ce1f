"""Where on the page a record stands, in words and in the order of reading."""

from __future__ import annotations

from vnplan.exports.page.blocks import HEADED
from vnplan.exports.page.visible import plain
from vnplan.records import Plan


class Places:
    """What the place of a record is called: the nearest part with a label, "V.6"."""

    def __init__(self, plan: Plan) -> None:
        self._by_id = {section.id: section for section in plan.sections}
        self._order = {section.id: at for at, section in enumerate(plan.sections)}
        self._names: dict[str, str] = {}

    def name(self, section_id: str | None) -> str:
        """ "V.6" for the bullet "V.6-1"; empty where no part with a label is around."""
        seen = 0
        one = section_id
        while one is not None and one in self._by_id and seen < 64:
            section = self._by_id[one]
            if section.kind in HEADED:
                return plain(section.id)
            one, seen = section.parent_id, seen + 1
        return ""

    def order(self, section_id: str | None) -> int:
        """The place of a section in the order of reading; -1 for none."""
        return self._order.get(section_id, -1) if section_id is not None else -1

    def headed(self, section_id: str | None) -> list[int]:
        """The parts with a heading around a place, the outermost first, by their indexes."""
        chain: list[int] = []
        one = section_id
        for _ in range(64):
            if one is None or one not in self._by_id:
                break
            section = self._by_id[one]
            if section.kind in HEADED and section.heading is not None:
                chain.append(self._order[one])
            one = section.parent_id
        return chain[::-1]
