"""Organisations by name (cơ quan, tổ chức, đơn vị): built in, and those a user adds.

A row is a name with the time in which an organ bore it; who took over its work on 01/3/2025 or
01/7/2025 is in `successors`. The built-in rows are `agencies.csv`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

import regex

from vnplan.lexicon.extra import read_extra
from vnplan.lexicon.issuers import fill
from vnplan.lexicon.joints import joint_variants
from vnplan.lexicon.provinces import Province
from vnplan.lexicon.rows import day, holds, read_csv, spellings
from vnplan.records import AgencyKind, AgencyLevel
from vnplan.text.fold import fold, fold_all, slug

_ABBREVIATION = regex.compile(r"\p{Lu}[\p{Lu}\d&./-]*")


@dataclass(frozen=True, slots=True)
class AgencyEntry:
    """A name of the lexicon: `name` never holds a jurisdiction ("Sở Tài chính").

    `level` is None where bodies of that name stand at several levels. `common`: the bare name is
    an everyday word too and counts only with a capital or a jurisdiction ("Thanh tra tỉnh").
    `numbered`: an ordinal that follows belongs to the name ("Kho bạc Nhà nước khu vực XI").
    """

    name: str
    template: str
    kind: AgencyKind
    level: AgencyLevel | None
    aliases: tuple[str, ...]
    common: bool
    numbered: bool
    valid_from: dt.date | None
    valid_to: dt.date | None
    successors: tuple[str, ...]
    legal_source: str | None
    sure: bool

    @property
    def id(self) -> str:
        """The part of `Agency.id` behind the jurisdiction: "so-tai-chinh"."""
        return slug(self.name)

    @property
    def short(self) -> str | None:
        """The usual abbreviation: "Sở LĐTBXH" for Sở Lao động - Thương binh và Xã hội."""
        return next((form for form in self.aliases if _abbreviated(form)), None)

    @property
    def local_name(self) -> str:
        """The name below the province: "Đoàn Thanh niên …" of a commune, which has no Tỉnh đoàn."""
        if not self.template.startswith("{Tỉnh}"):
            return self.name
        return max((self.name, *self.aliases), key=len)

    def full_name(self, province: Province | None = None, on: dt.date | None = None) -> str:
        """ "Sở Tài chính tỉnh Thái Nguyên", "Thành ủy Cần Thơ"; central bodies as they are."""
        if province is None or self.level is AgencyLevel.CENTRAL:
            return self.name
        return fill(self.template, province, on)

    def holds(self, on: dt.date) -> bool:
        """Whether the organ bore this name on a day."""
        return holds(on, self.valid_from, self.valid_to)


class Phrase(NamedTuple):
    """One way to write a name: `folded` as it stands in folded text, `written` as in the data.

    `abbreviation`: nothing but capitals ("CDC", "LĐLĐ"), which mean something only in that case.
    """

    folded: str
    written: str
    entry: AgencyEntry
    abbreviation: bool


def _abbreviated(form: str) -> bool:
    """Whether the last word is an abbreviation: "Sở KH&CN", "LĐLĐ"; not "Sở Nông nghiệp"."""
    last = form.rpartition(" ")[2]
    return len(last) > 1 and _ABBREVIATION.fullmatch(last) is not None


def _only_capitals(form: str) -> bool:
    """ "TW MTTQ", "CDC", also "SNgV": nothing that an ordinary word could be mistaken for."""
    return form == form.upper() or (" " not in form and sum(map(str.isupper, form)) > 1)


_UNSTATED = {
    **dict.fromkeys(("template", "level", "aliases", "flags"), ""),
    **dict.fromkeys(("valid_from", "valid_to", "successors", "legal_source"), ""),
    "kind": "other",
    "sure": "true",
}
"""What a user's new entry is taken to say where it says nothing."""


def _entry(row: Mapping[str, str]) -> AgencyEntry:
    level = AgencyLevel(row["level"]) if row["level"] else None
    default = row["name"] if level is AgencyLevel.CENTRAL else f"{row['name']} {{province}}"
    flags = row["flags"].split()
    return AgencyEntry(
        name=row["name"],
        template=row["template"] or default,
        kind=AgencyKind(row["kind"]),
        level=level,
        aliases=spellings(row["aliases"]),
        common="common" in flags or row.get("common") == "true",
        numbered="numbered" in flags or row.get("numbered") == "true",
        valid_from=day(row["valid_from"]),
        valid_to=day(row["valid_to"]),
        successors=spellings(row["successors"]),
        legal_source=row["legal_source"] or None,
        sure=row["sure"] == "true",
    )


# "Sở Tài chính tỉnh Đắk Nông", "Thanh tra thành phố", "Sở Xây dựng TP. HCM", "… cấp tỉnh"
_SCOPE = regex.compile(r" (?:cấp )?(?:tỉnh|thành phố|t\.?p\b\.?)(?: ?[^,;()]{1,30})?$")


class Lexicon:
    """The names the program knows; `Lexicon.load()` gives the built-in ones.

    Rows that come first win over later ones of the same spelling, so a user's names go before.
    """

    def __init__(self, entries: Iterable[AgencyEntry]) -> None:
        self.entries: tuple[AgencyEntry, ...] = tuple(entries)

    @classmethod
    def load(cls, *extra: str | Path) -> Lexicon:
        """The built-in names, and before them those of the user's TOML files (docs/lexicon.md).

        A user's entry of a built-in name (and level, where it states one) corrects that one: what
        it states is taken, its aliases are added, the rest stays.

        Raises `LexiconError` for a file that cannot be read or does not follow the format.
        """
        if not extra:
            return _built_in()
        built_in = _built_in().entries
        by_name: dict[str, list[AgencyEntry]] = {}
        for entry in built_in:
            by_name.setdefault(fold(entry.name), []).append(entry)
        own: list[AgencyEntry] = []
        corrected: list[AgencyEntry] = []
        for row in (row for path in extra for row in read_extra(Path(path))):
            entry = _entry(_UNSTATED | row)
            known = [
                other
                for other in by_name.get(fold(entry.name), ())
                if "level" not in row or other.level is entry.level
            ]
            own += [_corrected(other, entry, row) for other in known] or [entry]
            corrected += known
        return cls((*own, *(entry for entry in built_in if entry not in corrected)))

    @cached_property
    def _phrases(self) -> tuple[Phrase, ...]:
        forms = [(form, entry) for entry in self.entries for form in (entry.name, *entry.aliases)]
        folded = fold_all(form for form, _ in forms)
        return tuple(
            Phrase(variant, form, entry, abbreviation)
            for (form, entry), base in zip(forms, folded, strict=True)
            for abbreviation in (_only_capitals(form),)
            for variant in joint_variants(base)
        )

    @cached_property
    def _by_phrase(self) -> Mapping[str, tuple[AgencyEntry, ...]]:
        table: dict[str, tuple[AgencyEntry, ...]] = {}
        for phrase in self._phrases:
            known = table.get(phrase.folded)
            if known is None:
                table[phrase.folded] = (phrase.entry,)
            elif not any(entry is phrase.entry for entry in known):
                table[phrase.folded] = (*known, phrase.entry)
        return table

    def phrases(self) -> Iterator[Phrase]:
        """Every way to write every name, for searching a folded text; jurisdictions not included.

        Two entries may share a spelling when their times or levels differ ("Cục Thuế"): ask `find`
        with the day of the document.
        """
        return iter(self._phrases)

    def candidates(self, name: str, on: dt.date | None = None) -> tuple[AgencyEntry, ...]:
        """All entries a spelling can mean, those that held on the day first."""
        folded = fold(name)
        found = self._by_phrase.get(folded, ())
        if not found and (scope := _SCOPE.search(folded)) is not None:
            bare = self._by_phrase.get(folded[: scope.start()], ())
            found = tuple(entry for entry in bare if entry.level is not AgencyLevel.CENTRAL)
        return tuple(sorted(found, key=lambda entry: on is not None and not entry.holds(on)))

    def find(self, name: str, on: dt.date | None = None) -> AgencyEntry | None:
        """The entry whose name or alias is the whole of `name`, whatever its spelling.

        A jurisdiction at the end is passed over: "Sở KH&CN tỉnh Đắk Nông". With `on`, an entry that
        held on that day goes before one that did not, but none is refused: later documents use old
        names, and rightly.
        """
        return next(iter(self.candidates(name, on)), None)

    def successors(self, entry: AgencyEntry) -> tuple[AgencyEntry, ...]:
        """The entries that took over its work, the main one first; empty while it lasts."""
        after = entry.valid_to + dt.timedelta(days=1) if entry.valid_to else None
        found = (
            next((e for e in self.candidates(name, after) if e is not entry), None)
            for name in entry.successors
        )
        return tuple(heir for heir in found if heir is not None)

    def current(self, entry: AgencyEntry, on: dt.date) -> AgencyEntry:
        """Who does its main work on a day: Sở Giao thông vận tải in 2026 is Sở Xây dựng."""
        seen = [entry]
        while entry.valid_to is not None and entry.valid_to < on:
            heirs = self.successors(entry)
            if not heirs or heirs[0] in seen:
                break
            entry = heirs[0]
            seen.append(entry)
        return entry


def _corrected(known: AgencyEntry, own: AgencyEntry, row: Mapping[str, str]) -> AgencyEntry:
    """A built-in entry with what a user's row states of it."""
    stated = {part.name: getattr(own, part.name) for part in fields(known) if part.name in row}
    stated["aliases"] = tuple(dict.fromkeys((*own.aliases, *known.aliases)))
    return replace(known, **stated)


@lru_cache(maxsize=1)
def _built_in() -> Lexicon:
    return Lexicon(_entry(row) for row in read_csv("agencies.csv"))
