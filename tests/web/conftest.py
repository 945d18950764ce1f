"""An app with the two documents of the project on its shelf; they are read once a session."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("starlette", reason="the extra `web` is not installed")
pytest.importorskip("httpx", reason="Starlette's test client needs it")

from starlette.testclient import TestClient

import vnplan
from vnplan import Plan
from vnplan.exports.conversion import summary
from vnplan.exports.limits import Limits
from vnplan.readers import read_bytes
from vnplan.web.app import create_app
from vnplan.web.layout import packed
from vnplan.web.settings import Settings
from vnplan.web.shelf import Shelf

THAI_NGUYEN, BINH_DUONG = "thai-nguyen-232-2021.txt", "binh-duong-175-2019.md"
BASE = "http://localhost:8000"

Open = Callable[..., TestClient]


@pytest.fixture(scope="session")
def founding(corpus_dir: Path) -> dict[str, Plan]:
    """Both plans by the name of their file."""
    return {name: vnplan.parse_file(corpus_dir / name) for name in (THAI_NGUYEN, BINH_DUONG)}


@pytest.fixture(scope="session")
def stocked(
    tmp_path_factory: pytest.TempPathFactory, corpus_dir: Path, founding: dict[str, Plan]
) -> Path:
    """A folder of data with both; to be copied, not written to."""
    data = tmp_path_factory.mktemp("web") / "data"
    shelf = Shelf(Settings(data))
    for name, plan in founding.items():
        entry, _ = shelf.add(io.BytesIO((corpus_dir / name).read_bytes()), name)
        # As the worker does it, but without a process.
        shelf.extraction(entry.id).write_text(plan.to_json(), encoding="utf-8")
        document = read_bytes((corpus_dir / name).read_bytes(), name=name)
        (shelf.place(entry.id) / "layout.json").write_bytes(packed(document))
        shelf.read(entry.id, summary(plan))
    shelf.close()
    return data


@pytest.fixture
def data(stocked: Path, tmp_path: Path) -> Path:
    """A copy of it that may be written to."""
    return Path(shutil.copytree(stocked, tmp_path / "data"))


@pytest.fixture
def opened() -> Iterator[Open]:
    """Starts apps on folders of data, and ends them."""
    clients: list[TestClient] = []

    def start(data: Path, **options: Any) -> TestClient:
        limits = {"limits": Limits(seconds=60, megabytes=2048)}
        app = create_app(Settings(data, **{**limits, **options}))
        client = TestClient(app, base_url=BASE, follow_redirects=False)
        client.__enter__()
        clients.append(client)
        return client

    yield start
    for client in clients:
        client.__exit__(None, None, None)


@pytest.fixture
def client(data: Path, opened: Open) -> TestClient:
    """An app of one's own on a copy of the data."""
    return opened(data)


@pytest.fixture(scope="session")
def _reader(stocked: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    data = tmp_path_factory.mktemp("reader") / "data"
    shutil.copytree(stocked, data)
    with TestClient(create_app(Settings(data)), base_url=BASE, follow_redirects=False) as client:
        yield client


@pytest.fixture
def reader(_reader: TestClient) -> TestClient:
    """One app for all tests that only look, each without cookies."""
    _reader.cookies.clear()
    return _reader


@pytest.fixture(scope="session")
def keys(founding: dict[str, Plan]) -> dict[str, str]:
    """The names of both on the shelf."""
    return {name: plan.source.sha256 for name, plan in founding.items()}


@pytest.fixture(scope="session")
def thai_nguyen(keys: dict[str, str]) -> str:
    """The address of the plan of Thái Nguyên."""
    return f"/documents/{keys[THAI_NGUYEN]}"


def token(client: TestClient) -> str:
    """The token of a form, and its cookie."""
    client.get("/")
    return str(client.cookies["token"])
