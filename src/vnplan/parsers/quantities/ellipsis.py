"""What a figure takes over from the one before it, and which figure is only the point of departure.

"không quá 10% tập thể, 5% cá nhân": both are upper bounds. "giảm từ 8,45% năm 2016 xuống còn dưới
3%": 8,45 % is where it comes from.
"""

from __future__ import annotations

from dataclasses import replace

import regex

from vnplan.parsers.quantities.mention import QuantityKind, QuantityMention
from vnplan.parsers.quantities.words import words_before
from vnplan.records import Change, Comparator

_LONGEST = 90
# The noun of the first figure and a comma or "và", no verb between.
_GAP = regex.compile(r"[^.;:()]*(?:,|\svà|\shoặc|\shay)\s?")
_VERB = regex.compile(
    r"(?<!\p{L})(?:có|được|đạt|là|trong đó|đồng thời|gồm|thành lập|xây dựng|tổ chức|hình thành"
    r"|phấn đấu|chiếm|riêng)(?!\p{L})"
)
_TOWARDS = regex.compile(r"(?<!\p{L})(?:xuống|lên|còn|tăng|đến)(?!\p{L})")
_JOINED = regex.compile(r"(?:\s\p{L}+){0,3}?\s?(?:,|\svà)\s?")
_ON = regex.compile(r"\strên\s")
_FULL = 100


def carry_over(folded: str, mentions: list[QuantityMention]) -> list[QuantityMention]:
    """The mentions with what their neighbours say about them."""
    settled: list[QuantityMention] = []
    for number, mention in enumerate(mentions):
        following = mentions[number + 1] if number + 1 < len(mentions) else None
        current = mention
        if _departs(folded, mention, following):
            current = replace(
                mention,
                baseline=True,
                quantity=mention.quantity.model_copy(update={"comparator": Comparator.EQ}),
            )
        elif settled:
            current = _inherit(folded, settled[-1], mention)
        settled.append(current)
    _share_denominators(folded, settled)
    return settled


def _share_denominators(folded: str, settled: list[QuantityMention]) -> None:
    """ "35 bác sĩ, 3,5 dược sĩ đại học và 31,5 giường trên 1 vạn dân": all are counted by it."""
    running = False
    for number in range(len(settled) - 1, 0, -1):
        before, mention = settled[number - 1], settled[number]
        stated = _ON.search(folded, mention.figure, mention.figure_end) is not None
        running = (running or stated) and mention.quantity.per is not None
        joined = _JOINED.fullmatch(folded, before.end, mention.start) is not None
        running = running and joined and before.kind is mention.kind
        if running and before.quantity.per is None:
            update = {"per": mention.quantity.per}
            settled[number - 1] = replace(
                before, quantity=before.quantity.model_copy(update=update)
            )


def _departs(folded: str, mention: QuantityMention, following: QuantityMention | None) -> bool:
    """Whether the figure is a baseline: "từ 15 ngày xuống còn 10 ngày", "so với 30% năm 2020"."""
    before = words_before(folded, mention.figure, 3)
    if before[-2:] == ["so", "với"] or before[-3:] == ["so", "với", "mức"]:
        return True
    if following is None or mention.lead[-1:] != ("từ",) or mention.quantity.upper is not None:
        return False
    gap = folded[mention.end : following.figure]
    if len(gap) > _LONGEST or any(stop in gap for stop in ".;:"):
        return False
    return _TOWARDS.search(gap) is not None


def _inherit(folded: str, before: QuantityMention, mention: QuantityMention) -> QuantityMention:
    if before.baseline or before.kind is not mention.kind or mention.lead:
        return mention
    if before.end != before.figure_end:
        return mention  # "4 sao trở lên, 15 xã": said behind the figure, it stays there
    if mention.kind not in (QuantityKind.PERCENT, QuantityKind.COUNT, QuantityKind.MONEY):
        return mention
    gap = folded[before.end : mention.start]
    if len(gap) > _LONGEST or _GAP.fullmatch(gap) is None or _VERB.search(gap):
        return mention
    update: dict[str, object] = {}
    if mention.quantity.change is Change.REACH:
        update["change"] = before.quantity.change
    full = mention.kind is QuantityKind.PERCENT and mention.quantity.value == _FULL
    if mention.quantity.comparator is Comparator.EQ and not full:
        update["comparator"] = before.quantity.comparator
    if mention.quantity.per is None and before.quantity.per is not None and "mỗi" in folded:
        update["per"] = before.quantity.per
    return replace(mention, quantity=mention.quantity.model_copy(update=update))
