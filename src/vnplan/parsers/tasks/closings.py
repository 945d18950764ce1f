"""The last paragraphs of a plan: what they order, and whom.

"Trên đây là Kế hoạch …" orders nothing; "yêu cầu các sở, ngành …" behind it does. "Trong quá trình
thực hiện, nếu có khó khăn … báo cáo …" is the task of those the sentence before addresses.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from vnplan.parsers.tasks import openings, rules
from vnplan.parsers.tasks.carry import carried
from vnplan.parsers.tasks.draft import Draft
from vnplan.parsers.tasks.naming import Naming
from vnplan.parsers.tasks.parts import Part
from vnplan.parsers.tasks.responsibilities import read_parts
from vnplan.parsers.tasks.scope import Scope
from vnplan.parsers.tasks.words import Words, sentences
from vnplan.records import Section, TaskForm

_REPORTS = regex.compile(
    r"(?:báo cáo|phản ánh|đề nghị|yêu cầu|gửi|thực hiện|thi hành|kiến nghị|đề xuất)(?!\p{L})"
)
# "Tổng cục Thuế thông báo để các Cục Thuế biết và triển khai thực hiện": the letter itself
_NOTICE = regex.compile(
    r"(?:[\p{L}\s-]{2,80}?\s)?(?:(?:xin|kính|trân trọng)\s)?thông báo\s[^.;]{0,200}?(?<!\p{L})"
    r"biết(?!\p{L})"
)


# "Trên đây là Báo cáo …; Viện kiểm sát tỉnh báo cáo Viện kiểm sát tối cao theo dõi, chỉ đạo"
_TELLS = regex.compile(r"trên đây là (?:nội dung )?báo cáo(?!\p{L})")


def closing_items(
    part: Part, naming: Naming, section: Section | None, addressed: Scope
) -> Iterator[Draft]:
    """The tasks of a closing paragraph, one a sentence, in `section` if it is in any.

    `addressed`: whom the letter addresses as a whole.
    """
    for line in part.lines:
        for sentence in _orders(Words(line, 0, len(line.text))):
            words = _ordered(sentence, naming)
            if words is None:
                continue
            parts = read_parts([words], addressed, naming)
            draft = Draft([words], TaskForm.SENTENCE, section, parts=parts, ordered=True)
            addressed = carried(draft, naming) or addressed
            yield draft


# "Yêu cầu các sở … triển khai thực hiện; đề nghị Ủy ban Mặt trận Tổ quốc … phối hợp thực hiện"
_ASKS_TOO = regex.compile(
    r"(?<=(?:thực hiện|triển khai|thi hành));\s(?=(?:đề nghị|yêu cầu|giao)\s)"
)


def _orders(whole: Words) -> Iterator[Words]:
    """The sentences of a closing, parted where a second request follows."""
    for sentence in sentences(whole):
        asks = _ASKS_TOO.search(sentence.folded, sentence.start, sentence.end)
        if asks is None or openings.is_statement(sentence):
            yield sentence
            continue
        yield sentence.cut(sentence.start, asks.start())
        yield sentence.cut(asks.end())


def _ordered(sentence: Words, naming: Naming) -> Words | None:
    """What a sentence orders; None when it only closes."""
    if openings.is_statement(sentence):
        behind = openings.charges_behind(sentence, naming)
        told = behind is not None and _TELLS.match(sentence.folded, sentence.start, sentence.end)
        return behind if behind is None or not told or openings.charges(behind) else None
    if openings.is_note(sentence) or rules.is_rule(sentence):
        return None
    if _NOTICE.match(sentence.folded, sentence.start, sentence.end):
        return None
    if _REPORTS.search(sentence.folded, sentence.start, sentence.end) is None:
        return None
    return sentence
