"""Plans to ask: the two documents of the project, read once, and the same of other provinces."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import vnplan
from vnplan import Corpus, Plan

# Of the same length, so that every span stays where it was.
ELSEWHERE = {
    "thai-nguyen-232-2021.txt": (("Thái Nguyên", "Tuyên Quang"), ("thai{}nguyen", "tuyen{}quang")),
    "binh-duong-175-2019.md": (("Bình Dương", "Quảng Ngãi"), ("binh{}duong", "quang{}ngai")),
}

Shelve = Callable[[Path, int], list[Path]]


@pytest.fixture(scope="session")
def founding(corpus_dir: Path) -> list[Plan]:
    """The plans of Thái Nguyên and Bình Dương."""
    return [vnplan.parse_file(corpus_dir / name) for name in ELSEWHERE]


@pytest.fixture(scope="session")
def plans(founding: list[Plan]) -> list[Plan]:
    """Four plans of four provinces."""
    varied = []
    for plan, ((name, other), (key, other_key)) in zip(founding, ELSEWHERE.values(), strict=True):
        json = plan.to_json().replace(name, other)
        for joint in ".-":
            json = json.replace(key.format(joint), other_key.format(joint))
        varied.append(Plan.from_json(json))
    return [*founding, *varied]


@pytest.fixture(scope="session")
def corpus(plans: list[Plan]) -> Corpus:
    """The four plans, their tasks cut into words."""
    return vnplan.open(plans)


@pytest.fixture(scope="session")
def shelve(plans: list[Plan]) -> Shelve:
    """Writes a number of plans as JSON, each another by its number."""

    def write(folder: Path, count: int) -> list[Path]:
        folder.mkdir(parents=True, exist_ok=True)
        files = [folder / f"{number:03}.json" for number in range(count)]
        for number, file in enumerate(files):
            plan = plans[number % len(plans)]
            file.write_text(plan.model_copy(update={"id": f"{plan.id}-{number}"}).to_json())
        return files

    return write
