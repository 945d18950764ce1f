"""Documents and results that are not on a disk of this machine: "s3://bucket/ke-hoach/a.docx".

An `Address` does what a run asks of a path, with fsspec, which knows the object stores. It is only
ever made of what the user wrote (`place`), never of what stands in a document.
"""

from __future__ import annotations

import io
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path, PurePath, PurePosixPath
from typing import IO, Any, Final, TypeAlias
from urllib.parse import unquote
from urllib.request import url2pathname

import regex

from vnplan.exports.problem import BatchProblem

_SCHEME: Final = regex.compile(r"([a-z][a-z0-9+.\-]{1,30}+)://", regex.IGNORECASE)
_SECRET: Final = regex.compile(
    r"^([a-z0-9+.\-]{2,31}+://[^/@:]{0,200}+):[^/@]*+@", regex.IGNORECASE
)
_WEB: Final = frozenset({"http", "https"})


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """A place in a store of another kind; `url` as it was given, without a "/" at its end.

    Whatever goes wrong there is an `OSError`. `str` of it leaves out a password.
    """

    url: str

    def __str__(self) -> str:
        return _SECRET.sub(r"\1@", self.url)

    # ------------------------------------------------------------------ names

    @property
    def scheme(self) -> str:
        """ "s3", "https" …"""
        return self.url.partition("://")[0].lower()

    @property
    def shared(self) -> bool:
        """Whether other processes find there what this one does; the store of tests is its own."""
        return self.scheme != "memory"

    @property
    def name(self) -> str:
        """The last part: of an address of the web as it is read, without what is asked for."""
        path = self.url.partition("://")[2]
        if self.scheme in _WEB:
            path = unquote(path.partition("?")[0].partition("#")[0])
        return path.rstrip("/").rpartition("/")[2]

    @property
    def stem(self) -> str:
        """`name` without its ending."""
        return PurePosixPath(self.name).stem

    @property
    def suffix(self) -> str:
        """The ending: ".docx"."""
        return PurePosixPath(self.name).suffix

    @property
    def parent(self) -> Address:
        """The folder it is in."""
        return Address(self.url.rpartition("/")[0])

    def __truediv__(self, below: str | PurePath) -> Address:
        way = below if isinstance(below, str) else below.as_posix()
        return self if way == "." else Address(f"{self.url.rstrip('/')}/{way}")

    def with_name(self, name: str) -> Address:
        """Another name in the same folder."""
        return self.parent / name

    def relative_to(self, folder: Address) -> PurePosixPath:
        """The way there from a folder above; raises `ValueError` from any other."""
        return PurePosixPath(self.url).relative_to(PurePosixPath(folder.url))

    # ------------------------------------------------------------------ what is there

    def exists(self) -> bool:
        """Whether anything is there."""
        with self._opened() as (store, path):
            return bool(store.exists(path))

    def is_dir(self) -> bool:
        """Whether it is a folder; a page of the web is none, whatever it links to."""
        with self._opened() as (store, path):
            return self.scheme not in _WEB and bool(store.isdir(path))

    def is_file(self) -> bool:
        """Whether it is a file."""
        with self._opened() as (store, path):
            return bool(store.isfile(path))

    def size(self) -> int | None:
        """In bytes; None where the store does not say."""
        with self._opened() as (store, path):
            size = store.info(path).get("size")
            return None if size is None else int(size)

    def rglob(self, pattern: str) -> Iterator[Address]:
        """Every file below whose name fits, in order."""
        with self._opened() as (store, path):
            found = store.find(path) if store.isdir(path) else []
        for one in sorted(found):
            if fnmatchcase(one.rpartition("/")[2], pattern):
                yield self / one.removeprefix(path).lstrip("/")

    def iterdir(self) -> Iterator[Address]:
        """Every file in the folder itself."""
        return (one for one in self.rglob("*") if one.parent == self)

    # ------------------------------------------------------------------ reading and writing

    def open(
        self, mode: str = "rb", *, encoding: str | None = None, newline: str | None = None
    ) -> IO[Any]:
        """The file, to be read or written as one on a disk."""
        with self._opened() as (store, path):
            file: Any = _Plain(store.open(path, mode.replace("b", "") + "b"))
        if "b" in mode:
            return io.BufferedWriter(file) if "w" in mode else io.BufferedReader(file)
        return io.TextIOWrapper(file, encoding=encoding, newline=newline)

    def read_bytes(self) -> bytes:
        """All of it."""
        with self.open() as file:
            return bytes(file.read())

    def write_bytes(self, data: bytes) -> int:
        """Writes all of it."""
        with self.open("wb") as file:
            return int(file.write(data))

    def read_text(self, encoding: str) -> str:
        """All of it, as text."""
        return self.read_bytes().decode(encoding)

    def write_text(self, text: str, encoding: str = "utf-8") -> int:
        """Writes all of it, as text."""
        return self.write_bytes(text.encode(encoding))

    def mkdir(self, *, parents: bool, exist_ok: bool) -> None:
        """Makes the folder, where the store has such a thing."""
        with self._opened() as (store, path):
            store.makedirs(path, exist_ok=exist_ok)

    def replace(self, target: Address) -> None:
        """Moves the file to `target`, whatever was there."""
        with self._opened() as (store, path):
            store.mv(path, _there(target.url)[1])

    def unlink(self, *, missing_ok: bool = False) -> None:
        """Removes the file."""
        with self._opened() as (store, path):
            try:
                store.rm_file(path)
            except FileNotFoundError:
                if not missing_ok:
                    raise

    @contextmanager
    def _opened(self) -> Generator[tuple[Any, str], None, None]:
        with _in_our_words():
            yield _there(self.url)


Place: TypeAlias = Path | Address
"""Where a document is, or a result goes."""


def inside(one: Place, folder: Place) -> PurePath:
    """The way to a place from a folder above; raises `ValueError` from any other."""
    if isinstance(one, Address) and isinstance(folder, Address):
        return one.relative_to(folder)
    if isinstance(one, Path) and isinstance(folder, Path):
        return one.relative_to(folder)
    raise ValueError(f"{one} is not below {folder}")


def move(one: Place, target: Place) -> None:
    """Moves a file to a place in the same folder, whatever was there."""
    there: Any = target  # both are paths, or both addresses
    one.replace(there)


class _Plain(io.RawIOBase):
    """A file of fsspec, whose errors are `OSError`s: each library behind it has its own."""

    def __init__(self, file: Any) -> None:
        self._file = file

    def readable(self) -> bool:
        return bool(self._file.readable())

    def writable(self) -> bool:
        return bool(self._file.writable())

    def seekable(self) -> bool:
        return bool(self._file.seekable())

    def seek(self, place: int, whence: int = io.SEEK_SET) -> int:
        with _in_our_words():
            self._file.seek(place, whence)
            return self.tell()

    def tell(self) -> int:
        return int(self._file.tell())

    def readinto(self, buffer: Any) -> int:
        with _in_our_words():
            data = self._file.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def write(self, data: Any) -> int:
        with _in_our_words():
            return int(self._file.write(bytes(data)))

    def close(self) -> None:
        if not self.closed:
            super().close()
            with _in_our_words():
                self._file.close()


@contextmanager
def _in_our_words() -> Generator[None, None, None]:
    """Whatever goes wrong in a store is an `OSError` of one line."""
    try:
        yield
    except OSError:
        raise
    except Exception as problem:
        said = " ".join(f"{type(problem).__name__}: {problem}".split())
        raise OSError(said[:300]) from problem


@lru_cache(maxsize=4096)
def _there(url: str) -> tuple[Any, str]:
    """The store of an address, and the path in it."""
    store, path = import_module("fsspec.core").url_to_fs(url)
    return store, str(path)


def place(given: str) -> Place:
    """What the user wrote as a path, or as an `Address` where it is one.

    "file:///a/b.txt" is the path /a/b.txt. Raises `BatchProblem` where what opens such addresses
    is missing.
    """
    found = _SCHEME.match(given)
    if found is None:
        return Path(given)
    scheme = found[1].lower()
    if scheme == "file":
        return Path(url2pathname(given[len("file://") :]))
    if find_spec("fsspec") is None:
        raise BatchProblem(f"{scheme}:// needs fsspec: pip install 'vnplan[remote]'")
    try:
        import_module("fsspec").get_filesystem_class(scheme)
    except (ImportError, ValueError) as problem:
        raise BatchProblem(f"{scheme}:// is not known here ({problem})") from None
    return Address(given.rstrip("/"))
