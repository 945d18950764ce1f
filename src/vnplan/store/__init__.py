"""Many plans to ask at once: an index in one file, and the same questions without one.

vnplan.index("out/", "plans.db")
corpus = vnplan.open("plans.db")          # or vnplan.open("out/")
corpus.tasks(agency="Sở KH&CN", role="lead", due_before="2025-12-31")
"""

from __future__ import annotations

from vnplan.store.answers import (
    AgencyLoad,
    Cite,
    CitedInstrument,
    Document,
    Due,
    FoundTask,
    Ground,
    Instrument,
    Part,
    Partners,
    Place,
)
from vnplan.store.corpus import Corpus
from vnplan.store.indexing import IndexReport, index
from vnplan.store.opening import open
from vnplan.store.schema import STORE_VERSION, UnreadableStore

__all__ = [
    "STORE_VERSION",
    "AgencyLoad",
    "Cite",
    "CitedInstrument",
    "Corpus",
    "Document",
    "Due",
    "FoundTask",
    "Ground",
    "IndexReport",
    "Instrument",
    "Part",
    "Partners",
    "Place",
    "UnreadableStore",
    "index",
    "open",
]
