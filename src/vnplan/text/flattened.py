"""Sources that lost their line feeds: a whole decision in one line, or feeds spelled "\\r\\n".

Previews of documents and some converters of PDF print a text without any break. Where its parts
begin can still be seen: at "Căn cứ …" behind a semicolon, at "QUYẾT ĐỊNH:", "Điều 2.", "Nơi nhận:",
and at labels behind the end of a sentence.
"""

from __future__ import annotations

import regex

_LONG = 400
"""Characters of a line that may hold a whole document."""
_MOST_OF_ALL = 0.7
_FEWEST = 4
_ESCAPED = regex.compile(r"(?:\\r)?\\n")
_FEWEST_ESCAPED = 3

_DECIDES = (
    r"(?:CHỦ\sTỊCH\s)?(?:[ỦU][YỶ]\sBAN\sNHÂN\sDÂN|HỘI\sĐỒNG\sNHÂN\sDÂN|BỘ\sTRƯỞNG\sBỘ|CHÍNH\sPHỦ"
    r"|THỦ\sTƯỚNG\sCHÍNH\sPHỦ|GIÁM\sĐỐC\sSỞ)(?:,?\s(?:\p{Lu}{1,12}|-)){0,10}"
)
_PART = regex.compile(
    rf"""
    (?<=[\p{{L}}\d.;:,)”])\s{{1,3}}(?:
        (?= QUYẾT\s(?:ĐỊNH|NGHỊ)\s?: | Điều\s1?\d\s?[.:]\s\p{{Lu}} | N[ơƠ][iI]\s(?:nhận|NHẬN)\s?: )
      | (?<=[\p{{Lu}}\d]\s{{1,3}})(?= {_DECIDES}\sCăn\scứ\s )
      | (?<=[\p{{Lu}}\d;,.]\s{{1,3}})(?= Căn\scứ\s\p{{Lu}} )
      | (?<=[;,.]\s{{1,3}})(?= (?:Xét|Theo)\sđề\snghị\s )
      | (?<=[;.]\s{{1,3}})(?= (?:TM|KT|TL|TUQ)\.\s?\p{{Lu}}{{2}} )
      | (?<=[.;:)”]\s{{1,3}})(?= [IVX]{{1,5}}[./-]\s?\p{{Lu}} | [A-H][./]\s\p{{Lu}}
            | \d{{1,2}}(?:\.\d{{1,2}}){{0,2}}[./)]\s\p{{Lu}} | [a-zđ]\)\s\p{{Lu}}
            | [-+*]\s\p{{Lu}} )
      | (?<=\p{{Lu}}{{2}}:?\s{{1,3}})(?= 1\.\s\p{{Lu}}\p{{Ll}} )
    )
    """,
    regex.VERBOSE,
)
_BEHIND_DECIDING = regex.compile(r"(?<=^QUYẾT (?:ĐỊNH|NGHỊ)\s?:)\s+")


def with_line_feeds(text: str) -> str:
    """The text with feeds that are spelled out ("\\r\\n") in their place, every offset kept."""
    if "\\n" not in text:
        return text
    found = _ESCAPED.findall(text)
    if len(found) < _FEWEST_ESCAPED or len(found) < text.count("\n"):
        return text
    return _ESCAPED.sub(lambda escaped: " " * (len(escaped[0]) - 1) + "\n", text)


def parts_of(line: str, whole: int) -> list[int]:
    """Where the parts of a line begin that holds most of a text of `whole` characters."""
    if len(line) < _LONG or len(line) < _MOST_OF_ALL * whole:
        return [0]
    cuts = [match.end() for match in _PART.finditer(line)]
    if len(cuts) < _FEWEST:
        return [0]
    places = [0]
    for start, end in zip([0, *cuts], [*cuts, len(line)], strict=True):
        places.append(start)
        behind = _BEHIND_DECIDING.search(line[start : min(end, start + 20)])
        if behind is not None and start + behind.end() < end:
            places.append(start + behind.end())
    return sorted(set(places))
