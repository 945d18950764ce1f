"""The signature below an attached regulation: who signed the decision signs what it issues again.

"Điều 9. … thực hiện Quy chế này./." ⏎ "TM. ỦY BAN NHÂN DÂN" ⏎ "CHỦ TỊCH" ⏎ "Nguyễn Văn A": no part
of the last article.
"""

from __future__ import annotations

from collections.abc import Sequence

from vnplan.parsers.header.person_name import person_name
from vnplan.parsers.header.post import opens_signature
from vnplan.records import Signer
from vnplan.text.fold import fold
from vnplan.text.lines import LogicalLine

_REACH = 5
_LONGEST = 60


def signed_again(
    lines: Sequence[LogicalLine], after: int, signers: Sequence[Signer]
) -> tuple[int, int] | None:
    """The lines of the signature behind line `after`, by the name of one of `signers`."""
    names = {fold(signer.name) for signer in signers if signer.name is not None}
    for at in range(after + 1, len(lines)):
        text = lines[at].text
        if len(text) > _LONGEST or not names or fold(person_name(text)) not in names:
            continue
        first = at
        while first - 1 > after and at - first < _REACH and _is_post(lines[first - 1].text):
            first -= 1
        if first < at and opens_signature(lines[first].text):
            return first, at + 1
    return None


def _is_post(text: str) -> bool:
    return opens_signature(text) or (text.isupper() and len(text) <= _LONGEST)
