"""What some exports need that is not part of vnplan: a package of an extra."""

from __future__ import annotations

from importlib import import_module


class MissingPackage(Exception):
    """Nothing was written; the message is one line with what installs it."""


def need(module: str, package: str, extra: str, what: str) -> None:
    """Raises `MissingPackage` where `module` cannot be imported.

    "spreadsheets need xlsxwriter: pip install 'vnplan[office]'"
    """
    try:
        import_module(module)
    except ImportError:
        line = f"{what} need {package}: pip install 'vnplan[{extra}]'"
        raise MissingPackage(line) from None
