"""Which documents a call means and where their plans go."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from vnplan.exports.address import Place
from vnplan.exports.folder import documents, jobs

OUT = Path("out")


def _made(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")


def _path(place: Place) -> Path:
    assert isinstance(place, Path)
    return place


def _planned(folder: Path, *inputs: str) -> dict[str, str]:
    """{source: target}, both as their names inside the folder."""
    found = jobs([folder / name for name in inputs], OUT)
    return {
        _path(job.source).relative_to(folder).as_posix(): _path(job.target)
        .relative_to(OUT)
        .as_posix()
        for job in found
    }


@pytest.mark.parametrize(
    ("files", "inputs", "expected"),
    [
        (["a.txt"], ["a.txt"], {"a.txt": "a.json"}),
        # a folder's own structure is kept, a file that is named goes to the top
        (
            ["in/a.txt", "in/2019/quy-1/b.md"],
            ["in"],
            {"in/2019/quy-1/b.md": "2019/quy-1/b.json", "in/a.txt": "a.json"},
        ),
        (["in/2019/b.md"], ["in/2019/b.md"], {"in/2019/b.md": "b.json"}),
        # names that differ in their ending keep it
        (["a.md", "a.txt"], ["a.md", "a.txt"], {"a.md": "a.md.json", "a.txt": "a.txt.json"}),
        # the same name in two folders, both named
        (["x/a.txt", "y/a.txt"], ["x", "y"], {"x/a.txt": "a.txt.json", "y/a.txt": "a.txt-2.json"}),
        # …and where one of the new names is taken
        (
            ["a.md", "a.txt", "a.md.txt"],
            ["a.md", "a.txt", "a.md.txt"],
            {"a.md": "a.md.json", "a.txt": "a.txt.json", "a.md.txt": "a.md-2.json"},
        ),
        # the run report has its name to itself, at the top
        (
            ["in/report.txt", "in/Report.md", "in/2019/report.txt"],
            ["in"],
            {
                "in/2019/report.txt": "2019/report.json",
                "in/Report.md": "Report.md.json",
                "in/report.txt": "report.txt.json",
            },
        ),
        # twice the same file, also by another way to say its name
        (["in/a.txt"], ["in/a.txt", "in/a.txt", "in/../in/a.txt", "in"], {"in/a.txt": "a.json"}),
        # what is no document in a folder is left out, what is named is taken
        (
            [
                *("in/README.md", "in/readme.txt", "in/LICENSE", "in/CHANGELOG.md", "in/Makefile"),
                *("in/gold.yaml", "in/MANIFEST.tsv", "in/x.json", "in/logo.gif"),
                "in/photo.jpg",
                *("in/.hidden.txt", "in/.git/config", "in/.git/a.txt", "in/ke-hoach"),
                *("in/a.PDF", "in/b.docx", "in/c.htm", "in/~$b.docx", "in/c_files/d.html"),
                *("in/d.DOC", "in/e.rtf", "in/f.odt", "in/g.mht", "in/h.xlsx"),
            ],
            ["in"],
            {
                **{f"in/{name}": f"{name[0]}.json" for name in ("d.DOC", "e.rtf", "f.odt")},
                **{f"in/{name}": f"{name[0]}.json" for name in ("g.mht", "h.xlsx")},
                "in/a.PDF": "a.json",
                "in/b.docx": "b.json",
                "in/c.htm": "c.json",
                "in/ke-hoach": "ke-hoach.json",
                "in/photo.jpg": "photo.json",
            },
        ),
        (["README.md"], ["README.md"], {"README.md": "README.json"}),
        ([".in/a.txt"], [".in"], {".in/a.txt": "a.json"}),
        # what is not there is a job too: reading it says so
        ([], ["none.txt"], {"none.txt": "none.json"}),
        (["in/.keep"], ["in"], {}),
    ],
)
def test_jobs(
    tmp_path: Path, files: list[str], inputs: list[str], expected: dict[str, str]
) -> None:
    _made(tmp_path, *files)
    assert _planned(tmp_path, *inputs) == expected


def test_names_that_are_one_file_on_some_disks_are_kept_apart(tmp_path: Path) -> None:
    composed = unicodedata.normalize("NFC", "Kế hoạch.txt")
    decomposed = unicodedata.normalize("NFD", "kế hoạch.txt")
    _made(tmp_path, f"x/{composed}", f"y/{decomposed}")
    targets = [job.target.name for job in jobs([tmp_path / "x", tmp_path / "y"], OUT)]
    assert targets == ["Kế hoạch.json", unicodedata.normalize("NFD", "kế hoạch") + "-2.json"]


def test_many_documents_of_one_name(tmp_path: Path) -> None:
    folders = [tmp_path / f"{number:03}" for number in range(300)]
    _made(tmp_path, *(f"{number:03}/a.txt" for number in range(300)))
    targets = [job.target.name for job in jobs(folders, OUT)]
    assert targets == ["a.txt.json", *(f"a.txt-{number}.json" for number in range(2, 301))]


def test_packed_plans_keep_their_ending(tmp_path: Path) -> None:
    _made(tmp_path, "x/a.txt", "y/a.txt")
    planned = jobs([tmp_path / "x", tmp_path / "y"], OUT, ".json.gz")
    assert [job.target.name for job in planned] == ["a.txt.json.gz", "a.txt-2.json.gz"]


def test_links(tmp_path: Path) -> None:
    _made(tmp_path, "in/a.txt")
    try:
        (tmp_path / "in/same.txt").symlink_to("a.txt")
        (tmp_path / "in/nowhere.txt").symlink_to("none.txt")
        (tmp_path / "in/circle").symlink_to(".")
        (tmp_path / "loop.txt").symlink_to("loop.txt")
    except OSError:
        pytest.skip("no symbolic links here")
    assert _planned(tmp_path, "in", "loop.txt") == {
        "in/a.txt": "a.json",
        "in/nowhere.txt": "nowhere.json",
        "in/same.txt": "same.json",
        "loop.txt": "loop.json",
    }


def test_a_pipe_in_a_folder_is_no_document(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no named pipes here")
    os.mkfifo(tmp_path / "pipe.txt")
    assert _planned(tmp_path, ".") == {}


def test_a_folder_that_may_not_be_opened_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever runs the tests may open everything: the refusal is put into the way."""
    _made(tmp_path, "a.txt", "closed/b.txt")
    scandir = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = [path.relative_to(tmp_path).as_posix() for path, _ in documents([tmp_path])]
    assert found == ["a.txt", "closed"]
