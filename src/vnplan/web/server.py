"""Running the app until it is stopped."""

from __future__ import annotations

import socket
from collections.abc import Callable

from vnplan.web.app import create_app
from vnplan.web.settings import Settings

_GRACE = 5  # seconds that answers which are being sent have to come to their end


class CannotListen(OSError):
    """The address cannot be listened at; the message is one line."""


def run(settings: Settings, host: str, port: int, on_start: Callable[[str], object]) -> None:
    """Serves until Ctrl-C or the signal that asks a process to end.

    `on_start` is told the address once it is listened at; with port 0 any free one is taken.
    Raises `CannotListen`, and what `create_app` raises.
    """
    import uvicorn

    with listening(host, port) as listener:
        app = create_app(settings)
        config = uvicorn.Config(
            app,
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            date_header=True,
            timeout_graceful_shutdown=_GRACE,
            timeout_keep_alive=15,
            limit_concurrency=200,
            h11_max_incomplete_event_size=64 * 1024,
            ws="none",
            lifespan="on",
        )
        on_start(_address(listener))
        uvicorn.Server(config).run(sockets=[listener])


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens; port 0 takes any free one. Raises `CannotListen`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(128)
    except OSError as problem:
        listener.close()
        reason = problem.strerror or str(problem)
        raise CannotListen(f"{host}:{port}: cannot be listened at ({reason})") from None
    return listener


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
