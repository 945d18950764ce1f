"""What is to be done: the first verb phrase of a task without prefaces, names and role words."""

from __future__ import annotations

import regex

from vnplan.lexicon import parties, tasks
from vnplan.parsers.tasks.naming import Naming
from vnplan.parsers.tasks.subjects import find_subject, opening
from vnplan.parsers.tasks.words import Words, clauses

_ROLE_WORDS = regex.compile(
    r"(?:(?:đồng\s)?chủ\strì|phối(?:\skết)?\shợp|tham\smưu|giúp|là\s(?:cơ\squan|đơn\svị)\s(?:thường\strực|đầu\smối)"
    r"|cùng|kết\shợp)(?!\p{L})[\s,]*(?:chặt\schẽ\s|và\s(?=hướng))?(?:(?:cùng\svới|với|cùng|cho)\s)?"
)
_SPACE = regex.compile(r"[\s,:;]*")
_WORD = regex.compile(r"[^\s,;:.()]+[,]?")
_BREAK = regex.compile(r"[.;:()“\"]|\s[-–]\s")
_MOST_WORDS = 14
_TURNS = 8


def find_action(words: Words, naming: Naming) -> str | None:
    """The action of a task; None when no verb is found where one should stand."""
    first = next(clauses(words), words)
    subject = find_subject(first, naming)
    at = subject.end if subject is not None else opening(first)
    at = _behind_roles(first, at, naming)
    verb = tasks.action().match(first.folded, at, first.end)
    if verb is None:
        at = _behind_comma(first, at, naming)
        verb = tasks.action().match(first.folded, at, first.end)
    if verb is None:
        return None
    text = first.line.text[at : _end(first, at, verb.end())].strip(" ,.;:")
    return text or None


def _behind_roles(clause: Words, at: int, naming: Naming) -> int:
    """Past "Tiếp tục chủ trì, phối hợp với Sở A, Sở B"."""
    for _ in range(_TURNS):
        skipped = tasks.adverbs().match(clause.folded, at, clause.end)
        if skipped is not None:
            at = skipped.end()
            continue
        role = _ROLE_WORDS.match(clause.folded, at, clause.end)
        if role is None:
            return at
        behind = role.end()
        listed = naming.listed(clause.line, behind, clause.end)
        if listed and listed[0].body.start - behind <= 4:
            behind = listed[-1].body.end
            bracket = regex.match(r"\s*\([^()]{0,240}\)", clause.line.text[behind : clause.end])
            behind += bracket.end() if bracket is not None else 0
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
    for number, comma in enumerate(
        regex.finditer(r",\s", clause.folded, pos=at, endpos=clause.end)
    ):
        if number > _TURNS:
            break
        behind = _behind_roles(clause, comma.end(), naming)
        verb = tasks.action().match(clause.folded, behind, clause.end)
        if verb is not None:
            return behind
    return at


def _end(clause: Words, start: int, least: int) -> int:
    """Where the verb phrase ends: before what says where, when, how or why."""
    folded = clause.folded
    stop = _BREAK.search(folded, start, clause.end)
    limit = stop.start() if stop is not None else clause.end
    end = least
    for count, match in enumerate(_WORD.finditer(folded, start, limit), 1):
        if match.start() >= least:
            stops = parties.stop().match(folded, match.start(), limit) is not None
            if count > _MOST_WORDS or (stops and not folded.startswith("và ", match.start())):
                break
            if folded[match.start() - 2 : match.start() - 1] == ",":
                verb = tasks.action().match(folded, match.start(), limit)
                if verb is None and count > 6:
                    break
        end = match.end()
    return end
