"""Misspelt and misread names: "Sở Sây dựng", "Sở Giáo đục và Đào tạo" of a scan."""

from __future__ import annotations

from functools import lru_cache

from vnplan.lexicon.agencies import AgencyEntry, Lexicon
from vnplan.text.fold import slug

# Names of one head differ from each other by more than a letter; with others that is not sure.
_FORGIVING = ("so-", "bo-", "uy-ban-", "cong-an-", "van-phong-")
_SHORTEST = 8


@lru_cache(maxsize=4)
def _slugs(lexicon: Lexicon) -> dict[str, AgencyEntry]:
    """Names in full without marks."""
    table: dict[str, AgencyEntry] = {}
    for entry in lexicon.entries:
        table.setdefault(slug(entry.name), entry)
    return table


def misspelt(name: str, lexicon: Lexicon) -> AgencyEntry | None:
    """The entry whose name differs from `name` in marks only, or in one letter."""
    key = slug(name)
    if "-" not in key:
        return None
    known = _slugs(lexicon)
    same = known.get(key)
    if same is not None or len(key) < _SHORTEST:
        return same
    opening = next((head for head in _FORGIVING if key.startswith(head)), None)
    if opening is None:
        return None
    near = [entry for form, entry in known.items() if form.startswith(opening) and _near(form, key)]
    return near[0] if len(near) == 1 else None


def _near(one: str, other: str) -> bool:
    """Whether one letter is added, left out or changed."""
    if abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    place = next(
        (i for i, pair in enumerate(zip(short, long, strict=False)) if len(set(pair)) > 1),
        len(short),
    )
    rest = short[place:] if len(short) < len(long) else short[place + 1 :]
    return rest == long[place + 1 :]
