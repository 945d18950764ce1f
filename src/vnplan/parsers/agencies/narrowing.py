"""What narrows a noun of bodies: "viễn thông", "cấp nước sạch", "đủ năng lực đào tạo".

The hard part is where it ends: "các doanh nghiệp viễn thông thực hiện", "các đơn vị cấp nước thuộc
phạm vi quản lý xây dựng …". Words that no list holds count only up to something that surely ends
them.
"""

from __future__ import annotations

import re

import regex

from vnplan.lexicon import parties

_MOST_WORDS = 9
_MOST_UNKNOWN = 6
# "chủ đầu tư kinh doanh hạ tầng các khu, cụm công nghiệp": that comma parts no parties
_WORD = regex.compile(r"khu, cụm(?= công nghiệp)|[\p{L}\p{M}\d&/.\-]*[\p{L}\p{M}\d]")
_ACRONYM = regex.compile(r"(?:\p{Lu}[\p{Lu}\d&\-]+|\d+)(?![\p{L}\d])")
_CLAUSE_END = regex.compile(r"[;.:()]|, (?=các )|$")
_MOST_SECTORS = 8
_LISTED = ("các ngành", ", ngành", "/ngành", "và ngành", "- ngành")
_SECTOR_MARK = regex.compile(r"(?:, ?| và )(?=\p{Lu})")
_MARK = regex.compile(r"(?:,? và |, |/| ?[-–] )(?=\p{Ll})")
# Nouns that mean nothing by themselves and take what follows: "cơ quan công tác dân tộc cấp tỉnh"
_TAKES_MORE = (
    "cơ quan",
    "đơn vị",
    "phòng",
    "ban",
    "ban quản lý",
    "ban quản lý rừng",
    "cơ quan chủ quản",
)
_CLOSED = ("ngành", "cấp", "bên", "địa phương", "cá nhân", "hộ gia đình", "người dân", "nhân dân")
_ROLES = ("chủ trì", "phối hợp")


class Narrowing:
    """Reads behind the nouns of one line."""

    def __init__(self, text: str, folded: str, *, whole: bool) -> None:
        self.text = text
        self.folded = folded
        self.whole = whole

    def end(self, noun: re.Match[str]) -> int:
        """Where the words end that narrow `noun`; its own end when none do."""
        if (
            noun[0] in ("ngành", "toàn ngành")
            and (sectors := self._sectors(noun.end())) > noun.end()
        ):
            return sectors
        sure = end = self._listed(noun.end()) if " " in noun[0] else noun.end()
        unknown = 0
        listed = self.folded.endswith(_LISTED, 0, noun.end())
        sector = noun[0] == "ngành" and not listed  # "ngành giáo dục"
        closed = (noun[0] in _CLOSED and not sector) or parties.people().fullmatch(
            noun[0]
        ) is not None
        first, open_noun = True, noun["weak"] is not None and not closed
        for _ in range(_MOST_WORDS):
            if not self.folded.startswith(" ", end):
                break
            at = end + 1
            if parties.tail().match(self.folded, at):
                break
            restriction = parties.restriction().match(self.folded, at)
            if restriction is not None:
                return self._clause(restriction.end())
            known = self._known(at)
            verb = parties.verb().match(self.folded, at) if closed else None
            if known is not None and verb is not None and verb.end() >= known:
                break  # "các địa phương nghiên cứu, triển khai"; not "quản lý quy hoạch"
            if known is not None:
                end = sure = self._listed(known)
                first = False
                continue
            if parties.noun().match(self.folded, at) and not open_noun:
                break
            doubtful = first and (open_noun or noun[0] in _TAKES_MORE)
            either = parties.either().match(self.folded, at) if doubtful else None
            if either is not None and self._narrows(either.end()):
                end = sure = self._listed(either.end(), actions=True)
                first, open_noun = False, True
                continue
            if parties.verb().match(self.folded, at) or parties.stop().match(self.folded, at):
                break
            word = _WORD.match(self.text, at)
            if word is None or unknown == _MOST_UNKNOWN:
                break
            if not open_noun and noun[0] not in _TAKES_MORE:
                break
            end, unknown, first = word.end(), unknown + 1, False
        if end == sure or self._ends_surely(end, strictly=not open_noun):
            return end
        return sure

    def _sectors(self, end: int) -> int:
        """Past the sectors behind "ngành": "Nông nghiệp và Môi trường", "Y tế, Giáo dục"."""
        if not self.folded.startswith(" ", end):
            return end
        sector = parties.sector().match(self.folded, end + 1)
        if sector is not None and self.text[end + 1].islower():
            # "ngành giáo dục", not "các sở, ban, ngành xây dựng kế hoạch"
            listed = self.folded.endswith(_LISTED, 0, end)
            if listed or parties.objects().match(self.folded, sector.end() + 1):
                return end
        for _ in range(_MOST_SECTORS):
            if sector is None:
                break
            end = sector.end()
            mark = _SECTOR_MARK.match(self.text, end)
            sector = parties.sector().match(self.folded, mark.end()) if mark is not None else None
        return end

    def _known(self, at: int) -> int | None:
        """The end of a word that narrows and is no predicate here."""
        acronym = _ACRONYM.match(self.text, at)
        if acronym is not None:
            return acronym.end()
        known = parties.modifier().match(self.folded, at)
        if known is None or self._is_predicate(known):
            return None
        return known.end()

    def _is_predicate(self, known: re.Match[str]) -> bool:
        """Whether a word that may narrow or be done is done here: "cơ quan chủ trì tham mưu"."""
        verb = parties.verb().match(self.folded, known.start())
        if verb is None:
            return False
        if verb.end() < known.end() and self.folded.startswith(" theo ", known.end()):
            return False  # "quản lý quy hoạch theo chức năng được giao" tells which ones
        if known[0] in _ROLES:
            return True
        follows = known.end()
        if not self.folded.startswith(" ", follows):
            return False
        return parties.objects().match(self.folded, follows + 1) is not None

    def _listed(self, end: int, *, actions: bool = False) -> int:
        """Past further words of the same sort: "báo chí, phát thanh, truyền hình"."""
        for _ in range(5):
            mark = _MARK.match(self.text, end)
            if mark is None:
                break
            at = mark.end()
            if parties.noun().match(self.folded, at):
                break
            more = parties.modifier().match(self.folded, at)
            if more is None and actions:
                more = parties.either().match(self.folded, at)
            if more is None or not self._stands_alone(more):
                break
            end = more.end()
        return end

    def _stands_alone(self, more: re.Match[str]) -> bool:
        """Whether a listed word narrows: nothing that would be its object follows."""
        if parties.verb().match(self.folded, more.start()) is None:
            return True
        if more[0] in _ROLES:
            return False
        if self.folded[more.end() : more.end() + 1] in (",", ";", ".", ":", ""):
            return True
        at = more.end() + 1
        if self.folded.startswith("và ", at) or parties.tail().match(self.folded, at) is not None:
            return True
        # "các cơ sở giáo dục, đào tạo lồng ghép nội dung": its predicate follows
        follows = parties.verb().match(self.folded, at)
        return follows is not None and parties.objects().match(self.folded, at) is None

    def _narrows(self, end: int) -> bool:
        """Whether a verb behind a noun narrows it: a predicate, a tail or a mark still comes."""
        if not self.folded.startswith(" ", end):
            mark = _MARK.match(self.folded, end)
            return mark is None or not parties.verb().match(self.folded, mark.end())
        if parties.objects().match(self.folded, end + 1):
            return False
        at = end
        for _ in range(_MOST_WORDS):
            if not self.folded.startswith(" ", at):
                return self.whole or self.folded[at : at + 1] == ","
            at += 1
            if parties.tail().match(self.folded, at) or parties.verb().match(self.folded, at):
                return True
            if parties.stop().match(self.folded, at):
                return False
            word = _WORD.match(self.folded, at)
            if word is None:
                return True
            at = word.end()
        return False

    def _ends_surely(self, end: int, *, strictly: bool) -> bool:
        """Whether something ends the unknown words before `end`."""
        if not self.folded.startswith(" ", end):
            return not strictly or not self.folded[end:].strip(" .;:")
        at = end + 1
        if parties.tail().match(self.folded, at) or parties.verb().match(self.folded, at):
            return True
        return not strictly and parties.stop().match(self.folded, at) is not None

    def _clause(self, end: int) -> int:
        """The end of a restriction: in a value at a mark, in a sentence before a predicate."""
        if self.whole:
            stop = _CLAUSE_END.search(self.folded, end)
            return stop.start() if stop else len(self.folded)
        for _ in range(_MOST_WORDS):
            if not self.folded.startswith(" ", end):
                break
            at = end + 1
            either = parties.either().match(self.folded, at)
            if parties.verb().match(self.folded, at) and either is None:
                break
            word = either or _WORD.match(self.folded, at)
            if word is None or self._joins_verb(at):
                break
            end = word.end()
        return end

    def _joins_verb(self, at: int) -> bool:
        """ "giáo viên phụ trách | và báo cáo": what follows is done, and narrows nothing."""
        joined = self.folded.startswith("và ", at)
        return joined and parties.verb().match(self.folded, at + len("và ")) is not None
