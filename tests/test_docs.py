"""What the guides claim is so: their examples run, their links lead somewhere."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
import regex
from typer.testing import CliRunner

import vnplan
from vnplan.cli.app import app
from vnplan.evaluation import Finding, GoldError, Kind, Problem, evaluate, parse_gold
from vnplan.evaluation.report import finding_line
from vnplan.lexicon import extra
from vnplan.readers import MAX_BYTES
from vnplan.readers.binary import FORMATS
from vnplan.readers.needs import PACKAGES
from vnplan.readers.office import CONVERSION_SECONDS
from vnplan.readers.office_keeper import MEMORY_BYTES
from vnplan.readers.xlsx import MAX_COLUMNS, MAX_ROWS

PROJECT = Path(__file__).resolve().parents[1]
PAGES = ["README.md", *(f"docs/{path.name}" for path in sorted(PROJECT.glob("docs/*.md")))]


def _page(name: str) -> str:
    return (PROJECT / name).read_text(encoding="utf-8")


def _blocks(name: str, language: str) -> list[str]:
    found: list[str] = regex.findall(rf"```{language}\n(.*?)```", _page(name), regex.S)
    return found


def test_every_page_is_linked_from_the_readme() -> None:
    assert len(PAGES) > 7
    assert all(f"]({page})" in _page("README.md") for page in PAGES[1:])


@pytest.mark.parametrize("page", PAGES)
def test_links(page: str) -> None:
    for link in regex.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", _page(page)):
        assert (PROJECT / page).parent.joinpath(link).exists(), link


@pytest.mark.parametrize("page", PAGES)
def test_commands_have_the_options_they_are_shown_with(page: str) -> None:
    for line in "".join(_blocks(page, "sh")).splitlines():
        command = regex.match(r"vnplan (\w+)", line)
        if command is None:
            continue
        told = set(regex.findall(r"\s(--?[a-z]+)", line.partition("#")[0]))
        help_text = CliRunner().invoke(app, [command[1], "--help"], env={"COLUMNS": "200"}).stdout
        assert told <= set(regex.findall(r"--?[a-z]+", help_text)), line


# ---------------------------------------------------------------------------------- lexicon.md


@pytest.fixture
def lexicon(tmp_path: Path) -> vnplan.Lexicon:
    path = tmp_path / "names.toml"
    path.write_text(_blocks("docs/lexicon.md", "toml")[0], encoding="utf-8")
    return vnplan.Lexicon.load(path)


def test_the_names_of_the_example_are_found(lexicon: vnplan.Lexicon) -> None:
    text = (
        "UBND TỈNH THÁI NGUYÊN\nSố: 1/KH-UBND\nThái Nguyên, ngày 02 tháng 3 năm 2024\nKẾ HOẠCH\n"
        "Thử nghiệm\nI. TỔ CHỨC THỰC HIỆN\n1. Sở KHCN và ĐMST: Chủ trì, phối hợp với TTƯTDN, "
        "Ban Điều phối chương trình nước sạch và Trung tâm Ươm tạo tổ chức.\n"
    )
    found = {agency.name: agency for agency in vnplan.parse(text, lexicon=lexicon).agencies}
    department = found["Sở Khoa học và Công nghệ tỉnh Thái Nguyên"]
    assert (department.short, department.kind) == ("Sở KHCN&ĐMST", "department")
    assert "Trung tâm Ươm tạo doanh nghiệp tỉnh Thái Nguyên" in found
    board = found["Ban Điều phối Chương trình Nước sạch tỉnh Thái Nguyên"]
    assert board.successor_ids == ("thai-nguyen/so-nong-nghiep-va-moi-truong",)
    assert all(agency.known for agency in found.values())


def test_the_python_of_the_lexicon_page(lexicon: vnplan.Lexicon) -> None:
    (code,) = _blocks("docs/lexicon.md", "python")
    ((expression, value),) = regex.findall(r"^(lexicon\.\S+)\s+# (.+)$", code, regex.M)
    assert repr(eval(expression, {"lexicon": lexicon})) == value


def test_every_key_of_an_entry_is_told() -> None:
    (table,) = regex.findall(r"\| key \|.*?\n\n", _page("docs/lexicon.md"), regex.S)
    rows = regex.findall(r"^\| (`.*?) \|", table, regex.M)
    assert {key for row in rows for key in regex.findall(r"`(\w+)`", row)} == extra._KEYS


def test_how_many_names_are_known() -> None:
    (told,) = regex.findall(r"some (\d+) names", _page("docs/lexicon.md"))
    assert abs(len(vnplan.Lexicon.load().entries) - int(told)) < 0.1 * int(told)


# --------------------------------------------------------------------------------- annotate.md


def test_the_annotation_fits_its_document() -> None:
    """Figures are the business of `make evaluate`; here every quote stands where it says."""
    gold = parse_gold(_blocks("docs/annotate.md", "yaml")[0], "vuon-tuoi-2024.yaml")
    plan = vnplan.parse(_blocks("docs/annotate.md", "text")[1])
    score = evaluate(gold, plan)
    assert {kind.kind for kind in score.kinds} == set(Kind) - {Kind.ABBREVIATIONS}
    header = score.kind(Kind.HEADER)
    assert header is not None
    assert header.overall.value == 1.0
    findings = [finding for kind in score.kinds for finding in kind.findings]
    assert not [line for line in map(finding_line, findings) if "does not stand" in line]


def test_the_lines_of_verbose_are_those_the_program_prints() -> None:
    missed, extra_, wrong = Problem.MISSED, Problem.EXTRA, Problem.WRONG
    findings = [
        Finding(Kind.TASKS, missed, "Bố trí kinh phí", None, "Sở Tài chính"),
        Finding(Kind.TARGETS, extra_, "ít nhất 80% vườn chè", got="ge 80 %"),
        Finding(Kind.CITATIONS, missed, "Quyết định số 5/QĐ-TTg", None, "5/QĐ-TTg", "5/QĐ-UBND"),
        Finding(Kind.DEADLINES, wrong, "Đến năm 2025", "kind", "point", "period"),
    ]
    (shown,) = (block for block in _blocks("docs/annotate.md", "text") if "extra: " in block)
    assert shown.splitlines()[:4] == [finding_line(finding) for finding in findings]
    gold = parse_gold("document: a\ntasks:\n- {quote: Bố trí tiền, lead: [Sở Tài chính]}\n", "a")
    score = evaluate(gold, vnplan.parse("KẾ HOẠCH\n"))
    assert [finding_line(one) for kind in score.kinds for one in kind.findings] == [
        shown.splitlines()[4]
    ]


def test_a_slip_of_the_annotator_is_refused_as_shown() -> None:
    annotation = _blocks("docs/annotate.md", "yaml")[0].replace("2024-03-02", "2/3/2024")
    with pytest.raises(GoldError) as refused:
        parse_gold(annotation, "vuon-tuoi-2024.yaml")
    assert _blocks("docs/annotate.md", "text")[-1] == f"{refused.value}\n"


# -------------------------------------------------------------------------------- questions.md


@pytest.fixture(scope="module")
def converted(corpus_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `corpus`, and `out` as convert makes it."""
    folder = tmp_path_factory.mktemp("questions")
    (folder / "corpus").mkdir()
    (folder / "out").mkdir()
    for document in corpus_dir.glob("*-20*.*"):
        (folder / "corpus" / document.name).write_bytes(document.read_bytes())
        plan = vnplan.parse_file(document)
        (folder / "out" / f"{document.stem}.json").write_text(plan.to_json(), encoding="utf-8")
    return folder


def test_the_questions_of_the_page_answer_as_shown(
    converted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(converted)
    asked = "".join(_blocks("docs/questions.md", "sh")).splitlines()
    commands = [line.partition(" # ") for line in asked if line.startswith("vnplan ")]
    assert len(commands) > 20
    told = 0
    for command, _, claim in commands:
        result = CliRunner().invoke(app, shlex.split(command)[1:], env={"COLUMNS": "120"})
        # What is due in the next quarter is nobody's business to foretell.
        assert result.exit_code == 0 or command.split() == ["vnplan", "due", "out/"], command
        if regex.match(r"\s*(?:first )?\d", claim):
            assert result.stdout.splitlines()[0] == claim.strip(), command
            told += 1
    assert told > 6
    question, *lines = _blocks("docs/questions.md", "text")[0].splitlines()
    result = CliRunner().invoke(app, shlex.split(question)[2:])
    assert (result.exit_code, result.output.splitlines()) == (1, lines)


def test_the_python_of_the_questions_says_what_it_claims(
    converted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(converted)
    names: dict[str, object] = {}
    told = 0
    for block in _blocks("docs/questions.md", "python"):
        exec(f"import datetime\n{block}", names)
        for expression, value in regex.findall(r"^(\S.*?)  # (.+)$", block, regex.M):
            if " = " not in expression:
                pattern = regex.escape(value).replace("…", ".*")
                assert regex.fullmatch(pattern, repr(eval(expression, names))), expression
                told += 1
    assert told > 20


# ------------------------------------------------------------------------------------ embed.md


def test_the_python_of_embedding_says_what_it_claims(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PROJECT)
    names: dict[str, object] = {}
    told = 0
    for block in _blocks("docs/embed.md", "python"):
        exec(block, names)
        for expression, value in regex.findall(r"^(\w[^#\n]*?)  # (.+)$", block, regex.M):
            if regex.match(r"\w+ = |with ", expression) is None:
                assert repr(eval(expression, names)) == value, expression
                told += 1
    assert told == 7


# ------------------------------------------------------------------------------------ spacy.md


def test_the_recipes_of_the_spacy_page(converted: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(converted)
    names = _blocks("docs/lexicon.md", "toml")[0]
    (converted / "names.toml").write_text(names, encoding="utf-8")
    for line in "".join(_blocks("docs/spacy.md", "sh")).splitlines():
        command = line.partition("#")[0].replace("plans.db", "out/")
        assert CliRunner().invoke(app, shlex.split(command)[1:]).exit_code == 0, line
    told = 0
    scope: dict[str, object] = {}
    for block in _blocks("docs/spacy.md", "python"):
        exec(block, scope)
        for expression, value in regex.findall(r"^(\S.*?)  # (.+)$", block, regex.M):
            if " = " not in expression:
                assert repr(eval(expression, scope)) == value, expression
                told += 1
    assert told == 6


# ----------------------------------------------------------------------------- architecture.md


def test_the_rooms_are_those_of_the_house() -> None:
    (listing, *_) = _blocks("docs/architecture.md", "text")
    told = regex.findall(r"^  (\w+)(?:/|\.py)", listing, regex.M)
    house = PROJECT / "src/vnplan"
    rooms = {path.parent.name for path in house.glob("*/__init__.py")} | {"pipeline"}
    assert rooms <= set(told)
    project = (PROJECT / "pyproject.toml").read_text(encoding="utf-8")
    layers = regex.findall(r'"\((\w+)\)"', project)
    assert told == list(reversed(layers))


def test_the_limit_is_told() -> None:
    assert f"inputs over {MAX_BYTES // 2**20} MiB" in _page("docs/architecture.md")


# ---------------------------------------------------------------------------------- formats.md


def test_every_format_is_in_the_table() -> None:
    told = _page("docs/formats.md")
    for kind, known in FORMATS.items():
        if kind.endswith(" image"):
            assert kind.split()[1] in told, kind  # "a PNG image"
            continue
        assert kind.removeprefix("flat ") in told or f"`.{known.reader}`" in told, kind
        if known.program is not None:
            assert f"apt-get install {known.program.debian}" in told
    for package in PACKAGES:
        assert f"`{package.extra}`" in told
    assert f"{MAX_BYTES // 2**20} MiB" in told
    assert f"{MAX_ROWS:,} rows and {MAX_COLUMNS} columns" in told
    assert f"{CONVERSION_SECONDS:.0f} seconds and {MEMORY_BYTES // 2**30} GiB" in told


def test_every_code_of_a_reader_is_told() -> None:
    told = _page("docs/formats.md")
    given = {
        code
        for path in (PROJECT / "src/vnplan/readers").glob("*.py")
        if path.name.startswith(("xlsx", "rtf", "office"))
        for code in regex.findall(r'code="([a-z-]+)"', path.read_text("utf-8"))
    }
    assert given
    assert all(f"`{code}`" in told for code in given)
