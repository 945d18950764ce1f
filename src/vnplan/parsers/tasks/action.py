"""What is to be done: the first verb phrase of a task without prefaces, names and role words."""

from __future__ import annotations

import re

from vnplan.lexicon import parties, tasks
from vnplan.parsers.tasks.listing import party_clauses
from vnplan.parsers.tasks.naming import Naming
from vnplan.parsers.tasks.subjects import find_subject, opening
from vnplan.parsers.tasks.words import Words
from vnplan.text.letters import spelled_out

_ROLE_WORDS = re.compile(
    spelled_out(
        r"(?:(?:đồng\s)?chủ\strì|phối(?:\skết)?\shợp|tham\smưu|giúp"
        r"|là\s(?:cơ\squan|đơn\svị)\s(?:thường\strực|đầu\smối|chủ\strì)"
        r"|cùng|kết\shợp)(?!\p{L})[\s,]*(?:chặt\schẽ\s|và\s(?=hướng))?(?:(?:cùng\svới|với|cùng|cho)\s)?"
    )
)
_ADVISES = re.compile(spelled_out(r"(?:tham\smưu|giúp)(?!\p{L})"))
_SPACE = re.compile(r"[\s,:;]*")
_WORD = re.compile(r"[^\s,;:.()]+[,]?")
_BREAK = re.compile(r"[.;:()“\"]|\s[-–]\s")
_BRACKET = re.compile(r"\([^()]{0,120}\)\s")
_REMARK = re.compile(r"\s*\([^()]{0,240}\)")
# "căn cứ Kế hoạch này xây dựng kế hoạch thực hiện"
_WITHOUT_COMMA = re.compile(r"(?:căn cứ|theo|trên cơ sở)\s[^,;:.()]{4,60}?\s(?:này|tỉnh|trên)\s")
_COMMA = re.compile(r",\s")
_THEN = re.compile(spelled_out(r"(?<!\p{L})thì\s"))
# Words that end a phrase elsewhere: "doanh nghiệp nhỏ và vừa", "ít nhất", "có hiệu quả".
_NO_STOP = re.compile(
    r".{0,8}?(?:nhỏ và vừa|ít nhất|có hiệu quả|có chất lượng|có thẩm quyền|trực thuộc)"
)
_MOST_WORDS = 14
_TURNS = 8


def find_action(words: Words, naming: Naming) -> str | None:
    """The action of a task; None when no verb is found where one should stand."""
    first = next(iter(party_clauses(words, naming)), words)
    subject = find_subject(first, naming)
    begin = subject.end if subject is not None else opening(first)
    for advising in (True, False):
        at = behind_roles(first, begin, naming, advising=advising)
        verb = tasks.action().match(first.folded, at, first.end)
        if verb is None or verb[0] == "căn cứ":
            at = _behind_comma(first, at, naming)
            verb = tasks.action().match(first.folded, at, first.end)
        if verb is not None:
            return _phrase(first, at, verb.end())
    stress = tasks.stressed().match(first.folded, begin, first.end)
    if stress is None:
        return None
    phrase = _phrase(first, begin, stress.end())
    return phrase if len(phrase) > stress.end() - begin else None


def _phrase(clause: Words, at: int, least: int) -> str:
    return clause.line.text[at : _end(clause, at, least)].strip(" ,.;:")


def behind_roles(clause: Words, at: int, naming: Naming, *, advising: bool = True) -> int:
    """Past "Tiếp tục chủ trì, phối hợp với Sở A, Sở B"; past "tham mưu" too if `advising`."""
    for _ in range(_TURNS):
        if not advising and _ADVISES.match(clause.folded, at, clause.end):
            return at
        skipped = tasks.adverbs().match(clause.folded, at, clause.end)
        if skipped is not None:
            at = skipped.end()
            continue
        bracket = _BRACKET.match(clause.folded, at, clause.end)
        if bracket is not None:  # "Định kỳ hằng năm (trước ngày 15 tháng 12) báo cáo kết quả …"
            at = bracket.end()
            continue
        role = _ROLE_WORDS.match(clause.folded, at, clause.end)
        if role is None:
            return at
        behind = role.end()
        listed = naming.listed(clause.line, behind, clause.end)
        if listed:
            behind = listed[-1].body.end
            remark = _REMARK.match(clause.folded, behind, clause.end)
            behind = remark.end() if remark is not None else behind
        space = _SPACE.match(clause.line.text, behind, clause.end)
        behind = space.end() if space is not None else behind
        if behind >= clause.end:
            return at
        at = behind
    return at


def _behind_comma(clause: Words, at: int, naming: Naming) -> int:
    """The verb behind a preface: "Căn cứ khả năng cân đối ngân sách, phối hợp với …"."""
    if tasks.preface().match(clause.folded, at, clause.end) is None:
        return at
    verb = _WITHOUT_COMMA.match(clause.folded, at, clause.end)
    if verb is not None and tasks.action().match(clause.folded, verb.end(), clause.end):
        return verb.end()
    for number, comma in enumerate(_COMMA.finditer(clause.folded, at, clause.end)):
        if number > _TURNS:
            break
        behind = behind_roles(clause, comma.end(), naming)
        then = _THEN.match(clause.folded, behind, clause.end)
        behind = then.end() if then is not None else behind
        verb = tasks.action().match(clause.folded, behind, clause.end)
        if verb is not None and not tasks.ambiguous().match(clause.folded, behind, clause.end):
            return behind
    then = _THEN.search(clause.folded, at, clause.end)
    return behind_roles(clause, then.end(), naming) if then is not None else at


def _stops(folded: str, at: int, limit: int) -> bool:
    """Whether a word ends the phrase: "để", "trong"; not "rà soát việc …"."""
    stop = parties.stop().match(folded, at, limit)
    if stop is None or stop[0] in ("việc", "và"):
        return False
    within = _NO_STOP.match(folded, max(0, at - 8), limit)
    return within is None or within.end() <= at


def _end(clause: Words, start: int, least: int) -> int:
    """Where the verb phrase ends: before what says where, when, how or why."""
    folded = clause.folded
    stop = _BREAK.search(folded, start, clause.end)
    limit = stop.start() if stop is not None else clause.end
    end = least
    for count, match in enumerate(_WORD.finditer(folded, start, limit), 1):
        if match.start() >= end:
            stops = _stops(folded, match.start(), limit)
            if count > _MOST_WORDS or stops:
                break
            if folded[match.start() - 2 : match.start() - 1] == ",":
                verb = tasks.action().match(folded, match.start(), limit)
                if verb is None and count > 6:
                    break
            whole = parties.verb().match(folded, match.start(), limit)
            if whole is not None:  # "thực hiện": its second word alone would end the phrase
                end = whole.end()
                continue
        end = max(end, match.end())
    return end
