"""What one document may cost, and a process that keeps to it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_STATM: Final = Path("/proc/self/statm")


@dataclass(frozen=True, slots=True)
class Limits:
    """The most a document may take: `seconds` of time, `megabytes` (2**20 bytes) of memory.

    None: as much as it needs.
    """

    seconds: float | None = None
    megabytes: int | None = None

    def __bool__(self) -> bool:
        return self.seconds is not None or self.megabytes is not None


NO_LIMITS: Final = Limits()


def memory_can_be_limited() -> bool:
    """Whether the system says how much memory a process has, and holds it to a limit: Linux."""
    try:
        import resource
    except ImportError:
        return False
    return hasattr(resource, "RLIMIT_AS") and _STATM.exists()


def limit_memory(megabytes: int) -> None:
    """From now on this process may take so much more than it has; then comes a `MemoryError`.

    It is the address space that counts. Of that a process with its libraries has several hundred
    MiB before it reads a word, so the limit is put on top of what is there.
    """
    import resource

    pages = int(_STATM.read_text().split()[0])
    limit = pages * resource.getpagesize() + megabytes * 2**20
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    if most != resource.RLIM_INFINITY:
        limit = min(limit, most)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (limit, most))
