"""What an app is told when it is started: where its data is, who may ask, how much is taken."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Final

from vnplan.exports.limits import Limits
from vnplan.readers import MAX_BYTES

if TYPE_CHECKING:
    from vnplan.lexicon.agencies import Lexicon

LOOPBACK_NAMES: Final = frozenset({"localhost"})


@dataclass(frozen=True)
class Settings:
    """`data` is a folder, made when it is not there.

    `hosts`: names under which the app may be asked besides `localhost` and plain addresses. A name
    that is none of them is refused: a foreign page could point a name of its own at this machine.
    """

    data: Path
    hosts: frozenset[str] = frozenset()
    jobs: int = 2
    """Documents that are read side by side."""
    limits: Limits = field(default_factory=lambda: Limits(seconds=300.0, megabytes=3072))
    """The most a document may take."""
    max_file: int = MAX_BYTES
    """Bytes of one file."""
    max_request: int = 4 * MAX_BYTES
    """Bytes of everything that is sent at once."""
    max_files: int = 50
    """Files that are sent at once."""
    max_text: int = 8 * 2**20
    """Bytes of a text that is pasted or typed."""
    max_waiting: int = 500
    """Documents that may wait to be read; more are refused until there is room."""
    lexicon: Lexicon | None = None

    def knows_host(self, host: str) -> bool:
        """Whether a `Host` header, with or without a port, names this app."""
        name = host_name(host)
        return name is not None and (
            name in LOOPBACK_NAMES or name in self.hosts or is_address(name)
        )


def host_name(host: str) -> str | None:
    """The name in "localhost:8000", "[::1]:8000", "10.0.0.5", in small letters; None for none."""
    if host.startswith("["):
        name, bracket, port = host[1:].partition("]")
        return name.lower() if bracket and _is_port(port) else None
    name, colon, port = host.partition(":")
    return name.lower().rstrip(".") if name and _is_port(colon + port) else None


def _is_port(text: str) -> bool:
    return not text or (text[0] == ":" and text[1:].isascii() and text[1:].isdigit())


def is_address(name: str) -> bool:
    """Whether a host is given as a plain IP address, which no foreign page can redirect."""
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def is_loopback(host: str) -> bool:
    """Whether an address to listen at is reached from this machine alone."""
    if host.lower() in LOOPBACK_NAMES:
        return True
    return is_address(host) and ip_address(host).is_loopback


def host_names(names: Iterable[str]) -> frozenset[str]:
    """Names as `Settings.hosts` holds them."""
    return frozenset(name.lower().rstrip(".") for name in names)
