"""RTF source made fit for striprtf: only what is text, in words that cost no more than they say.

striprtf keeps the labels of lists and knows the code pages, but it reads pictures as text when they
are binary, searches with patterns that a hostile file can keep busy for hours, and forgets fonts
and tables. So it is given a source without pictures, objects, fields' instructions and hidden text,
in which private characters mark where rows, cells and legacy fonts begin and end.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

import regex

from vnplan.readers.cell_places import MAX_COLUMNS
from vnplan.readers.rtf_rows import CellForm, Form
from vnplan.text.legacy_fonts import font_encoding

ROW_START: Final = "\ue000"
CELL_END: Final = "\ue001"
ROW_END: Final = "\ue002"
LINE_BREAK: Final = "\ue003"
BOLD: Final = "\ue004"
NOT_BOLD: Final = "\ue005"
LAYOUT_MARKS: Final = ROW_START + CELL_END + ROW_END + LINE_BREAK + BOLD + NOT_BOLD
UNICODE_FONT: Final = "\ue0ff"
_FIRST_FONT = 0xE100
_MOST_FONTS = 0x0700
MARKS: Final = regex.compile(r"[\uE000-\uE7FF]")
"""The private characters that stand for rows, cells and fonts."""

MOST_GROUPS: Final = 500
"""Groups in groups beyond which a file is no document; Word nests some dozen."""
MOST_TOKENS: Final = 3_000_000
"""Words, groups and stretches of text; a plan of 300 pages has one million."""

# What striprtf writes characters for; cells, rows and line ends are marked instead.
_CHARACTERS = (
    "par|sect|page|tab|emdash|endash|emspace|enspace|qmspace|bullet|lquote|rquote|ldblquote"
    "|rdblquote"
)
# A private character in a group of its own is skipped by no \uc.
_MARKED = {
    **dict.fromkeys(("trowd", "intbl"), f"{{{ROW_START}}}"),
    "cell": f"{{{CELL_END}}}",
    "row": f"{{{ROW_END}}}",
    **dict.fromkeys(("line", "lbr", "nestcell", "nestrow"), f"{{{LINE_BREAK}}}"),
}
# Groups that hold no text of the page; every group that begins with \* is one too.
_NO_TEXT = (
    "pict|object|info|stylesheet|colortbl|filetbl|fldinst|datafield|header|headerl|headerr|headerf"
    "|footer|footerl|footerr|footerf|sp|shprslt|xe|tc|template|generator|rsidtbl|listtable"
    "|listoverridetable|revtbl|themedata|colorschememapping|latentstyles|datastore|annotation"
    "|bkmkstart|bkmkend|do|nonshppict|nonesttables|ftnsep|ftnsepc|aftnsep|aftnsepc|upr"
)
_STATES = "bin|v|deleted|plain|deff|f|b|ansicpg|uc|u|cellx|fonttbl|footnote|chftn|shpinst"
_FONT = regex.compile(r"\\f(\d{1,5})(?!\d)")
_CHARSET = regex.compile(r"\\fcharset(\d{1,3})(?!\d)")
_CONTROL = regex.compile(r"\\[a-zA-Z]+-?\d* ?|[\r\n]")
_INNER_GROUP = regex.compile(r"\{[^{}]*\}")
_LONGEST_TABLE = 1_000_000  # characters of the font table that are looked at
_CELL_FORM = {"clvmrg": "below", "clmrg": "beside"}
_HOLES = frozenset({0x81, 0x8D, 0x8F, 0x90, 0x9D})  # bytes that cp1252 has no character for


# Most of a file is text that striprtf may have as it is, or formatting, which means nothing here:
# of either, a whole run is one token. (\u with up to four digits is none of our own marks.)
_OPEN_NUMBER = regex.compile(r"\\u\d{1,4}\Z")
_WORDS = "|".join([_STATES, _CHARACTERS, *_MARKED, _NO_TEXT, *_CELL_FORM])
_WRITTEN = frozenset(_CHARACTERS.split("|"))
_SKIPPED = frozenset(_NO_TEXT.split("|"))
_TOKEN = regex.compile(
    rf"""
    (?P<plain>(?:[^\\{{}}\x80-\xff]{{1,4000}}+|\\'(?!81|8[dfDF]|9[0dD])[0-9a-fA-F]{{2}}
        |\\u\d{{1,4}}(?!\d)\ ?){{1,200}})
    | (?P<idle>(?:\\(?!(?:{_WORDS})(?![a-zA-Z]))[a-zA-Z]{{1,32}}(?:-?\d{{1,10}})?\ ?){{1,200}})
    | \\(?: (?P<word>[a-zA-Z]{{1,32}})(?P<number>-?\d{{1,10}})?\ ?
        | '(?P<byte>[0-9a-fA-F]{{2}})
        | (?P<sign>[^a-zA-Z]) )
    | (?P<brace>[{{}}])
    | (?P<text>[^\\{{}}]+)
    """,
    regex.VERBOSE | regex.DOTALL,
)


class NoDocument(ValueError):
    """The source is larger or deeper than that of any document; `str()` says which."""


@dataclass(slots=True)
class Prepared:
    """`source` for striprtf, and what its marks stand for.

    `fonts` are the legacy fonts by the mark that begins their text; `rows` the forms of the rows,
    one for each mark that ends a row.
    """

    source: str
    fonts: dict[str, str]
    rows: list[Form]


@dataclass(slots=True)
class _State:
    """What holds inside a group, until it ends."""

    font: str = ""
    hidden: bool = False
    bold: bool = False
    note: bool = False  # the group is a footnote


@dataclass(slots=True)
class _Fonts:
    """The fonts of the table, and the marks of those that are legacy fonts."""

    names: dict[str, str] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)

    def mark(self, number: str) -> str:
        """The mark of the font `number`; that of all Unicode fonts is the same."""
        name = self.names.get(number, "")
        if font_encoding(name) is None:
            return UNICODE_FONT
        if name not in self.marks and len(self.marks) < _MOST_FONTS:
            self.marks[name] = chr(_FIRST_FONT + len(self.marks))
        return self.marks.get(name, UNICODE_FONT)


def prepared(data: bytes) -> Prepared:
    """The source of the RTF file `data`; raises `NoDocument`."""
    maker = _Maker(data.decode("latin-1"))
    maker.run()
    marks = {mark: name for name, mark in maker.fonts.marks.items()}
    # striprtf stops where the outermost group ends: all of it is in one more.
    return Prepared("".join(["{", *maker.body, "\\par ", *maker.notes, "}"]), marks, maker.rows)


class _Maker:
    """One walk through the source, from left to right."""

    def __init__(self, rtf: str) -> None:
        self.rtf = rtf
        self.at = 0
        self.tokens = 0
        self.out: list[str] = []
        self.fonts = _Fonts()
        self.default = ""
        self.state = _State()
        self.outer: list[_State] = []
        self.mark = UNICODE_FONT
        self.bold: bool | None = False
        self.notes: list[str] = []  # what footnotes hold comes behind their paragraph or table
        self.note = 0
        self.in_row = self.behind_row = False
        self.body = self.out
        self.rows: list[Form] = []
        self.form: list[CellForm] = []  # of the row that is being described
        self.merged: dict[str, bool] = {}

    def run(self) -> None:
        while (token := self._next()) is not None:
            if token["plain"]:
                # Line ends of the source itself mean nothing.
                if not self.state.hidden and token["plain"].strip("\r\n"):
                    self._begin()
                    self.out.append(token["plain"])
                    # Of "\u7841\b0 5" the formatting goes: "\u78415" would be another letter.
                    if _OPEN_NUMBER.search(token["plain"][-6:]):
                        self.out.append(" ")
            elif token["idle"]:
                continue
            elif token["brace"] == "{":
                self._open()
            elif token["brace"]:
                self._close()
            elif token["word"]:
                self._word(token["word"], token["number"])
            elif not self.state.hidden:
                self._characters(token)

    def _next(self) -> regex.Match[str] | None:
        """The next token; None at the end, and for a backslash there."""
        token = _TOKEN.match(self.rtf, self.at)
        if token is not None:
            self.at = token.end()
            self.tokens += 1
            if self.tokens > MOST_TOKENS:
                raise NoDocument(f"is RTF with over {MOST_TOKENS:,} words and groups")
        return token

    def _open(self) -> None:
        """A group: its first word tells whether it holds text of the page."""
        first = _TOKEN.match(self.rtf, self.at)
        starred = first is not None and first["sign"] == "*"
        if first is not None and starred:
            first = _TOKEN.match(self.rtf, first.end())
        word = first["word"] if first is not None else None
        if word == "fonttbl":
            self._font_table()
        elif word in _SKIPPED or (starred and word != "shpinst"):
            self._skip()
        elif len(self.outer) >= MOST_GROUPS:
            raise NoDocument("is RTF whose groups are nested too deeply")
        else:
            if first is not None and starred:
                self.at = first.end()
            self.outer.append(self.state)
            self.state = replace(self.state, note=word == "footnote")
            if self.state.note:
                self._go_on_with(self.notes)
            self.out.append("{")

    def _close(self) -> None:
        if self.outer:
            self.out.append("}")
            if self.state.note:
                self.out.append("\\par ")
                self._go_on_with(self.body)
            self.state = self.outer.pop()

    def _go_on_with(self, out: list[str]) -> None:
        """What is written next stands behind other text than what was written last."""
        self.out = out
        self.mark, self.bold = "", None

    def _skip(self) -> str:
        """The group that was just opened, to behind its end."""
        start, depth = self.at, 1
        while depth and (token := self._next()) is not None:
            if token["brace"]:
                depth += 1 if token["brace"] == "{" else -1
            elif token["word"] == "bin":
                self._skip_bytes(token["number"])
        return self.rtf[start : max(start, self.at - 1)]

    def _skip_bytes(self, count: str | None) -> None:
        self.at += max(0, int(count or 0))

    def _font_table(self) -> None:
        """{\\fonttbl{\\f0\\froman\\fcharset163{\\*\\panose 0202…}Times New Roman;} …}"""
        table = self._skip()[:_LONGEST_TABLE]
        for _ in range(4):
            table = _INNER_GROUP.sub(_without_stars, table)
        rows: list[str] = []
        for font in table.split(";"):
            number, charset = _FONT.search(font), _CHARSET.search(font)
            if number is not None:
                self.fonts.names[number[1]] = _CONTROL.sub("", font).strip()
                rows.append(f"{{\\f{number[1]}\\fcharset{charset[1] if charset else 0} x;}}")
        self.out.append("{\\fonttbl" + "".join(rows) + "}")
        self.state.font = self.default

    def _word(self, word: str, number: str | None) -> None:
        if word == "bin":
            self._skip_bytes(number)
        elif word in ("v", "deleted"):
            self.state.hidden = number != "0"
        elif word == "b":
            self.state.bold = number != "0"
        elif word in _CELL_FORM or word == "cellx":
            self._cell_form(word, int(number or 0))
        elif word == "plain":
            self.state.hidden = self.state.bold = False
            self.state.font = self.default
            self.out.append(f"\\f{self.default or 0} ")
        elif word == "deff":
            self.default = self.state.font = str(int(number or 0))
            self.out.append(f"\\deff{self.default} ")
        elif word == "f":
            self.state.font = str(int(number or 0))
            self.out.append(f"\\f{self.state.font} ")
        elif word in ("ansicpg", "uc"):
            self.out.append(f"\\{word}{_small(number, 1252 if word == 'ansicpg' else 1)} ")
        elif word == "chftn":
            self.note += self.out is self.body
            self.out.append(f"[{self.note}]")
        elif not self.state.hidden:
            self._character(word, number)

    def _cell_form(self, word: str, number: int) -> None:
        if word == "cellx":
            self.form.append(CellForm(number, **self.merged))
            self.merged = {}
        else:
            self.merged = {**self.merged, _CELL_FORM[word]: True}

    def _character(self, word: str, number: str | None) -> None:
        if word in ("trowd", "intbl"):
            self.in_row, self.behind_row = True, False
            if word == "trowd":
                self.form, self.merged = [], {}
        elif word == "row":
            self.in_row, self.behind_row = False, True
            self.rows.append(tuple(self.form[:MAX_COLUMNS]))
        if word in _MARKED:
            self.out.append(_MARKED[word])
        elif word in _WRITTEN:
            self.out.append(f"\\{word} ")
            if word == "par" and not self.in_row:
                self._write_notes()
        elif word == "u" and number is not None:
            code = int(number) & 0xFFFF if -0x8000 <= int(number) <= 0xFFFF else 0xFFFD
            private = 0xE000 <= code <= 0xE7FF
            self._begin()
            self.out.append(f"\\u{0xFFFD if private else code} ")

    def _characters(self, token: regex.Match[str]) -> None:
        self._begin()
        if token["byte"]:
            self.out.append(_byte(int(token["byte"], 16)))
        elif token["sign"]:
            # "\" before a line end is a paragraph.
            self.out.append("\\par " if token["sign"] in "\r\n" else f"\\{token['sign']}")
        else:
            self.out.append(_BYTES.sub(lambda found: _byte(ord(found.group())), token["text"]))

    def _write_notes(self) -> None:
        """The footnotes that wait, here."""
        if self.notes and self.out is self.body:
            self.out += self.notes
            self.notes = []
            self._go_on_with(self.body)

    def _begin(self) -> None:
        """Marks the font and the weight of the text that follows, where they change."""
        if self.behind_row:
            self.behind_row = False
            self._write_notes()
        mark = self.fonts.mark(self.state.font or self.default)
        if mark != self.mark:
            self.mark = mark
            self.out.append("{" + mark + "}")
        if self.state.bold != self.bold:
            self.bold = self.state.bold
            self.out.append("{" + (BOLD if self.bold else NOT_BOLD) + "}")


_BYTES = regex.compile(r"[\x80-\xff]")


def _byte(code: int) -> str:
    return f"{{\\uc1\\u{code} ?}}" if code in _HOLES else f"\\'{code:02x}"


def _small(number: str | None, otherwise: int) -> int:
    """A number that striprtf can take for a code page or a count."""
    return int(number) if number is not None and 0 <= int(number) <= 65535 else otherwise


def _without_stars(group: regex.Match[str]) -> str:
    """{\\*\\panose …} goes; of other groups the braces do."""
    text = group.group()[1:-1]
    return "" if text.startswith("\\*") else text + ";"
