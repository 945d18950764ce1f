"""Posts and signing formulas (chức vụ, quyền hạn): where they stand, how they are written.

Nghị định 30/2020/NĐ-CP Điều 13: TM. (on behalf of a body), KT. (for the head), TL. (by order), TUQ.
(authorised), Q. (acting); the Party writes T/M, K/T, T/L.
"""

from __future__ import annotations

import regex

from vnplan.lexicon import letterhead, signing
from vnplan.parsers.header.naming import canonical_name
from vnplan.text.fold import fold, fold_characters

_LONGEST_LINE = 4000


def is_quiet_post(text: str) -> bool:
    """A post alone on its line in small letters: "Chủ tịch"."""
    return signing.post().fullmatch(fold(text.strip(" .,:"))) is not None


def opens_signature(text: str) -> bool:
    """Whether a line opens with a formula or is a post in capitals."""
    return signature_at(text) == 0


def signature_at(text: str) -> int | None:
    """Where a block begins in a line: 0, or behind a list ("- Lưu: VT. KT. GIÁM ĐỐC")."""
    if len(text) > _LONGEST_LINE:
        return None
    folded = fold_characters(text)
    for match in signing.formula().finditer(folded):
        if not text[match.start() : match.end()].strip(" .,").replace("/", "").isupper():
            continue
        behind = text[match.end() : match.end() + 40].split()
        if not behind or not is_loud_word(behind[0]) or len(behind[0].strip(".,;")) < 2:
            continue
        known = _known_at(folded, match.end())
        before = text[: match.start()].rstrip()
        if (not before and (known or len(behind) > 1)) or (known and match.start() > 0):
            return match.start()
        if before.endswith((";", ":", ".")) and len(behind) > 1 and is_loud_word(behind[1]):
            return match.start()
    for post in signing.post().finditer(folded):
        before = text[: post.start()].rstrip()
        if before and not _may_end(before, last=not text[post.end() :].strip(" .,;")):
            continue
        if _loud_from(text, post.start(), post.end()):
            return post.start()
    return None


def _may_end(before: str, *, last: bool) -> bool:
    """Whether the list of recipients can end before a post that a flattened page set behind it.

    The Party ends its entries with a comma: "- Tỉnh ủy (b/c), PHÓ BÍ THƯ"; without any mark only
    what ends the line (`last`) is a post.
    """
    if before.endswith((";", ":", ".", ")")):
        return True
    return not before.isupper() and (before.endswith(",") or (last and len(before) > 3))


def _known_at(folded: str, position: int) -> bool:
    words = letterhead.words_of(folded[position : position + 60])
    return signing.post().match(folded, position) is not None or letterhead.heads().opens(words) > 0


def is_loud_word(word: str) -> bool:
    """Letters, all of them capitals."""
    return any(char.isalpha() for char in word) and word.upper() == word


def _loud_from(text: str, start: int, end: int) -> bool:
    """The post is in capitals and so is what follows, up to a name."""
    if not text[start:end].isupper():
        return False
    rest = text[end:].strip(" .,")
    return not rest or rest[0].isupper() or rest.startswith(("(", "["))


def formula_text(text: str) -> str:
    """ "KT.CHỦ  TỊCH" is "KT. CHỦ TỊCH"; Party forms keep their bar: "T/M BAN THƯỜNG VỤ"."""
    bare = " ".join(text.split()).strip(" ,;:-–")
    return regex.sub(r"^(\p{Lu}{1,3}(?:/\p{Lu}{1,2})?)\s?[.,]\s*", r"\1. ", bare)


def post_title(text: str) -> str:
    """A post in sentence case: "PHÓ CHỦ TỊCH" is Phó Chủ tịch, its body written out behind it."""
    bare = " ".join(text.split()).strip(" .,;:-–")
    folded = fold(bare)
    if folded.startswith("q."):
        folded = "quyền " + folded[2:].strip()
        bare = "QUYỀN " + bare[2:].strip()
    match = signing.post().match(folded)
    if match is None:
        return canonical_name(bare) or bare
    words = folded[: match.end()].split()
    forms = signing.post_forms()
    out: list[str] = []
    while words:
        for length in range(len(words), 0, -1):
            form = forms.get(" ".join(words[:length]))
            if form is not None or length == 1:
                out.append(form if form is not None else words[0])
                words = words[length:]
                break
    title = " ".join(out)
    rest = bare[match.end() :].strip(" ,-–")
    body = canonical_name(rest) if rest else None
    return f"{title} {body}" if body else title
