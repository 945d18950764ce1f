"""`vnplan export --akn --jsonld --annotations`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

from vnplan.exports.akoma_ntoso import text_of

Run = Callable[..., Result]

ENDINGS = {"akn": ".akn.xml", "jsonld": ".jsonld", "annotations": ".annotations.json"}


def _documents(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(1, count + 1):
        text = f"UBND TỈNH THÁI NGUYÊN\nSố: {number}/KH-UBND\nKẾ HOẠCH\nI. TỔ CHỨC\n1. Sở Y tế: Tổ chức.\n"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


def test_a_folder_of_each(run: Run, tmp_path: Path) -> None:
    source = _documents(tmp_path / "in", 2)
    options = [one for name in ENDINGS for one in (f"--{name}", tmp_path / "out" / name)]
    result = run("export", source, *options)
    assert result.exit_code == 0, result.output
    assert result.stdout.count("2 documents") == 3
    for name, ending in ENDINGS.items():
        found = sorted(path.name for path in (tmp_path / "out" / name).iterdir())
        assert found == [f"1{ending}", f"2{ending}"]
    akn = (tmp_path / "out/akn/2.akn.xml").read_bytes()
    assert text_of(akn) == (source / "2.txt").read_text("utf-8")


def test_one_document_in_a_file(run: Run, tmp_path: Path) -> None:
    source = _documents(tmp_path / "in", 1)
    assert run("export", source, "--jsonld", tmp_path / "a.json", "-q").exit_code == 0
    assert json.loads((tmp_path / "a.json").read_bytes())["@graph"]


def test_several_documents_need_a_folder(run: Run, tmp_path: Path) -> None:
    source = _documents(tmp_path / "in", 2)
    result = run("export", source, "--akn", tmp_path / "a.xml")
    assert result.exit_code == 2
    assert "2 documents are a file each: name a folder" in " ".join(result.stderr.split())
    assert not (tmp_path / "a.xml").exists()


def test_of_a_province_without_documents(run: Run, tmp_path: Path) -> None:
    source = _documents(tmp_path / "in", 1)
    result = run("export", source, "--province", "Cà Mau", "--akn", tmp_path / "out")
    assert result.exit_code == 1
    assert "nothing found" in result.stderr
