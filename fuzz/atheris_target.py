"""Documents found by coverage: atheris keeps the inputs that reach new lines and changes them on.

    pip install atheris
    python -m fuzz.atheris_target build/fuzz/atheris -max_len=4000 -timeout=30

The first word is a folder for the inputs worth keeping; it is begun with passages of the documents
of corpus/. The other words are libFuzzer's. Anything that breaks an invariant ends it, with the
input in a file crash-…
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any

from fuzz.sources import founding_sources
from fuzz.texts import passage

_PASSAGES = 200
_SLIPS = 0.05


def main() -> int:
    """The command; without atheris it says how to get it."""
    try:
        atheris: Any = import_module("atheris")
    except ImportError:
        print("coverage needs atheris: pip install atheris", file=sys.stderr)
        return 2
    with atheris.instrument_imports(include=["vnplan"]):
        # The package imports its rooms where they are first used: all that is to be counted is
        # imported here, or its lines are never seen as new.
        import_module("vnplan.pipeline")
        from fuzz.invariants import verdict

    def one_input(data: bytes) -> None:
        found = verdict(_document(data))
        if found.broken is not None:
            raise AssertionError(found.broken)

    if len(sys.argv) > 1 and not sys.argv[1].startswith("-"):
        _begin(Path(sys.argv[1]))
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
    return 0


def _document(data: bytes) -> Any:
    """Text where the bytes are text but for some slips: so that not the decoder alone is tried.

    A change of one byte breaks one letter of UTF-8; as bytes the whole would then be read in some
    other encoding, and no grammar be reached.
    """
    text = data.decode("utf-8", "replace")
    return data if text.count("\N{REPLACEMENT CHARACTER}") > len(text) * _SLIPS else text


def _begin(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    sources = founding_sources()
    for number in range(_PASSAGES):
        text = passage(Random(number), sources, 600)
        (folder / f"passage-{number:03}").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
