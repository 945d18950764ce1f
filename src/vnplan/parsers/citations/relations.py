"""How the document stands to what it cites: the nearest cue before the citation.

"thực hiện theo quy định tại X" only refers to X, "thực hiện thắng lợi các nhiệm vụ đề ra tại X"
implements it. The cues are data (`lexicon/citation_words.toml`); here is how they govern.
"""

from __future__ import annotations

from functools import cache

import regex

from vnplan.lexicon.citation_words import any_of, proposal_words, relation_words
from vnplan.records import Relation

_REACH = 280
"""How many characters before a citation are looked at."""
_FAR = 14
"""How many words may stand between a loose cue and the citation it governs."""
# "thay thế Danh mục thủ tục … được Chủ tịch UBND tỉnh công bố tại các Quyết định"
_UNDONE = regex.compile(
    r"(?<!\p{L})(?:(?P<replaced>thay thế)|bãi bỏ|hủy bỏ)\s(?!bởi|bằng)[^;.]{3,240}?\s"
    r"(?:công bố|phê duyệt|ban hành)\s(?:tại|theo)(?:\scác)?\s*$"
)
_GROUNDED = regex.compile(r"(?r)(?<!\p{L})căn cứ\s(?:vào\s|theo\s)?(?:các\s|những\s)?$")
# "thực hiện … các ý kiến chỉ đạo | của Chính phủ, Thủ tướng Chính phủ tại": whose they are
_WHOSE = regex.compile(r"(?<=(?:chỉ đạo|kết luận|ý kiến)\s)của\s[^;.]{2,90}\stại\s*$")
_WORDS = regex.compile(r"\S+")


@cache
def _strict() -> frozenset[str]:
    return frozenset(relation for relation, _ in relation_words().strict)


@cache
def _cues() -> regex.Pattern[str]:
    words, asking = relation_words(), proposal_words()
    # "xét đề nghị của Sở X tại", "xét báo cáo, đề xuất của Sở X tại", "xét" alone before the paper;
    # a name of a body may hold dashes and commas, never a semicolon
    proposal = rf"""
        (?:(?:{any_of(asking.verbs)})\s)?
        (?:{any_of(asking.asked)}|(?<=xét\s)(?:{any_of(asking.asked_when_weighed)}))
        (?:,?\s(?:{any_of((*asking.asked, *asking.asked_when_weighed))})){{0,2}}
        \scủa\s[^;.]{{2,140}}?\s(?:{any_of(asking.at)})(?:\scác)?(?=\s*$)
      | xét(?:\scác)?(?=\s*$)
    """
    groups = [("proposal", proposal)]
    groups += [(relation, any_of(phrases)) for relation, phrases in (*words.strict, *words.loose)]
    ordered = "|".join(f"(?P<{name}>{pattern})" for name, pattern in groups)
    return regex.compile(rf"(?<!\p{{L}})(?:{ordered})(?!\p{{L}})", regex.VERBOSE | regex.POSIX)


@cache
def _fillers() -> regex.Pattern[str]:
    words = any_of(relation_words().fillers)
    return regex.compile(rf"[\s,:]*(?:(?:{words})(?!\p{{L}})[\s,:]*){{0,9}}", regex.VERBOSE)


def relation_before(folded: str, start: int, end: int) -> Relation | None:
    """What the words `folded[start:end]` before a citation say of it; None: nothing."""
    undone = _UNDONE.search(folded, max(start, end - _REACH), end)
    if undone is not None:
        return Relation.REPLACES if undone["replaced"] else Relation.REPEALS
    window = folded[max(start, end - _REACH) : end]
    for match in reversed(list(_cues().finditer(window))):
        kind = match.lastgroup
        assert kind is not None
        if match[0] == "quy định của" and window.endswith("một số ", 0, match.start()):
            continue  # "hướng dẫn thi hành | một số quy định của"
        if match[0].startswith("quy định") and _GROUNDED.search(window, 0, match.start()):
            return Relation.LEGAL_BASIS  # "Căn cứ quy định tại Điều 3 của Quyết định số …"
        gap = window[match.end() :]
        if kind in _strict():
            if _fillers().fullmatch(gap) is not None:
                return Relation(kind)
        elif len(_WORDS.findall(_WHOSE.sub("", gap))) > _FAR:
            return None
        else:
            return Relation(kind)
    return None
