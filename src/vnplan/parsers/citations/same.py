"""One instrument cited in several places: what one place does not say, another does.

"Date and issuer missing at one place are filled from the place that has them"; nothing is filled
from an instrument of another issuer, and a date that a place prints is kept, slip or not.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

import regex

from vnplan.lexicon import issuers
from vnplan.lexicon.provinces import Province
from vnplan.parsers.citations.context import CitationContext
from vnplan.parsers.citations.draft import Draft, Found
from vnplan.records import AgencyLevel, DocumentNumber, DocumentType
from vnplan.text.fold import fold


def identify(drafts: Sequence[Draft], context: CitationContext) -> None:
    """Fill dates and issuers over all places of the same instrument, then from its number."""
    groups = _groups(drafts)
    for places in groups.values():
        _share_issuers(places)
    for draft in drafts:
        if draft.found is Found.CONGRESS:
            _complete_seat(draft, context)
        if draft.issuer is None and draft.number is not None:
            draft.issuer = _issuer_of_number(draft, draft.number, context)
    for places in groups.values():
        _share_days(places)
        _share_years(places)
    _know_by_name(drafts)


def _know_by_name(drafts: Sequence[Draft]) -> None:
    """ "Luật Đất đai" is "Luật Đất đai số 31/2024/QH15" where only one number goes with a name."""
    numbered: defaultdict[str, dict[str, Draft]] = defaultdict(dict)
    for draft in drafts:
        if draft.found is Found.LAW and draft.number is not None and draft.title is not None:
            numbered[fold(draft.title)].setdefault(draft.number.canonical, draft)
    for draft in drafts:
        if draft.found is not Found.LAW or draft.number is not None or draft.title is None:
            continue
        whole = list(numbered.get(fold(draft.title), {}).values())
        if len(whole) == 1 and (not draft.own_date or draft.day == whole[0].day):
            draft.target, draft.day, draft.issuer = whole[0], whole[0].day, whole[0].issuer


_BARE_SEAT = regex.compile(r"(?<=Đảng bộ )(?P<kind>tỉnh|thành phố)(?= lần thứ)")


def _complete_seat(draft: Draft, context: CitationContext) -> None:
    """ "Đại hội đại biểu Đảng bộ tỉnh lần thứ XX": of the province of the document."""
    if context.province is None or draft.issuer is None or draft.title is None:
        return
    place = context.province.full_name(context.day)
    draft.issuer = _BARE_SEAT.sub(place, draft.issuer)
    draft.title = _BARE_SEAT.sub(place, draft.title)


def _groups(drafts: Iterable[Draft]) -> dict[tuple[str, ...], list[Draft]]:
    groups: defaultdict[tuple[str, ...], list[Draft]] = defaultdict(list)
    for draft in drafts:
        key = identity(draft)
        if key is not None:
            groups[key].append(draft)
    return groups


def identity(draft: Draft) -> tuple[str, ...] | None:
    """What two places must share to be able to name the same instrument."""
    if draft.uncoded:
        return None  # every body has a "Văn bản số 02"
    if draft.number is not None:
        return ("number", draft.number.canonical.casefold())
    if draft.title is not None:
        return ("title", fold(draft.title).replace(",", ""))
    return None


def _share_issuers(places: list[Draft]) -> None:
    """Places without an issuer take the one the others name.

    When they name several, the first, if they are one body under two names ("Bộ Y tế", "Bộ trưởng
    Bộ Y tế"); two provinces may well have a plan of the same number.
    """
    named = list(dict.fromkeys(draft.issuer for draft in places if draft.issuer is not None))
    if not named or (len(named) > 1 and not all(_overlap(named[0], name) for name in named)):
        return
    fullest = max(named, key=len)
    for draft in places:
        if draft.issuer is None:
            draft.issuer = named[0]
        elif _lacks_place(draft.issuer, fullest):
            draft.issuer = fullest


def _lacks_place(name: str, fuller: str) -> bool:
    """Whether `fuller` only adds the place: "Ban Chấp hành Đảng bộ tỉnh" of another province."""
    rest = fuller.removeprefix(name).strip() if fuller.startswith(f"{name} ") else ""
    words = rest.split()
    if not words:
        return False
    return name.endswith(_PLACES) or rest.lower().startswith(_PLACES)


_PLACES = ("tỉnh", "thành phố", "huyện", "xã", "phường", "quận", "thị xã")


def _overlap(one: str, other: str) -> bool:
    return one in other or other in one


def _share_days(places: list[Draft]) -> None:
    days: dict[tuple[str | None, int | None], dt.date | None] = {}
    for draft in places:
        if draft.day is None and not draft.own_date:
            asked = (draft.issuer, draft.year)
            if asked not in days:
                days[asked] = _day_elsewhere(draft, places)
            draft.day = days[asked]


def _day_elsewhere(draft: Draft, places: list[Draft]) -> dt.date | None:
    """The day that other places of the same issuer print.

    Of several that of the year in the number, else the first.
    """
    days = [
        other.day
        for other in places
        if other.own_date
        and other.day is not None
        and (draft.year is None or other.day.year == draft.year)
        and (None in (draft.issuer, other.issuer) or draft.issuer == other.issuer)
    ]
    if draft.number is not None and draft.number.year is not None:
        days = [day for day in days if day.year == draft.number.year] or days
    return days[0] if days else None


def _share_years(places: list[Draft]) -> None:
    """ "Luật Tài nguyên nước năm 2023" and "Luật Tài nguyên nước": one law."""
    years = {draft.year for draft in places if draft.year is not None}
    days = {draft.day for draft in places if draft.day is not None}
    if len(years) == 1 and not days:
        for draft in places:
            draft.year = next(iter(years))


# ------------------------------------------------------------------------------------ by number


def _issuer_of_number(draft: Draft, number: DocumentNumber, context: CitationContext) -> str | None:
    """The issuer that the codes of the number name, where they leave no choice."""
    codes = number.issuer_codes
    if not codes:
        return None
    party = "-" in number.canonical.split("/")[0]
    names = [_issuer_of_code(code, party, draft, context) for code in codes]
    known = [name for name in names if name is not None]
    if len(known) < len(codes):
        return None
    if len(known) == 1:
        return known[0]
    return f"{', '.join(known[:-1])} và {known[-1]}"


def _issuer_of_code(code: str, party: bool, draft: Draft, context: CitationContext) -> str | None:
    own = _own_issuer(code, context)
    if own is not None:
        return own
    province = context.province
    level = AgencyLevel.PROVINCE if _is_local(draft, code, province) else AgencyLevel.CENTRAL
    row = issuers.find(code, party=party, on=draft.day or context.day, level=level)
    if row is None or code == "TW":  # three organs number with TW: only words can tell
        return None
    if row.level is None or (row.level is not AgencyLevel.CENTRAL and province is None):
        return None
    name = row.full_name(province, draft.day or context.day)
    if draft.type is DocumentType.CIRCULAR and row.name.startswith("Bộ "):
        return f"Bộ trưởng {name}"  # a circular is the minister's (Luật 64/2025/QH15, Điều 4)
    return name


def _own_issuer(code: str, context: CitationContext) -> str | None:
    """The organ that issued the citing document, when the code is that of its own number."""
    header = context.header
    if header is None or header.number is None or header.issuer is None:
        return None
    own = header.number.issuer_codes
    return header.issuer if len(own) == 1 and own[0] == code else None


def _is_local(draft: Draft, code: str, province: Province | None) -> bool:
    """ "51/TTr-KHCN" of a Tờ trình to a province is that of its Sở, not of the Bộ."""
    if province is None:
        return False
    return draft.type is DocumentType.SUBMISSION or not code.startswith("B")
