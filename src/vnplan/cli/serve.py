"""`vnplan serve [DATA]`: the web app on this machine."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vnplan.cli.lexicon import LexiconFiles, load_lexicon
from vnplan.cli.terminal import complain, console, words, wrong

if TYPE_CHECKING:
    from vnplan.web.settings import Settings

_MB = 2**20
_PACKAGES = ("starlette", "uvicorn", "jinja2", "python_multipart")


def serve(  # noqa: PLR0913 - each is an option of its own
    data: Annotated[
        Path,
        typer.Argument(
            metavar="[DATA]", help="Folder that holds the documents; made when it is not there."
        ),
    ] = Path("vnplan-data"),
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Where to listen; else only this machine.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="PORT", min=0, max=65535)] = 8000,
    name: Annotated[
        list[str] | None,
        typer.Option(
            metavar="HOST", help="A name others call this machine by; can be given several times."
        ),
    ] = None,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=1, help="How many documents are read side by side.")
    ] = 2,
    timeout: Annotated[
        float, typer.Option(metavar="SECONDS", min=0.1, help="The most a document may take.")
    ] = 300.0,
    memory: Annotated[
        int, typer.Option(metavar="MB", min=1, help="The most memory a document may take.")
    ] = 3072,
    max_file: Annotated[
        int, typer.Option(metavar="MB", min=1, max=64, help="The largest file that is taken.")
    ] = 64,
    lexicon: LexiconFiles = None,
) -> None:
    """Serve the web app: send documents, review, search, compare and correct them.

    Only this machine reaches it unless --host says otherwise. There are no
    accounts: whoever reaches it may read, correct and remove documents.

    Exit status: 0 stopped, 1 it could not begin, 2 a wrong call.

    Example: vnplan serve van-ban/ --port 8080
    """
    _check_packages()
    from vnplan.exports.limits import Limits
    from vnplan.web.settings import Settings, host_names, is_loopback

    if data.exists() and not data.is_dir():
        raise wrong(f"{data} is a file, not a folder", of="DATA")
    settings = Settings(
        data=data,
        hosts=host_names(name or ()),
        jobs=jobs,
        limits=Limits(timeout, memory),
        max_file=max_file * _MB,
        lexicon=load_lexicon(lexicon),
    )
    if not is_loopback(host):
        complain(
            f"warning: {host} is reached from other machines, and there are no accounts:"
            " whoever reaches it may read, correct and remove every document"
        )
    _serve(settings, host, port)


def _check_packages() -> None:
    """Ends the command where something of the extra is missing: one line, exit status 1."""
    from vnplan.exports.needs import MissingPackage, need

    try:
        for module in _PACKAGES:
            need(module, module.replace("_", "-"), "web", "web pages")
    except MissingPackage as problem:
        complain(str(problem))
        raise typer.Exit(1) from None


def _serve(settings: Settings, host: str, port: int) -> None:
    from vnplan.store import UnreadableStore
    from vnplan.web.server import CannotListen, run
    from vnplan.web.shelf import Busy

    def told(address: str) -> None:
        line = f"vnplan: {address}  (documents in {settings.data}; Ctrl-C stops)"
        console().print(words(line, "green"))

    try:
        with suppress(KeyboardInterrupt):  # told again by the server, after its orderly end
            run(settings, host, port, on_start=told)
    except (Busy, CannotListen, UnreadableStore) as problem:
        complain(str(problem))
        raise typer.Exit(1) from None
    except OSError as problem:
        complain(f"{settings.data}: cannot be used ({problem.strerror or problem})")
        raise typer.Exit(1) from None
