"""Posts in front of bodies: "Giám đốc Sở Y tế", "Chủ tịch UBND các xã"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from vnplan.lexicon import posts
from vnplan.text.fold import fold


@dataclass(frozen=True, slots=True)
class Title:
    """Titles at `text[start:end]`; the body begins at `body` (inside a title it shares words with).

    `deputy`: a person of their own, not the voice of the body. `carries`: the first title names
    bodies itself ("Bộ trưởng, Thủ trưởng cơ quan ngang bộ"). `organ` is what a title that stands
    alone heads in the body that issues: "Chánh Văn phòng, Giám đốc Sở …".
    """

    start: int
    end: int
    body: int
    deputy: bool
    carries: bool
    organ: str | None


_MORE = (
    *("Tập thể lãnh đạo", "Lãnh đạo", "Thủ trưởng", "Ban Giám đốc", "Trưởng", "Người đứng đầu"),
    *("Đồng chí", "Chủ tịch Hội đồng thành viên", "Chủ tịch Hội đồng quản trị"),
)
_ORGANS = {
    "chánh văn phòng": "Văn phòng",
    "chánh thanh tra": "Thanh tra",
    "bộ trưởng": "Bộ",
    "hiệu trưởng": "Trường",
}


@cache
def _single() -> tuple[str, ...]:
    titles = {fold(post.title) for post in posts.all_posts()} | {fold(word) for word in _MORE}
    titles.discard("bộ trưởng, chủ nhiệm")
    return tuple(sorted(titles, key=lambda title: (-len(title), title)))


@cache
def title_words() -> tuple[str, ...]:
    """Folded words at which a run of titles may begin."""
    return (*_single(), "phó", "các phó", "thứ trưởng", "các thứ trưởng")


# "Trưởng, Phó các phòng": heads and deputies together are more than the voice of their bodies
_BOTH = r"(?:,| và|/|, các|/các) ?phó(?= (?:các |phòng|ban|khoa|đoàn))"


@cache
def _titles() -> regex.Pattern[str]:
    ordered = "|".join(map(regex.escape, _single()))
    deputy = r"(?P<deputy>(?:các )?(?:phó (?:tổng )?|thứ (?=trưởng)))"
    one = rf"{deputy}?(?P<title>{ordered})(?: thường trực)?"
    more = rf"(?:(?:,| và|, và) (?:các )?(?:phó |thứ )?(?:{ordered}))*(?P<both>{_BOTH})?"
    # "các đồng chí Cục trưởng Cục Thuế …": where "Cục" alone could be taken for the name
    comrade = r"(?:đồng chí (?=(?:tổng |chi )?cục trưởng|vụ trưởng))?"
    # A post named after its organ may stand alone: "Chánh Văn phòng, Giám đốc Sở …"
    own = r"(?P<own>chánh văn phòng|chánh thanh tra)"
    return regex.compile(
        rf"(?<!\p{{L}})(?:{own}(?!\p{{L}})|(?:{comrade}{one}{more}))(?!\p{{L}})(?P<gap>,? )?"
    )


@cache
def _shared() -> tuple[tuple[str, str], ...]:
    return tuple((fold(p.title), fold(p.shared)) for p in posts.all_posts() if p.shared)


def title_at(folded: str, start: int) -> Title | None:
    """The run of titles that begins at `start` of folded text."""
    match = _titles().match(folded, start)
    return _title(match) if match is not None else None


def _title(match: regex.Match[str]) -> Title | None:
    body = match.end()
    words = match[0].rstrip(" ,")
    if match["title"] == "ban giám đốc" and match["gap"] == ", ":
        return None  # "Ban Giám đốc, Hội đồng Quản lý chất lượng": a body of its own
    for title, shared in _shared():
        if words.endswith(title):
            own = match.start() + len(words) - len(shared)
            rest = match.string[match.end() : match.end() + len(shared) + 1]
            body = match.end() if rest == f"{shared} " else own
            break
    return Title(
        match.start(),
        match.end(),
        body,
        deputy=match["deputy"] is not None,
        carries=(match["title"] == "bộ trưởng" and words != "bộ trưởng") or bool(match["both"]),
        organ=_ORGANS.get(words),
    )
