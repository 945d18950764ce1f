"""Near spellings for a question without an answer, by difflib of the standard library."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from vnplan.records.ownership import syllables
from vnplan.store.agency_names import meaning, split_id
from vnplan.store.reading import Query, agency_of
from vnplan.text.fold import slug

_MOST = 5
_LIKE = 0.6


def agencies(query: Query, asked: str) -> list[str]:
    """Names of agencies of the index: those that hold the words asked for, then similar ones."""
    rows = query("SELECT tail, min(json) FROM agency GROUP BY tail", ())
    names = {str(tail): agency_of(str(json)) for tail, json in rows}
    meant = meaning(asked)
    keys = [*meant.tails, *(split_id(one)[1] for one in meant.ids)]
    found = _nearest(keys, names)
    return [_without(names[one].name, names[one].jurisdiction) for one in found]


def texts(query: Query, asked: str) -> list[str]:
    """The query with every syllable that stands in no task replaced by the nearest that does."""
    query("CREATE VIRTUAL TABLE IF NOT EXISTS temp.said USING fts5vocab(main, wording, col)", ())
    known = {str(term) for (term,) in query("SELECT term FROM said WHERE col = 'folded'", ())}
    repaired: list[str] = []
    for bare, _ in syllables(asked):
        offer = [bare] if bare in known else get_close_matches(bare, known, 1, _LIKE)
        repaired += offer
    said, typed = " ".join(repaired), " ".join(bare for bare, _ in syllables(asked))
    return [said] if said and said != typed else []


def instruments(query: Query, asked: str) -> list[str]:
    """Numbers that are cited and look like the one asked for."""
    rows = query(
        "SELECT key, min(json_extract(json, '$.number.canonical')) FROM citation"
        " WHERE key IS NOT NULL GROUP BY key",
        (),
    )
    cited = {str(key): str(number) if number else str(key) for key, number in rows}
    return [cited[key] for key in _nearest([slug(asked)], cited)]


def _nearest(keys: Iterable[str], known: Mapping[str, object]) -> list[str]:
    """Known keys that begin with one asked for, then similar ones."""
    offers: dict[str, None] = {}
    for key in filter(None, keys):
        holding = sorted((one for one in known if f"-{key}-" in f"-{one}-"), key=len)
        offers.update(dict.fromkeys(holding))
        offers.update(dict.fromkeys(get_close_matches(key, known, _MOST, _LIKE)))
    return list(offers)[:_MOST]


def _without(name: str, jurisdiction: str | None) -> str:
    return name.removesuffix(f" {jurisdiction}") if jurisdiction else name
