"""Heads of organs (người đứng đầu): "Giám đốc Sở Y tế" speaks for Sở Y tế (`posts.toml`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

import regex

from vnplan.lexicon.rows import read_toml
from vnplan.text.fold import fold


@dataclass(frozen=True, slots=True)
class Post:
    """A title and the beginnings of the names it heads.

    `shared` are the words that title and name have in common and that are printed once: "Chánh Văn
    phòng UBND tỉnh" heads "Văn phòng UBND tỉnh".
    """

    title: str
    of: tuple[str, ...]
    shared: str | None


class Alone(NamedTuple):
    """Posts that are charged by themselves ("Thư ký") and what they may belong to ("đoàn")."""

    names: tuple[str, ...]
    of: tuple[str, ...]


class Addresses(NamedTuple):
    """Forms of address before a person's name; a given name alone may follow a familiar one."""

    formal: tuple[str, ...]
    familiar: tuple[str, ...]


@cache
def _data() -> Mapping[str, Any]:
    return read_toml("posts.toml")


@cache
def all_posts() -> tuple[Post, ...]:
    """Every post in the order of the data file."""
    return tuple(
        Post(row["title"], tuple(row["of"]), row.get("shared")) for row in _data()["posts"]
    )


@cache
def posts_alone() -> Alone:
    """Posts of a team, a school, a village that no body stands behind."""
    return Alone(tuple(_data()["alone"]), tuple(_data()["alone_of"]))


@cache
def addresses() -> Addresses:
    """ "ông", "đồng chí"."""
    forms = _data()["address"]
    return Addresses(tuple(forms["formal"]), tuple(forms["familiar"]))


@cache
def _openings() -> tuple[tuple[str, Post | None], ...]:
    """Folded beginnings of names, longest first, with the head; None where there is none."""
    rows: list[tuple[str, Post | None]] = [(fold(name), None) for name in _data()["collective"]]
    rows += [(fold(name), post) for post in all_posts() for name in post.of]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


def head_of(organ: str) -> Post | None:
    """The post at the head of an organ: "Sở Y tế" gives Giám đốc; None for a collective."""
    folded = fold(organ)
    for opening, post in _openings():
        if folded.startswith(opening) and not folded[len(opening) :][:1].isalpha():
            return post
    return None


def head_name(organ: str) -> str | None:
    """The head with the organ: "Bộ Y tế" gives "Bộ trưởng Bộ Y tế"; None for a collective.

    A ministry's decisions and circulars are its minister's, and are cited so.
    """
    post = head_of(organ)
    if post is None:
        return None
    if post.shared is None:
        return f"{post.title} {organ}"
    return f"{post.title}{organ[len(post.shared) :]}"


@cache
def _leading() -> regex.Pattern[str]:
    """One post or several ("Giám đốc, Thủ trưởng các sở"), with "Phó" and the like before."""
    titles = sorted({fold(post.title) for post in all_posts()}, key=len, reverse=True)
    deputies = "|".join(regex.escape(fold(word)) for word in _data()["deputies"])
    title = rf"(?:(?:{deputies})\s+)?(?:{'|'.join(map(regex.escape, titles))})"
    return regex.compile(rf"{title}(?!\w)(?:(?:,|\s+và|,\s*và)\s+{title}(?!\w))*+\s*+")


def split(text: str) -> tuple[str, str] | None:
    """Title and organ of "Giám đốc Sở Y tế": ("Giám đốc", "Sở Y tế"), each as written.

    Words that belong to both are in both: "Chánh Văn phòng UBND tỉnh" gives ("Chánh Văn phòng",
    "Văn phòng UBND tỉnh"). None when no title opens the text or nothing follows it.
    """
    tidy = " ".join(text.split())
    found = _leading().match(fold(tidy))
    if found is None or found.end() == 0:
        return None
    title, rest = tidy[: found.end()].strip(), tidy[found.end() :].strip()
    for post in all_posts():
        if post.shared and fold(title).endswith(fold(post.title)):
            words = title.split()[-len(post.shared.split()) :]
            # "Trưởng ban Ban Dân tộc" or "Trưởng ban Dân tộc": printed twice, or once for both
            if not fold(rest).startswith(fold(" ".join(words)) + " "):
                rest = " ".join((words[0].capitalize(), *words[1:], rest)).strip()
            break
    return (title, rest) if rest and fold(rest) not in fold(title) else None
