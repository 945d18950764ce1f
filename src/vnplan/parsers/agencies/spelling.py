"""Names that are not spelled as the lexicon or the document spells them elsewhere.

Misspelt or misread from a scan ("Sở Sây dựng", "Sở Giáo đục và Đào tạo"); shortened to initials
("Cục DLQGVN").
"""

from __future__ import annotations

from functools import lru_cache

from vnplan.lexicon.agencies import AgencyEntry, Lexicon
from vnplan.text.fold import fold, slug

# Names of one head differ from each other by more than a letter; with others that is not sure.
_FORGIVING = ("so-", "bo-", "uy-ban-", "cong-an-", "van-phong-")
_SHORTEST = 8
_FEWEST_INITIALS = 3


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


_SMALL_WORDS = ("và", "các", "của")


def spells_out(short: str, long: str) -> bool:
    """Whether `short` is `long` with its last words as initials.

    "Trung tâm Chuyển đổi số VHTTDL" is "Trung tâm Chuyển đổi số Văn hóa, Thể thao và Du lịch".
    """
    *head, initials = short.split()
    words = [word.strip(",-–()") for word in long.split()]
    if not _is_initials(initials) or not head or len(words) <= len(head):
        return False
    if [fold(word) for word in words[: len(head)]] != [fold(word) for word in head]:
        return False
    rest = [word for word in words[len(head) :] if word and word.lower() not in _SMALL_WORDS]
    return "".join(word[0].upper() for word in rest) == initials.replace("&", "")


def _is_initials(word: str) -> bool:
    letters = word.replace("&", "")
    return len(letters) >= _FEWEST_INITIALS and letters.isalpha() and letters.isupper()


@lru_cache(maxsize=4)
def _by_head(lexicon: Lexicon) -> dict[str, tuple[AgencyEntry, ...]]:
    table: dict[str, list[AgencyEntry]] = {}
    for entry in lexicon.entries:
        table.setdefault(fold(entry.name.split()[0]), []).append(entry)
    return {head: tuple(entries) for head, entries in table.items()}


def by_initials(name: str, lexicon: Lexicon) -> AgencyEntry | None:
    """The one entry whose last words `name` gives as initials: "Cục DLQGVN"."""
    words = name.split()
    if len(words) < 2 or not _is_initials(words[-1]):
        return None
    known = _by_head(lexicon).get(fold(words[0]), ())
    meant = {entry.name: entry for entry in known if spells_out(name, entry.name)}
    return next(iter(meant.values())) if len(meant) == 1 else None


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
