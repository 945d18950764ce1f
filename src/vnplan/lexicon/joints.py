"""How the parts of one name are joined in writing: dash, comma, "và", "&" or nothing.

"Sở Lao động - Thương binh và Xã hội" is also printed with a comma, with no dash at all, with "&";
"Sở KH&CN" also as KHCN and KH-CN. The data holds one form, this module gives the others.
"""

from __future__ import annotations

import regex

_JOINTS: dict[str, tuple[str, ...]] = {
    " - ": (" - ", "-", " ", ", ", "- ", " -"),
    "-": ("-", "", " - ", " -", "- "),
    " & ": (" & ", "&", " và "),
    "&": ("&", "", " & ", "-", " và "),
    " và ": (" và ", " ", " & ", " - "),
    ", ": (", ", " ", ",", " - "),
    ",": (",", ", ", "-", ""),
}
_JOINT = regex.compile("|".join(sorted(map(regex.escape, _JOINTS), key=len, reverse=True)))
_MOST = 3  # a longer list of parts is printed as it is: 4^5 ways help nobody


def joint_variants(folded: str) -> tuple[str, ...]:
    """All ways to join the parts of a folded name, the given one first, each once."""
    if not (" và " in folded or "-" in folded or "&" in folded or "," in folded):
        return (folded,)
    joints = _JOINT.findall(folded)
    if not joints or len(joints) > _MOST:
        return (folded,)
    first, *parts = _JOINT.split(folded)
    ways = [first]
    for joint, part in zip(joints, parts, strict=True):
        ways = [way + other + part for way in ways for other in _JOINTS[joint]]
    return tuple(dict.fromkeys(ways))
