"""Every pattern of the package, with the place that compiles it and how it is used.

    python -m fuzz.patterns

prints them as JSON. It is run as a process of its own: what compiles a pattern is watched from
before the first module of vnplan is imported, through the import of all of them and the reading
and parsing of the documents of corpus/, so that patterns made of the lexicon are there too.
"""

from __future__ import annotations

import ast
import json
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from types import FrameType
from typing import Any, Final, TypeAlias

import regex

Pattern: TypeAlias = regex.Pattern[str] | regex.Pattern[bytes] | re.Pattern[str] | re.Pattern[bytes]

regex_main: Any = import_module("regex._main")
re_main: Any = re

PROJECT: Final = Path(__file__).resolve().parents[1]
PACKAGE: Final = PROJECT / "src" / "vnplan"

_COMPILERS: Final = frozenset(
    {"compile", "search", "match", "fullmatch", "split", "sub", "subn", "findall", "finditer"}
)
_AT_A_PLACE: Final = frozenset({"match", "fullmatch"})
_ASKS_NOTHING: Final = frozenset({"pattern", "flags", "groupindex", "groups"})


@dataclass(frozen=True, slots=True)
class Compiled:
    """A pattern and where it is compiled: `place` is "parsers/dates.py:12".

    `searched` is False where it is only ever tried at one place of a text (`match`, `fullmatch`).
    """

    pattern: str
    flags: int
    library: str
    place: str
    searched: bool
    of_bytes: bool = False

    def compiled(self) -> Pattern:
        """The pattern, ready to be used."""
        pattern = self.pattern.encode("latin-1") if self.of_bytes else self.pattern
        found: Pattern = (re if self.library == "re" else regex).compile(pattern, self.flags)
        return found


@dataclass(frozen=True, slots=True)
class Collected:
    """All patterns, and the calls in the source that compiled none while it was watched."""

    patterns: tuple[Compiled, ...]
    unreached: tuple[str, ...]


def collect() -> Collected:
    """Collects them in a fresh process."""
    done = subprocess.run(
        [sys.executable, "-m", "fuzz.patterns"],
        cwd=PROJECT,
        check=True,
        capture_output=True,
        text=True,
    )
    found = json.loads(done.stdout)
    return Collected(tuple(Compiled(**one) for one in found["patterns"]), tuple(found["unreached"]))


# ---------------------------------------------------------------------- the process that watches


class _Watch:
    """Stands in for the compilers of `regex` and `re`."""

    def __init__(self) -> None:
        self.seen: dict[tuple[str | bytes, int, str, str, int], None] = {}

    def begin(self) -> None:
        """From now on every pattern that vnplan compiles is noted."""
        of_regex, of_re = regex_main._compile, re_main._compile

        def compile_regex(pattern: Any, flags: int, *rest: Any) -> Any:
            self._note(pattern, flags, "regex")
            return of_regex(pattern, flags, *rest)

        def compile_re(pattern: Any, flags: int) -> Any:
            self._note(pattern, flags, "re")
            return of_re(pattern, flags)

        regex_main._compile = compile_regex
        re_main._compile = compile_re

    def _note(self, pattern: Any, flags: int, library: str) -> None:
        if not isinstance(pattern, str | bytes):
            return
        frame: FrameType | None = sys._getframe(2)
        while frame is not None and frame.f_code.co_filename in _LIBRARIES:
            frame = frame.f_back
        if frame is not None:
            place = Path(frame.f_code.co_filename)
            if place.is_relative_to(PACKAGE):
                file = place.relative_to(PACKAGE).as_posix()
                self.seen[(pattern, int(flags), library, file, frame.f_lineno)] = None


_LIBRARIES: Final = frozenset({regex_main.__file__, re.__file__})


def _main() -> None:
    watch = _Watch()
    watch.begin()
    _exercise()
    calls = list(_calls())
    found, reached = [], set()
    for pattern, flags, library, file, line in watch.seen:
        call = next((one for one in calls if one.file == file and one.holds(line)), None)
        if call is not None:
            reached.add(call)
        searched = call is None or call.searched
        found.append(_compiled(pattern, flags, library, f"{file}:{line}", searched))
    unreached = []
    for one in (call for call in calls if call not in reached):
        place = f"{one.file}:{one.first}"
        if one.pattern is None:
            unreached.append(place)
        else:
            found.append(_compiled(one.pattern, one.flags, one.library, place, one.searched))
    json.dump({"patterns": [asdict(one) for one in found], "unreached": unreached}, sys.stdout)


def _compiled(
    pattern: str | bytes, flags: int, library: str, place: str, searched: bool
) -> Compiled:
    if isinstance(pattern, str):
        return Compiled(pattern, flags, library, place, searched)
    return Compiled(pattern.decode("latin-1"), flags, library, place, searched, of_bytes=True)


def _exercise() -> None:
    """Everything imported, what is made once is made, and documents are read."""
    import vnplan

    modules = [
        import_module(one.name)
        for one in pkgutil.walk_packages(vnplan.__path__, "vnplan.")
        if not one.name.endswith("__main__")
    ]
    for path in sorted((PROJECT / "corpus").glob("*-20*.*")):
        if path.suffix in (".txt", ".md"):
            vnplan.parse_file(path)
    for module in modules:
        for made in vars(module).values():
            if hasattr(made, "cache_info") and not _parameters(made):
                with suppress(Exception):  # what it needs is not on this machine
                    made()


def _parameters(function: Any) -> int:
    code = function.__wrapped__.__code__
    return int(code.co_argcount + code.co_kwonlyargcount)


# ---------------------------------------------------------------------- the source


@dataclass(frozen=True, slots=True)
class _Call:
    """A call in the source that compiles a pattern, and whether the pattern is searched for.

    `pattern` and `flags` are there where they stand in the call itself.
    """

    file: str
    first: int
    last: int
    library: str
    searched: bool
    pattern: str | bytes | None
    flags: int

    def holds(self, line: int) -> bool:
        return self.first <= line <= self.last


def _calls() -> Iterator[_Call]:
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        file = path.relative_to(PACKAGE).as_posix()
        names = _names_of_calls(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and (said := _compiler(node)) is not None:
                library, method = said
                name = names.get(node)
                uses = {method}
                if method == "compile":
                    uses = {*(_uses().get(_owned(file, name), ()) if name else ("search",))}
                searched = bool(uses - _AT_A_PLACE - _ASKS_NOTHING)
                last = node.end_lineno or node.lineno
                yield _Call(file, node.lineno, last, library, searched, *_literal(node))


def _compiler(call: ast.Call) -> tuple[str, str] | None:
    """("regex", "compile") of `regex.compile(…)`, of a call that compiles a pattern."""
    asked = call.func
    if not isinstance(asked, ast.Attribute) or not isinstance(asked.value, ast.Name):
        return None
    library = asked.value.id
    known = library in ("regex", "re") and asked.attr in _COMPILERS
    return (library, asked.attr) if known else None


def _literal(call: ast.Call) -> tuple[str | bytes | None, int]:
    """The pattern and the flags of a call, where they can be read off."""
    pattern = call.args[0].value if isinstance(call.args[0], ast.Constant) else None
    flags = 0
    for given in (*call.args[1:], *(one.value for one in call.keywords)):
        for node in ast.walk(given):
            if isinstance(node, ast.Attribute) and node.attr.isupper():
                flags |= int(getattr(regex, node.attr, 0))
    return (pattern, flags) if isinstance(pattern, str | bytes) else (None, 0)


def _names_of_calls(tree: ast.Module) -> dict[ast.expr, str]:
    """`_NAME = regex.compile(…)` at the top of a module: the name of each such call.

    So too of a call whose result a function gives back: then it is the function's name.
    """
    named = {
        node.value: function.name
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        for node in function.body
        if isinstance(node, ast.Return) and node.value is not None
    }
    for node in tree.body:
        target = node.targets[0] if isinstance(node, ast.Assign) else None
        if isinstance(node, ast.AnnAssign):
            target = node.target
        value = getattr(node, "value", None)
        if isinstance(target, ast.Name) and isinstance(value, ast.expr):
            named[value] = target.id
    return named


@cache
def _uses() -> dict[tuple[str, str], frozenset[str]]:
    """What is done with each name: by file where it is private, anywhere where it is not.

    A name by itself, given to a function or put into a table, may be used in any way: "search".
    """
    found: dict[tuple[str, str], set[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        file = path.relative_to(PACKAGE).as_posix()
        asked = set()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute):
                # "_NAME.match", or "_function().match"
                of = node.value.func if isinstance(node.value, ast.Call) else node.value
                if isinstance(of, ast.Name):
                    found.setdefault(_owned(file, of.id), set()).add(node.attr)
                    asked.add(of)
            elif isinstance(node, ast.Name) and node not in asked and _is_read(node):
                # An attribute is walked before the name it is of: this one stands alone.
                found.setdefault(_owned(file, node.id), set()).add("search")
    return {name: frozenset(uses) for name, uses in found.items()}


def _is_read(name: ast.Name) -> bool:
    return isinstance(name.ctx, ast.Load)


def _owned(file: str, name: str) -> tuple[str, str]:
    return (file if name.startswith("_") else "", name)


if __name__ == "__main__":
    _main()
