"""`vnplan` itself: its version, its help, and what it costs to ask for them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest
from typer.testing import Result

import vnplan

Run = Callable[..., Result]

HEAVY = {"spacy", "underthesea", "torch", "lxml", "charset_normalizer", "networkx", "pydantic"}


def test_version(run: Run) -> None:
    result = run("--version")
    assert (result.exit_code, result.stdout) == (0, f"vnplan {vnplan.__version__}\n")


@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_help_names_the_commands_with_examples(run: Run, flag: str) -> None:
    result = run(flag)
    assert result.exit_code == 0
    for words in ("convert", "show", "evaluate", "vnplan convert ke-hoach/ -o out/"):
        assert words in result.stdout


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("convert", ["--out", "--jobs", "--lexicon", "--quiet", "Exit status: 0", "Example: "]),
        ("show", ["--all", "--json", "--lexicon", "Example: vnplan show corpus/"]),
        ("who", ["--in", "--agency", "--json", "--csv", "Exit status: 0", "Example: vnplan who"]),
        ("tasks", ["--role", "--with", "--due-before", "--section", "Example: vnplan tasks"]),
        ("due", ["--after", "--before", "--next", "--quarter", "--overdue", "--on"]),
        ("cites", ["--relation", "Example: vnplan cites"]),
        ("compare", ["--relation", "Example: vnplan compare"]),
        ("grounds", ["Example: vnplan grounds"]),
        ("cited", ["Example: vnplan cited"]),
        ("agencies", ["--no-groups", "Example: vnplan agencies"]),
        ("partners", ["--no-groups", "Example: vnplan partners"]),
        ("index", ["--out", "--quiet", "Exit status: 0", "Example: vnplan index"]),
        ("graph", ["--kind", "--format", "--type", "--issued-after", "--out", "vnplan graph out/"]),
        ("evaluate", ["--verbose", "--json", "--kinds", "--lexicon", "Example: vnplan evaluate"]),
    ],
)
def test_every_command_explains_itself(run: Run, command: str, words: list[str]) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert [word for word in words if word not in result.stdout] == []


@pytest.mark.parametrize(
    "command",
    ["who", "tasks", "due", "cites", "compare", "grounds", "cited", "agencies", "partners"],
)
def test_every_question_has_the_same_options(run: Run, command: str) -> None:
    told = run(command, "--help").stdout
    shared = ["--in", "--province", "--lexicon", "--limit", "--all", "--json", "--csv"]
    assert [
        option
        for option in (*shared, "Exit status: 0 found", "Example: vnplan")
        if option not in told
    ] == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--frobnicate"], "No such option: --frobnicate"),
        (["convert", "a.txt", "-o", "out", "--frobnicate"], "No such option: --frobnicate"),
        (["convert", "a.txt"], "Missing option '--out'"),
        (["convert", "a.txt", "-o", "out", "--jobs", "0"], "Invalid value for '--jobs' / '-j': "),
        (["show"], "Missing argument 'FILE'"),
        (["frobnicate"], "No such command 'frobnicate'"),
    ],
)
def test_a_wrong_call(run: Run, arguments: list[str], message: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert "Traceback" not in result.output


def test_asking_for_help_loads_nothing_heavy() -> None:
    script = (
        "import sys, vnplan.cli\nsys.argv = ['vnplan', '--help']\n"
        "try: vnplan.cli.main()\nexcept SystemExit: pass\nprint(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )
    assert "vnplan.cli.show" in done.stderr
    assert set(done.stderr.split()) & HEAVY == set()
