"""Who may ask: the `Host` header against names that point at this machine from elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnplan.web.settings import Settings, host_names, is_loopback

HOSTS = [
    ("localhost", True),
    ("localhost:8000", True),
    ("LOCALHOST:8000", True),
    ("localhost.", True),
    ("127.0.0.1", True),
    ("127.0.0.1:8000", True),
    ("[::1]:8000", True),
    ("[::1]", True),
    ("10.1.2.3:80", True),
    ("van-thu.local:8000", True),
    ("VAN-THU.local", True),
    ("evil.example", False),
    ("evil.example:8000", False),
    ("127.0.0.1.evil.example", False),
    ("localhost.evil.example", False),
    ("", False),
    (":8000", False),
    ("[::1", False),
    ("[::1]x", False),
    ("localhost:80x", False),
    ("localhost@evil.example", False),
    ("127.0.0.1:8000:1", False),
]


@pytest.mark.parametrize("host, known", HOSTS)
def test_hosts(host: str, known: bool) -> None:
    settings = Settings(Path("data"), hosts=host_names(["Van-Thu.local"]))
    assert settings.knows_host(host) is known


@pytest.mark.parametrize(
    "address, loopback",
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.168.1.5", False),
        ("van-thu.local", False),
    ],
)
def test_loopback(address: str, loopback: bool) -> None:
    assert is_loopback(address) is loopback
