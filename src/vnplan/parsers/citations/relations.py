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
_CLOSE = 70
"""How many of them hold the words of a change right before it."""
_FAR = 14
"""How many words may stand between a loose cue and the citation it governs."""
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


_THEN = regex.compile(r"(?<!\p{L})(?:theo|căn cứ|để|nhằm|phù hợp|như)(?!\p{L})")


@cache
def _change() -> regex.Pattern[str]:
    """ "thay thế Danh mục thủ tục … được Chủ tịch UBND tỉnh công bố tại các Quyết định: Số …".

    What is changed is the text of the instrument, not a thing ("thay thế các thiết bị …").
    """
    return regex.compile(
        rf"""
        (?<!\p{{L}})
        (?: (?P<replaces>thay\sthế) | (?P<repeals>bãi\sbỏ|hủy\sbỏ)
          | (?P<amends>(?:sửa\sđổi|điều\schỉnh)(?:,?\s(?:và\s)?bổ\ssung)?) )
        (?:\s(?:các|những|một\ssố|một\sphần|toàn\sbộ))*+
        \s(?:{any_of(relation_words().texts)})(?!\p{{L}})[^;.:]{{0,240}}?\stại(?:\scác)?\s*$
        """,
        regex.VERBOSE,
    )


def _changed(window: str) -> Relation | None:
    if not window.rstrip().endswith((" tại", " tại các")):
        return None
    match = _change().search(window)
    if match is None or match.lastgroup is None:
        return None
    # "sửa đổi quy chế theo quy định tại Nghị định …": that says how
    return None if _THEN.search(window, match.end(match.lastgroup)) else Relation(match.lastgroup)


# "Điều 1. Bãi bỏ toàn bộ 03 văn bản quy phạm pháp luật do UBND tỉnh ban hành, gồm:" ⏎ "1. Quyết
# định số …"
_ACT_OVER_LIST = regex.compile(
    r"""
    (?:điều\s\d{1,2}\s?[.:]\s|\d{1,2}[.)]\s|[-+*]\s)?+
    (?: (?P<repeals>(?:công\sbố\s)?(?:bãi\sbỏ|hủy\sbỏ|hủy|thu\shồi|hết\shiệu\slực))
      | (?P<replaces>thay\sthế) | (?P<amends>sửa\sđổi|đính\schính) )
    (?:,\sbổ\ssung)?(?:\s(?:một\sphần|toàn\sbộ|một\ssố|các|những|\d{1,3}))*+
    \s(?:điều\s(?:của\s)?(?:các\s)?)?(?:văn\sbản|quyết\sđịnh|nghị\squyết|chỉ\sthị|thông\stư|kế\shoạch|nghị\sđịnh)
    (?!\p{L})[^:]{0,240}:$
    """,
    regex.VERBOSE,
)


def act_over_list(folded: str) -> Relation | None:
    """What a line that heads a list of instruments does to them; None: it is no such line."""
    words = folded.rstrip(" *")
    found = _ACT_OVER_LIST.match(words) if words.endswith(":") else None
    kind = found.lastgroup if found is not None else None
    return Relation(kind) if kind is not None else None


@cache
def _changed_by() -> regex.Pattern[str]:
    words = relation_words()
    changes = any_of(words.changes)
    return regex.compile(
        rf"""
        (?<!\p{{L}})(?P<passive>(?:đã\s)?(?:được|bị)\s)?
        (?:{changes})(?:,?\s(?:và\s|hoặc\s)?(?:{changes}))?(?:\s(?:{any_of(words.changed_parts)}))?
        \s(?:bởi|tại|(?(passive)(?:theo|bằng)|bởi))(?:\scác)?(?:\svăn\sbản)?\s?:?\s*$
      | (?<!\p{{L}})sau\s(?:khi\s)?(?:được\s)?(?:{changes})(?:,?\s(?:{changes}))?\s(?:và|,)\s*$
        """,
        regex.VERBOSE,
    )


def is_changed_by(folded: str, start: int, end: int) -> bool:
    """Whether what follows changed the instrument named before: "Luật A được sửa đổi bởi | Luật B".

    The document itself changes neither of them. So it is behind "sau sửa đổi, bổ sung và".
    """
    return _changed_by().search(folded, max(start, end - _CLOSE), end) is not None


def _rules(before: regex.Match[str], match: regex.Match[str]) -> bool:
    """ "hướng dẫn thi hành một số | quy định của": the provisions themselves are guided."""
    gap = before.string[before.end() : match.start()]
    return before.lastgroup in _strict() and gap.strip() in ("", "một số", "các", "những")


def relation_before(folded: str, start: int, end: int) -> Relation | None:
    """What the words `folded[start:end]` before a citation say of it; None: nothing."""
    if is_changed_by(folded, start, end):
        return Relation.REFERS
    window = folded[max(start, end - _REACH) : end]
    changed = _changed(window)
    if changed is not None:
        return changed
    cues = list(_cues().finditer(window))
    for place in reversed(range(len(cues))):
        match = cues[place]
        kind = match.lastgroup
        assert kind is not None
        if match[0].startswith("quy định ") and place and _rules(cues[place - 1], match):
            return Relation(cues[place - 1].lastgroup or "refers")
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
