"""The review pages of documents as they stand; those looked at last are kept."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import Final

from vnplan.exports.page import Hooks, render
from vnplan.exports.page.labels import Language
from vnplan.web.current import current
from vnplan.web.language import Words
from vnplan.web.shelf import Shelf
from vnplan.web.view import task_address

_KEPT: Final = 4  # pages; one of 300 pages has 8 MB and takes a second to make


class Reviews:
    """Made when they are first asked for, and anew when a correction was made."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._lock = Lock()
        self._kept: OrderedDict[tuple[str, int, Language], bytes] = OrderedDict()

    def html(self, key: str, lang: Language) -> bytes:
        """The page of a document that was read; raises `KeyError` for any other."""
        journal = self._shelf.journal(key)
        asked = key, len(journal.lines), lang
        with self._lock:
            if asked in self._kept:
                self._kept.move_to_end(asked)
                return self._kept[asked]
        words = Words(lang)
        plan = current(journal, self._shelf.settings.lexicon)

        def edit(kind: str, record: str) -> str | None:
            known = kind == "task" and record in journal.tasks
            return task_address(key, record) if known else None

        def note(kind: str, record: str) -> str | None:
            changed = journal.changes.get(record) if kind == "task" else None
            if not changed:
                return None
            return words("document.note", parts=", ".join(words(f"part.{one}") for one in changed))

        layout = self._shelf.layout(key, plan)
        page = render(plan, lang, document=layout, hooks=Hooks(edit=edit, note=note))
        made = page.encode("utf-8", "replace")
        with self._lock:
            self._kept[asked] = made
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return made
