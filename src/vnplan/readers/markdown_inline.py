"""Inline Markdown: marks dropped, escapes undone, links reduced to their text."""

from __future__ import annotations

import html
from dataclasses import dataclass, field

import regex

from vnplan.readers.emphasis import Run, paired, run_at
from vnplan.readers.markdown_math import FORMULA, read_formula
from vnplan.readers.rewriting import Rewriting
from vnplan.text.document import StyleKind

_TAGS = (
    "a|abbr|b|big|blockquote|br|center|cite|code|del|dd|div|dl|dt|em|figure|font|h[1-6]|hr|i|img"
    "|ins|kbd|label|li|mark|o:p|ol|p|pre|s|section|small|span|strike|strong|sub|sup|table|tbody|td"
    "|tfoot|th|thead|tr|tt|u|ul|var|v:[a-z]+|w:[a-z]+"
)
_URL = r"<?[^()\s<>]{0,2000}+(?:\([^()\s<>]{0,300}+\)[^()\s<>]{0,500}+)?>?"
_TARGET = rf"\(\s{{0,3}}{_URL}(?:\s{{1,3}}[\"'][^\"'\n]{{0,400}}[\"'])?\s{{0,3}}\)"

_TOKEN = regex.compile(
    rf"""
    (?P<math>{FORMULA})
    |(?P<escape>\\[!-/:-@\[-`{{-~])                               # "1\." "\- Sở" "\*"
    |(?P<code>(?P<ticks>`{{1,2}})(?!`)[^`\n]{{1,400}}(?P=ticks)(?!`))
    |(?P<entity>&(?:\#[0-9]{{1,7}}|\#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,31}});)
    |<(?P<address>(?:https?://|mailto:)[^\s<>]{{1,2000}})>
    |(?P<tag></?(?P<name>{_TAGS})(?![\w-])[^<>]{{0,1000}}>)
    |(?P<comment><!--(?:[^-]|-(?!->)){{0,400}}+-->)
    |(?P<thumb>!?\[\s{{0,3}}!\[(?P<alt>[^\[\]]{{0,600}})\]{_TARGET}\s{{0,3}}\]
        {_TARGET})
    |(?P<link>!?\[(?P<label>[^\[\]]{{0,600}})\]{_TARGET})
    |\[(?P<span>[^\[\]]{{0,600}})\](?P<given>\{{[.\#][^{{}}\n]{{0,200}}\}})  # pandoc
    |(?P<note>\[\^(?=[\w-]{{1,20}}\]))                           # "[^1]"
    |(?P<stars>\*{{1,3}})\s?(?P<noted>\[\d{{1,3}}\])(?P=stars)         # "ngân sách* [2]*."
    |(?P<run>\*+|_+)
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# "(https://…)", "(/van-ban/…)", "()"; not "(khoản)" in "điểm [a](khoản)"
_ADDRESS = regex.compile(r"\(\s{0,3}<?(?:\)|[#/?.]|[\w+-]{1,20}:|[^\s]{1,200}[/.#])")
_SPECIAL = regex.compile(r"[\\`&<\[*_$]")
_BREAKS = frozenset(
    {"br", "p", "div", "li", "tr", "td", "th", "dt", "dd", "hr", "h1", "h2", "h3", "h4", "h5", "h6"}
)
_STYLES = {
    "b": StyleKind.BOLD,
    "strong": StyleKind.BOLD,
    "i": StyleKind.ITALIC,
    "em": StyleKind.ITALIC,
}


@dataclass(slots=True)
class _Scope:
    """One paragraph or cell: the only place in which two marks can belong together."""

    start: int
    end: int
    runs: list[Run] = field(default_factory=list)
    tags: list[tuple[str, int]] = field(default_factory=list)


def rewrite_inline(into: Rewriting, start: int, end: int) -> None:
    """Notes in `into` what the marks of `text[start:end]`, one paragraph or cell, ask for."""
    if _SPECIAL.search(into.text, start, end) is None:
        return
    scope = _Scope(start, end)
    _scan(into, scope, start, end)
    for pair in paired(into.text, scope.runs):
        _drop_mark(into, pair.open, pair.open + pair.width)
        _drop_mark(into, pair.close, pair.close + pair.width)
        into.style(pair.kind, pair.open + pair.width, pair.close)


def _drop_mark(into: Rewriting, start: int, end: int) -> None:
    """Drops a mark; one alone on its line goes with the line, which must not become a blank one."""
    text = into.text
    alone = (start == 0 or text[start - 1] == "\n") and text[end : end + 1] == "\n"
    into.drop(start, end + 1 if alone else end)


def _scan(into: Rewriting, scope: _Scope, start: int, end: int) -> None:
    at = start
    while (match := _TOKEN.search(into.text, at, end)) is not None:
        at = match.end()
        if match["run"] is not None:
            run = run_at(into.text, match.start(), match.end(), (scope.start, scope.end))
            if run is not None:
                scope.runs.append(run)
        elif match["link"] is not None:
            at = _link(into, scope, match)
        elif match["span"] is not None:
            into.drop(match.start(), match.start("span"))
            into.drop(match.end("span"), match.end())
            _scan(into, scope, *match.span("span"))
        elif match["tag"] is not None:
            _tag(into, scope, match)
        elif match["math"] is not None:
            at = _formula(into, match)
        else:
            _simple(into, match)


def _simple(into: Rewriting, match: regex.Match[str]) -> None:
    start, end = match.span()
    if match["escape"] is not None:
        into.drop(start, start + 1)
    elif match["code"] is not None:
        ticks = len(match["ticks"])
        into.drop(start, start + ticks)
        into.drop(end - ticks, end)
    elif match["entity"] is not None:
        character = html.unescape(match.group())
        if character != match.group():
            into.put(start, end, character)
    elif match["address"] is not None:
        into.drop(start, start + 1)
        into.drop(end - 1, end)
    elif match["thumb"] is not None:
        into.drop(start, match.start("alt"))
        into.drop(match.end("alt"), end)
    elif match["comment"] is not None:
        into.drop(start, end)
    elif match["noted"] is not None:
        into.drop(start, start + len(match["stars"]))
        into.drop(match.end("noted"), end)
    else:
        into.drop(start + 1, end)  # the caret of a footnote


def _formula(into: Rewriting, match: regex.Match[str]) -> int:
    """Writes a formula in plain characters; what is none keeps its sign. Returns where to go on."""
    plain = read_formula(match.group())
    if plain is None:
        return match.start() + 1
    into.put(match.start(), match.end(), plain)
    return match.end()


def _link(into: Rewriting, scope: _Scope, match: regex.Match[str]) -> int:
    """Keeps the text of a link; "[1](xem trên)" is none. Returns where to go on."""
    if _ADDRESS.match(match.group(), match.end("label") + 1 - match.start()) is None:
        return match.start() + 1
    into.drop(match.start(), match.start("label"))
    into.drop(match.end("label"), match.end())
    _scan(into, scope, match.start("label"), match.end("label"))
    return match.end()


def _tag(into: Rewriting, scope: _Scope, match: regex.Match[str]) -> None:
    """Drops a tag; one that ends a line becomes a line feed unless the line ends there anyway."""
    start, end = match.span()
    name = match["name"].lower()
    closing = match.group().startswith("</")
    if name in _BREAKS and (closing or name in {"br", "hr"}):
        at_end = end >= len(into.text) or into.text[end] == "\n"
        into.put(start, end, "" if at_end else "\n")
    else:
        into.drop(start, end)
    if name in _STYLES and not closing:
        scope.tags.append((name, end))
    elif name in _STYLES and scope.tags and scope.tags[-1][0] == name:
        into.style(_STYLES[name], scope.tags.pop()[1], start)
