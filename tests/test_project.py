"""The project as a whole: what is tracked, what is shipped, what an import costs."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from importlib import metadata, resources
from pathlib import Path

import pytest
import regex

import vnplan
import vnplan.records


def _tracked(project: Path) -> list[Path]:
    if not (project / ".git").exists():
        pytest.skip("not a git checkout")
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=project, check=True, capture_output=True, text=True
    )
    return [
        path for name in listed.stdout.split("\0") if name and (path := project / name).is_file()
    ]


# Put together from halves, so that this file is not the first to break its own rule.
FORBIDDEN = {
    "a folder of one machine": r"(?<![\w.~-])/(?:"
    + "|".join(["wo" + "rk", "ro" + "ot", "tm" + "p", "ho" + "me"])
    + r")/\w",
    "a version manager's folder": r"\." + "py" + "env",
    "the host of a package registry": r"\b(?:"
    + "|".join(
        [
            "pypi" + r"\.org",
            "python" + r"hosted\.org",
            "registry" + r"\.npmjs",
            "deb" + r"\.debian\.org",
            "crates" + r"\.io",
        ]
    )
    + r")\b",
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_tracked_file_names(what: str, project_dir: Path) -> None:
    pattern = regex.compile(FORBIDDEN[what])
    found = [
        f"{path.relative_to(project_dir)}:{number}: {line.strip()[:80]}"
        for path in _tracked(project_dir)
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1)
        if pattern.search(line)
    ]
    assert not found, f"{what} is named in\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("a folder of one machine", "see /ro" + "ot/project"),
        ("a folder of one machine", "written to '/tm" + "p/x'"),
        ("a version manager's folder", "bin/.py" + "env/shims"),
        ("the host of a package registry", "--index-url https://pypi" + ".org/simple"),
    ],
)
def test_the_forbidden_is_recognised(what: str, line: str) -> None:
    assert regex.search(FORBIDDEN[what], line)


@pytest.mark.parametrize("line", ["phối hợp/work/x", "../shared/corpus", "Nơi nhận: a/tmp/b"])
def test_the_harmless_is_left_alone(line: str) -> None:
    assert not any(regex.search(pattern, line) for pattern in FORBIDDEN.values())


def test_only_documents_of_the_manifest_are_in_the_corpus(project_dir: Path) -> None:
    manifest = (project_dir / "corpus/MANIFEST.tsv").read_text("utf-8").splitlines()
    listed = {row.split("\t")[0] for row in manifest[1:]}
    tracked = {
        path.name for path in _tracked(project_dir) if path.parent == project_dir / "corpus"
    } - {"MANIFEST.tsv", "README.md"}
    assert tracked == listed
    assert len({len(row.split("\t")) for row in manifest}) == 1, "a row with other columns"
    assert {Path(name).stem for name in listed} == {
        gold.stem for gold in (project_dir / "corpus/gold").glob("*.yaml")
    }


def test_pins_are_names_and_versions_only(project_dir: Path) -> None:
    rows = (project_dir / "constraints.txt").read_text("utf-8").splitlines()
    odd = [row for row in rows if not regex.fullmatch(r"#.*|[\w.-]+==[\w.!+]+", row)]
    assert not odd


def test_every_direct_dependency_of_what_is_set_up_is_pinned(project_dir: Path) -> None:
    (named,) = regex.findall(
        r"^EXTRAS := (.+)$", (project_dir / "Makefile").read_text("utf-8"), regex.M
    )
    extras = {"", "ocr", *named.split(",")}

    def plain(name: str) -> str:
        return regex.sub(r"[-_.]+", "-", name).lower()

    rows = (project_dir / "constraints.txt").read_text("utf-8").splitlines()
    pinned = {plain(row.split("==")[0]) for row in rows if not row.startswith("#")}
    wanted = {
        plain(regex.split(r"[^\w.-]", requirement)[0])
        for requirement in metadata.requires("vnplan") or []
        if (regex.findall(r"extra == .([\w-]+)", requirement) or [""])[0] in extras
    }
    assert extras < {*(metadata.metadata("vnplan").get_all("Provides-Extra") or []), ""}
    assert wanted - pinned == set()


def test_the_version_is_told_once() -> None:
    assert vnplan.__version__ == metadata.version("vnplan")


def test_the_public_names_are_the_records_and_the_ways_in() -> None:
    ways_in = {"parse", "parse_bytes", "parse_file", "__version__"}
    ways_in |= {"Lexicon", "LexiconError", "UnreadableDocument"}
    ways_in |= {"Corpus", "UnreadableStore", "index", "open"}
    kinds = {
        name for name in vnplan.records.__all__ if isinstance(getattr(vnplan.records, name), type)
    }
    assert set(vnplan.__all__) == kinds | ways_in | {"SCHEMA_VERSION"}


@pytest.mark.parametrize("name", vnplan.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(vnplan, name) is not None


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'prase'"):
        vnplan.prase  # type: ignore[attr-defined]  # noqa: B018


HEAVY = {"spacy", "underthesea", "torch", "lxml", "charset_normalizer", "networkx", "rich", "typer"}


def _python(script: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )
    return done.stdout


@pytest.mark.parametrize(
    "statement",
    [
        "import vnplan",
        "from vnplan import Plan",
        "from vnplan import parse, parse_bytes, parse_file",
        "from vnplan import Lexicon, UnreadableDocument",
        "from vnplan import Corpus, UnreadableStore, index, open",
    ],
)
def test_an_import_loads_nothing_heavy(statement: str) -> None:
    loaded = set(_python(f"import sys; {statement}; print(*sys.modules)").split())
    assert loaded & HEAVY == set()


def test_the_wheel_holds_the_data_and_the_types_marker(project_dir: Path, tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=project_dir,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    shipped = set(zipfile.ZipFile(wheel).namelist())
    source = project_dir / "src"
    data = {
        path.relative_to(source).as_posix()
        for path in (source / "vnplan").rglob("*")
        if path.is_file() and path.suffix not in {".py", ".pyc"}
    }
    assert "vnplan/py.typed" in data
    assert any(name.startswith("vnplan/lexicon/") for name in data)
    assert data - shipped == set()


def test_the_lexicon_is_found_where_it_is_installed() -> None:
    names = {entry.name for entry in resources.files("vnplan.lexicon").iterdir()}
    assert any(name.endswith((".toml", ".csv")) for name in names)


def _targets(project: Path) -> set[str]:
    return set(regex.findall(r"^([a-z]+):", (project / "Makefile").read_text("utf-8"), regex.M))


def test_the_commands_of_the_readme_are_targets_of_the_makefile(project_dir: Path) -> None:
    told = set(
        regex.findall(
            r"(?<=`|^|\s\s)make ([a-z]+)", (project_dir / "README.md").read_text("utf-8"), regex.M
        )
    )
    assert {"demo", "test"} <= told
    assert told <= _targets(project_dir)


def test_the_python_of_the_readme_runs_and_says_what_it_claims(project_dir: Path) -> None:
    readme = (project_dir / "README.md").read_text("utf-8")
    (code,) = regex.findall(r"```python\n(.*?)```", readme, regex.S)
    # "expression   # value": what stands behind the hash must be what Python shows.
    claims = regex.findall(r"^(plan\.[^\s#]+)\s+# (.+)$", code, regex.M)
    assert claims
    checks = "".join(f"assert repr({told}) == {value!r}, repr({told})\n" for told, value in claims)
    script = f"import datetime\n{code}\n{checks}"
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", script],
        cwd=project_dir,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_every_target_explains_itself(project_dir: Path) -> None:
    makefile = (project_dir / "Makefile").read_text("utf-8")
    explained = set(regex.findall(r"^([a-z]+):.*## \w", makefile, regex.M))
    assert _targets(project_dir) == explained
