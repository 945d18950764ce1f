"""What all tests share: where the documents are, and how long hypothesis may look for trouble."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from tests.renderings import Renderings
from tests.shelf import Shelf

PROJECT = Path(__file__).resolve().parents[1]
SHARED = PROJECT.parent / "shared"

# Two cores shared with other work make single examples slow now and then: no deadline an example.
settings.register_profile(
    "local", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
# The same examples on every run, so that a red build is red again on the developer's machine.
settings.register_profile("ci", parent=settings.get_profile("local"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")


if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell that starts the suite in the background has it ignore Ctrl-C, and every program the
    # tests start would inherit that: those that send them one would wait for ever.
    signal.signal(signal.SIGINT, signal.default_int_handler)


def _shared_folder(name: str) -> Path:
    folder = SHARED / name
    if not folder.is_dir():
        pytest.skip(f"../shared/{name} is not there")
    return folder


@pytest.fixture(scope="session")
def project_dir() -> Path:
    """The root of the checkout."""
    return PROJECT


@pytest.fixture(scope="session")
def corpus_dir() -> Path:
    """The documents that come with the project; their annotations are in `gold/` below."""
    return PROJECT / "corpus"


@pytest.fixture(scope="session")
def shared_corpus() -> Path:
    """The larger corpus beside the project, which is never part of it; skips when absent."""
    return _shared_folder("corpus")


@pytest.fixture(scope="session")
def shared_gold() -> Path:
    """The hand annotations of the larger corpus; skips when absent."""
    return _shared_folder("gold")


@pytest.fixture(scope="session")
def renderings(tmp_path_factory: pytest.TempPathFactory) -> Renderings:
    """The founding documents as Word files, PDFs and scans, each made once a run."""
    return Renderings(_common(tmp_path_factory) / "renderings")


@pytest.fixture(scope="session")
def shared_plans(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """The Plans of the larger corpus, each made once a run."""
    return Shelf(_common(tmp_path_factory) / "plans")


def _common(factory: pytest.TempPathFactory) -> Path:
    """A folder that the workers of one run share."""
    folder = factory.getbasetemp()
    return folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder
