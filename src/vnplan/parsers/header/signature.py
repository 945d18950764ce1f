"""The block of the signature (quyền hạn, chức vụ, họ tên của người ký).

    TM. ỦY BAN NHÂN DÂN        authority: on whose behalf
    KT. CHỦ TỊCH               capacity: for whom
    PHÓ CHỦ TỊCH               title: the post of the one who signs
    Lê Quang Tiến              name

Nghị định 30/2020/NĐ-CP Điều 13 and Phụ lục I, II.7. The lines may be wrapped inside a name ("TM. ỦY
BAN NHÂN" ⏎ "DÂN") or flattened into one; so they are read as one text, cut at formulas and posts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

import regex

from vnplan.lexicon import signing
from vnplan.parsers.header.person_name import is_loud_name, is_person_name, person_name
from vnplan.parsers.header.post import formula_text, is_loud_word, opens_signature, post_title
from vnplan.records import Signer, Span
from vnplan.text.fold import fold, fold_characters
from vnplan.text.lines import LogicalLine


@dataclass(frozen=True, slots=True)
class SignedPiece:
    """A part of a line that belongs to the block: `line.text[start:end]`."""

    line: LogicalLine
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.line.text[self.start : self.end]


class _Kind(Enum):
    AUTHORITY = auto()
    CAPACITY = auto()
    POST = auto()
    NAME = auto()
    WORDS = auto()  # capitals that are none of these: the tail of a wrapped line, a body


@dataclass(slots=True)
class _Token:
    kind: _Kind
    text: str
    start: int
    end: int


@dataclass(slots=True)
class _Block:
    """What is read of one signer, or of several side by side."""

    authority: list[_Token] = field(default_factory=list)
    capacity: list[_Token] = field(default_factory=list)
    posts: list[_Token] = field(default_factory=list)
    names: list[_Token] = field(default_factory=list)
    last: _Token | None = None


# --------------------------------------------------------------------------------------- signers


def read_signers(pieces: Sequence[SignedPiece]) -> tuple[Signer, ...]:
    """The signers of a block, in reading order."""
    signers: list[Signer] = []
    for group in _columns(pieces):
        reading = _Reading(group)
        for block in _blocks(reading.tokens()):
            signers.extend(reading.signers(block))
    return tuple(signers)


def _columns(pieces: Sequence[SignedPiece]) -> Iterable[list[SignedPiece]]:
    """Pieces apart where a new cell opens a block and the one before has its name.

    Without a name they stay together: post and name may stand in cells below each other.
    """
    group: list[SignedPiece] = []
    for piece in pieces:
        moved = bool(group) and piece.line.cell not in (None, group[-1].line.cell)
        named = moved and any(is_person_name(one.text) for one in group)
        if named and opens_signature(piece.text):
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


class _Reading:
    """One run of pieces as one text, with the way back to the document."""

    def __init__(self, pieces: Sequence[SignedPiece]) -> None:
        self._pieces = pieces
        self._starts: list[int] = []
        parts: list[str] = []
        length = 0
        for piece in pieces:
            self._starts.append(length)
            parts.append(piece.text)
            length += len(piece.text) + 1
        self.text = "\n".join(parts)
        self.folded = fold_characters(self.text)

    def span(self, start: int, end: int) -> Span:
        first, last = self._place(start), self._place(max(start, end - 1))
        begin = self._offset(first, start)
        stop = self._offset(last, end - 1) + 1
        return Span(start=begin, end=max(begin, stop))

    def _place(self, offset: int) -> int:
        return max(k for k, start in enumerate(self._starts) if start <= offset or k == 0)

    def _offset(self, place: int, offset: int) -> int:
        piece = self._pieces[place]
        inside = piece.start + offset - self._starts[place]
        return piece.line.map.source(min(inside, len(piece.line.text) - 1))

    def tokens(self) -> list[_Token]:
        """Formulas, posts, names and other words, in order."""
        found: list[_Token] = []
        for start, end, loud in _runs(self.text, self._marks()):
            found.extend(self._loud(start, end) if loud else self._names(start, end))
        return found

    def _marks(self) -> list[tuple[int, int]]:
        return [match.span() for match in signing.mark().finditer(self.folded)]

    def _loud(self, start: int, end: int) -> list[_Token]:
        """Words in capitals, cut before each formula and each post that begins a new element."""
        cuts: list[tuple[int, _Kind]] = []
        formula_end = -1
        for match in signing.formula().finditer(self.folded, start, end):
            kind = _Kind.AUTHORITY if match["authority"] is not None else _Kind.CAPACITY
            cuts.append((match.start(), kind))
        formulas = dict(cuts)
        ends = {
            match.end(): formulas[match.start()]
            for match in signing.formula().finditer(self.folded, start, end)
        }
        for post in signing.post().finditer(self.folded, start, end):
            before = self.folded[start : post.start()].rstrip()
            if ends.get(post.start()) is _Kind.CAPACITY or post.start() == formula_end:
                continue
            if before.endswith((",", "-", " kiêm")):
                continue
            if before.endswith(" ban") and post[0] == "bí thư":  # "TM. BAN BÍ THƯ"
                continue
            if any(position <= post.start() < position + 4 for position, _ in cuts):
                continue
            cuts.append((post.start(), _Kind.POST))
        cuts.sort(key=lambda cut: cut[0])
        if not cuts or cuts[0][0] > start:
            cuts.insert(0, (start, _Kind.WORDS))
        tokens = []
        for (position, kind), (following, _) in zip(
            cuts, [*cuts[1:], (end, _Kind.WORDS)], strict=True
        ):
            text = " ".join(self.text[position:following].split())
            if text.strip(" .,:;-–_"):
                tokens.append(_Token(self._refined(kind, text), text, position, following))
        return tokens

    @staticmethod
    def _refined(kind: _Kind, text: str) -> _Kind:
        return _Kind.NAME if kind is _Kind.WORDS and is_loud_name(text) else kind

    def _names(self, start: int, end: int) -> list[_Token]:
        """Words in small letters: names, one a line unless a wrap cut one."""
        text = self.text[start:end]
        lines = [line for line in text.split("\n") if line.strip()]
        if len(lines) > 1 and not all(is_person_name(line) for line in lines):
            joined = " ".join(" ".join(lines).split())
            if is_person_name(joined):
                return [_Token(_Kind.NAME, joined, start, end)]
        tokens = []
        position = start
        for line in text.split("\n"):
            bare = line.strip(" .,;:")
            if is_person_name(bare):
                lead = position + line.index(bare[0])
                tokens.append(_Token(_Kind.NAME, bare, lead, lead + len(bare)))
            elif signing.post().match(fold(bare)) is not None and len(bare) < 60:
                tokens.append(_Token(_Kind.POST, bare, position, position + len(line)))
            position += len(line) + 1
        return tokens

    def signers(self, block: _Block) -> list[Signer]:
        """The signers of one block; posts and names side by side are paired in order."""
        if not (block.posts or block.capacity or block.authority or block.names):
            return []
        paired = len(block.names) > 1 and len(block.names) == len(block.posts)
        made = []
        for place in range(len(block.names) if paired else 1):
            post = block.posts[place] if place < len(block.posts) else None
            name = block.names[place] if place < len(block.names) else None
            every = [*block.authority, *block.capacity, *block.posts, *block.names]
            capacity = " ".join(formula_text(token.text) for token in block.capacity)
            authority = " ".join(formula_text(token.text) for token in block.authority)
            made.append(
                Signer(
                    authority=authority or None,
                    capacity=capacity or None,
                    title=_title(post, block.capacity),
                    name=person_name(name.text) if name is not None else None,
                    span=self.span(
                        min(token.start for token in every),
                        max(token.start + len(token.text) for token in every),
                    ),
                )
            )
        return made


def _title(post: _Token | None, capacity: Sequence[_Token]) -> str | None:
    if post is not None:
        return post_title(post.text)
    acting = capacity[-1].text if capacity else ""
    if fold(acting).startswith(("q.", "quyền")):  # "Q. CỤC TRƯỞNG" signs in that post
        return post_title(acting)
    return None


def _blocks(tokens: Sequence[_Token]) -> list[_Block]:
    """Tokens gathered: after a name a formula or post begins the next signer."""
    blocks: list[_Block] = []
    block = _Block()
    for place, token in enumerate(tokens):
        if token.kind is _Kind.WORDS:
            _append(block, token)
            continue
        if block.names and token.kind is not _Kind.NAME:
            if token.kind is _Kind.POST and not _named_later(tokens, place):
                # the post of the State below the name: "TRƯỞNG ĐOÀN" ⏎ name ⏎ "PHÓ GIÁM ĐỐC"
                block.last = None
                continue
            blocks.append(block)
            block = _Block()
        target = {
            _Kind.AUTHORITY: block.authority,
            _Kind.CAPACITY: block.capacity,
            _Kind.POST: block.posts,
            _Kind.NAME: block.names,
        }[token.kind]
        target.append(token)
        block.last = token
    return [*blocks, block]


def _named_later(tokens: Sequence[_Token], place: int) -> bool:
    return any(token.kind is _Kind.NAME for token in tokens[place:])


def _append(block: _Block, token: _Token) -> None:
    """A wrapped line goes on: "TM. ỦY BAN NHÂN" ⏎ "DÂN"."""
    last = block.last
    if last is not None and last.kind is not _Kind.NAME:
        last.text = f"{last.text} {token.text}"
    elif last is None and not block.names:  # a body above its post, without "TM."
        token.kind = _Kind.AUTHORITY
        block.authority.append(token)
        block.last = token


def _runs(text: str, marks: Sequence[tuple[int, int]]) -> Iterable[tuple[int, int, bool]]:
    """Runs of words in capitals (True) and in small letters (False); marks are left out."""
    words = [
        match
        for match in regex.finditer(r"\S+", text)
        if any(char.isalpha() for char in match[0])
        and not any(a < match.end() and match.start() < b for a, b in marks)
    ]
    loud = [_in_capitals(words, place) for place in range(len(words))]
    place = 0
    while place < len(words):
        end = place + 1
        while end < len(words) and loud[end] == loud[place]:
            if loud[end] and _loud_name_at(text, words[end].start()):
                break
            end += 1
        yield words[place].start(), words[end - 1].end(), loud[place]
        place = end


def _apart(word: regex.Match[str], following: regex.Match[str]) -> bool:
    """Whether a line feed stands between two words."""
    return "\n" in word.string[word.end() : following.start()]


def _loud_name_at(text: str, start: int) -> bool:
    """Whether the whole line that begins at `start` is a name in capitals."""
    if text[:start].rstrip(" ")[-1:] != "\n":
        return False
    end = text.find("\n", start)
    return is_loud_name(text[start : end if end >= 0 else len(text)])


def _in_capitals(words: Sequence[regex.Match[str]], place: int) -> bool:
    """A single capital goes with the word behind it: "Y Thanh", "A Lăng"."""
    word = words[place][0]
    letters = [char for char in word if char.isalpha()]
    if signing.is_rank(word):
        return False
    if len(letters) == 1 and letters[0].isupper() and "." not in word:
        behind = place + 1 < len(words) and not _apart(words[place], words[place + 1])
        if behind:
            return is_loud_word(words[place + 1][0])
        return place == 0 or is_loud_word(words[place - 1][0])
    return all(char.isupper() for char in letters)
