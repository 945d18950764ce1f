"""One document to its Plan, in a process of its own that keeps to the limits."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from vnplan.exports.conversion import Summary, summary
from vnplan.exports.limits import Limits, limit_memory
from vnplan.exports.plan_file import UnwritablePlan, whole, write_plan
from vnplan.exports.workers import Died, Exhausted, Late, Lost, side_by_side
from vnplan.readers import UnreadableDocument
from vnplan.web.layout import packed

if TYPE_CHECKING:
    from vnplan.lexicon.agencies import Lexicon

LAYOUT: Final = "layout.json"
"""The file beside the Plan that says how the document was laid out."""

_PRELOAD: Final = (__name__, "vnplan.web.warm")


@dataclass(frozen=True, slots=True)
class Errand:
    """A document in a file, the name it is read under, and where its Plan goes."""

    source: Path
    name: str
    target: Path


@dataclass(frozen=True, slots=True)
class Unread:
    """Why there is no Plan: "is damaged RTF (…)"."""

    reason: str


@dataclass(frozen=True, slots=True)
class _Work:
    megabytes: int | None
    lexicon: Lexicon | None

    def __call__(self, errand: Errand) -> Summary | Unread:
        if self.megabytes is not None:
            limit_memory(self.megabytes)
        from vnplan.pipeline import build_plan
        from vnplan.readers import read_bytes

        try:
            document = read_bytes(errand.source.read_bytes(), name=errand.name)
            plan = build_plan(document, self.lexicon)
            with whole(errand.target.with_name(LAYOUT), "web") as part:
                part.write_bytes(packed(document))
            write_plan(plan, errand.target, "web")
        except UnreadableDocument as problem:
            return Unread(problem.reason)
        except (UnwritablePlan, OSError) as problem:
            return Unread(f"cannot be kept ({type(problem).__name__})")
        except MemoryError:
            raise
        except Exception as problem:  # noqa: BLE001 - our fault; one document costs no other
            reason = f"internal error, {type(problem).__name__}: {problem}"
            return Unread(" ".join(reason.split())[:300])
        return summary(plan)


def extract(errand: Errand, limits: Limits, lexicon: Lexicon | None = None) -> Summary | Unread:
    """Reads a document and writes its Plan; never raises for what is in it.

    The process is ended when it takes longer than `limits.seconds`; this call waits for it.
    """
    work = _Work(limits.megabytes, lexicon)
    done = side_by_side([errand], work, 1, preload=_PRELOAD, seconds=limits.seconds)
    for _, result in done:
        return Unread(_lost(result, limits)) if isinstance(result, Lost) else result
    return Unread("internal error, no result")  # never: one item gives one result


def _lost(lost: Lost, limits: Limits) -> str:
    match lost:
        case Late():
            return f"took longer than {limits.seconds:g} s"
        case Exhausted() if limits.megabytes:
            return f"needs more than {limits.megabytes} MB of memory"
        case Exhausted():
            return "needs more memory than there is"
        case Died():
            return f"its worker process died ({lost.how})"
