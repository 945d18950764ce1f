r"""Formulas in a Markdown text: "$9 5 \%$" is 95%, "$1 \mathrm { k m }$" is 1 km.

Converters that read a page by its picture take figures with a unit for formulas and write them in
TeX, every character set apart. What is more than figures, units and signs stays as it is written.
"""

from __future__ import annotations

import regex

FORMULA = r"\$(?=[\w\\(<>~+-])[^$\n]{1,160}(?<!\s)\$(?!\d)"
"""A stretch that may be a formula; "từ $5 đến $10" and "5$, 10$" name money."""

_TOKEN = regex.compile(
    r"""
      \\(?P<accent>acute|grave|hat|tilde|breve|check|dot)\s*+\{\s*+
        (?:\\(?:mathrm|text|mathbf|mathit)\s*+\{\s*+)?+(?P<letter>\p{L})\s*+\}{1,2}+(?:\s*+\})?+
    | \\(?:mathrm|mathbf|mathit|mathsf|textbf|text|operatorname)\s*+\{(?P<words>[^{}\\]{0,80})\}
    | \\(?P<sign>[A-Za-z]{1,12}|[%&$\#,;:!\ ])
    | (?P<place>[\^_])\s*+(?:\{\s*+(?P<raised>[^{}]{1,12}?)\s*+\}|(?P<one>\w))
    | (?P<figure>\d(?:[\ .,]*+\d)*+)
    | (?P<plain>(?<!\p{L})\p{L}(?!\p{L})|[\d.,:;/+=<>()|\[\]'%~–-])
    | (?P<blank>[\s{}]++)
    """,
    regex.VERBOSE,
)
_ACCENTS = {
    "acute": "\u0301",
    "grave": "\u0300",
    "hat": "\u0302",
    "tilde": "\u0303",
    "breve": "\u0306",
    "check": "\u030c",
    "dot": "\u0307",
}
_SIGNS = {
    **{sign: sign for sign in "%&$#"},
    **dict.fromkeys((",", ";", ":", "!", " ", "quad", "qquad"), " "),
    "times": "×",
    "cdot": "·",
    "div": ":",
    "pm": "±",
    "sim": "~",
    "approx": "≈",
    "le": "≤",
    "leq": "≤",
    "leqslant": "≤",
    "ge": "≥",
    "geq": "≥",
    "geqslant": "≥",
    "lt": "<",
    "gt": ">",
    "neq": "≠",
    "ne": "≠",
    "circ": "°",
    "mathcircC": "°C",
    "rightarrow": "→",
    "to": "→",
    "Rightarrow": "⇒",
    "ldots": "…",
    "dots": "…",
}
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_TIGHT = regex.compile(r"(?<!\s)\s++(?=[%°²³⁰-₎,.;:)])|(?<=\()\s++")


def read_formula(formula: str) -> str | None:
    """`formula`, with its dollar signs, in plain characters; None when it holds more than that."""
    inner = formula[1:-1].strip()
    if "\\" not in inner and ", " in inner:
        return None  # "từ $10, 20$ hoặc $30"
    pieces: list[str] = []
    at, after_mark = 0, False
    while at < len(inner):
        token = _TOKEN.match(inner, at)
        piece = _written(token) if token is not None else None
        if token is None or piece is None:
            return None
        marked = token["accent"] is not None
        if (marked or after_mark) and pieces[-1:] == [" "]:
            pieces.pop()  # "\\mathrm { k } \\acute { e }" is one word
        after_mark = marked or (after_mark and piece == " ")
        pieces.append(piece)
        at = token.end()
    return " ".join(_TIGHT.sub("", "".join(pieces)).split()) or None


def _written(token: regex.Match[str]) -> str | None:
    if token["accent"] is not None:
        return token["letter"] + _ACCENTS[token["accent"]]
    if token["words"] is not None:
        return _letters(token["words"])
    if token["sign"] is not None:
        return _SIGNS.get(token["sign"])
    if token["place"] is not None:
        digits = (token["raised"] or token["one"]).replace("\\circ", "°")
        table = _RAISED if token["place"] == "^" else _LOWERED
        raised = digits.translate(table)
        return raised if raised != digits or digits == "°" else None
    if token["figure"] is not None:
        return "".join(token["figure"].split())
    return " " if token["blank"] is not None else token["plain"]


def _letters(words: str) -> str:
    """ "k m" is "km", every letter set apart; "tỷ đồng" is two words."""
    parts = words.split()
    apart = all(len(part) == 1 for part in parts)
    return ("" if apart else " ").join(parts)
