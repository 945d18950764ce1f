"""Where plans come from: folders and files of Plan JSON, documents, or plans in memory."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from vnplan._version import __version__
from vnplan.lexicon.agencies import Lexicon
from vnplan.readers.folder import documents
from vnplan.records import Plan
from vnplan.store.schema import UnreadableStore


@dataclass(frozen=True, slots=True)
class Item:
    """One plan to come: `digest` names its content, `load` reads it only when that is new.

    `load` gives its JSON; it raises `ValueError` or another error with one line.
    """

    root: str
    path: str
    digest: str
    load: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be read, with the reason in one line."""

    root: str
    path: str
    reason: str


def items(
    source: str | Path | Iterable[Plan | str | Path], lexicon: Lexicon | None = None
) -> Iterator[Item | Unread]:
    """What a source holds, in a stable order.

    A folder with Plan JSON, a plan a file (.json) or a line (.jsonl), stands for those; one without
    any for its documents, which are parsed, by the names of `lexicon`. Raises `UnreadableStore` for
    a path that is not there.
    """
    if isinstance(source, str | Path):
        yield from _files(Path(source), lexicon)
        return
    for one in source:
        if isinstance(one, Plan):
            yield _from_memory(one)
        else:
            yield from _files(Path(one), lexicon)


def roots(source: str | Path | Iterable[Plan | str | Path]) -> list[str]:
    """The folders a source names; what vanished from them leaves the index."""
    named = [source] if isinstance(source, str | Path) else source
    paths = [Path(one) for one in named if not isinstance(one, Plan)]
    return [_written(str(path.resolve())) for path in paths if path.is_dir()]


def _files(path: Path, lexicon: Lexicon | None) -> Iterator[Item | Unread]:
    if path.is_dir():
        root = _written(str(path.resolve()))
        plans = sorted(
            (file, name)
            for kind in ("*.json", "*.jsonl")
            for file in path.rglob(kind)
            if not _is_hidden(name := file.relative_to(path).as_posix())
            and not _is_run_report(file)
        )
        found = plans or [
            (file, file.relative_to(path).as_posix()) for file, _ in documents([path])
        ]
        for file, name in found:
            yield from _items(file, root, name, lexicon)
    elif path.exists():
        yield from _items(path, _written(str(path.parent.resolve())), path.name, lexicon)
    else:
        raise UnreadableStore(f"{path}: there is no such file or folder")


def _is_hidden(name: str) -> bool:
    return name.startswith(".") or "/." in name


def _is_run_report(file: Path) -> bool:
    """Whether it is the report that `vnplan convert` leaves beside the plans it made."""
    if file.name != "report.json":
        return False
    try:
        with file.open("rb") as start:
            return b'"report_version"' in start.read(40)
    except OSError:
        return False


def _written(name: str) -> str:
    """A name as text that can be kept: some files bear names in an encoding of the past."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _items(file: Path, root: str, name: str, lexicon: Lexicon | None) -> Iterator[Item | Unread]:
    if file.suffix.lower() == ".jsonl":
        yield from _lines(file, root, _written(name))
    else:
        yield _file(file, root, name, lexicon)


def _lines(file: Path, root: str, name: str) -> Iterator[Item | Unread]:
    """A plan a line, as `vnplan convert --format jsonl` writes them."""
    try:
        with file.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if data := line.strip():
                    digest = hashlib.sha256(data).hexdigest()
                    yield Item(root, f"{name}:{number}", digest, partial(bytes, data))
    except OSError as error:
        yield Unread(root, name, f"{name}: cannot be read ({error.strerror or error})")


def _file(file: Path, root: str, name: str, lexicon: Lexicon | None) -> Item | Unread:
    name = _written(name)
    try:
        data = file.read_bytes()
    except OSError as error:
        return Unread(root, name, f"{name}: cannot be read ({error.strerror or error})")
    if file.suffix.lower() == ".json":
        digest = hashlib.sha256(data).hexdigest()
        return Item(root, name, digest, partial(bytes, data))
    # What a document says depends on the program that reads it.
    digest = hashlib.sha256(f"{__version__}\0{name}\0".encode() + data).hexdigest()
    return Item(root, name, digest, lambda: _parsed(data, name, lexicon))


def _parsed(data: bytes, name: str, lexicon: Lexicon | None) -> bytes:
    from vnplan.pipeline import parse_bytes

    return parse_bytes(data, name=Path(name).name, lexicon=lexicon).to_json().encode()


def _from_memory(plan: Plan) -> Item:
    data = plan.to_json().encode()
    digest = hashlib.sha256(data).hexdigest()
    return Item("", digest, digest, partial(bytes, data))
