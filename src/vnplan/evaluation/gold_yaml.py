"""YAML as annotators write it: every plain word a text, every value with the line it stands on.

YAML 1.1 reads an unquoted `4.10` as 4.1, `010` as 8, `no` as false and `1:30` as 90. In a gold file
those are section paths, numbers and words, so nothing but null is resolved here; the models of
`gold` turn a text into a day or a figure where they expect one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

import yaml

Loc: TypeAlias = tuple[str | int, ...]
"""Keys and indexes from the top of the file to a value: ("citations", 3, "issued_on")."""

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"

_TAG = "tag:yaml.org,2002:"
_PLAIN_TAGS = frozenset(
    _TAG + name for name in ("str", "int", "float", "bool", "timestamp", "merge", "value")
)


class YamlError(ValueError):
    """The text is not the YAML a gold file may hold; `line` counts from 1."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class YamlSource:
    """What a file says, and on which line each value of it begins."""

    value: Value
    lines: Mapping[Loc, int]

    def line(self, loc: Loc) -> int | None:
        """The line of a value, or of the nearest one around it when it is not there."""
        for length in range(len(loc), -1, -1):
            if (line := self.lines.get(loc[:length])) is not None:
                return line
        return None


class _NoAliases(yaml.SafeLoader):
    """Aliases have no use in a gold file, and nested ones unfold without end."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise YamlError("aliases (*name) are not read here", mark.line + 1)
        return super().compose_node(parent, index)


def read_yaml(text: str) -> YamlSource:
    """Read one YAML document; strings come out in NFC.

    Raises `YamlError`, with one line of message, for broken YAML, several documents, a key written
    twice, an alias, or a tag of a programming language.
    """
    try:
        node = yaml.compose(text, Loader=_NoAliases)
        lines: dict[Loc, int] = {}
        value = None if node is None else _build(node, (), lines)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise YamlError(
            error.problem or "not YAML", None if mark is None else mark.line + 1
        ) from error
    except yaml.YAMLError as error:
        raise YamlError(" ".join(str(error).split())) from error
    except RecursionError as error:
        raise YamlError("nested too deeply") from error
    return YamlSource(value, lines)


def _build(node: yaml.Node, loc: Loc, lines: dict[Loc, int]) -> Value:
    line = node.start_mark.line + 1
    lines[loc] = line
    if isinstance(node, yaml.MappingNode) and node.tag == _TAG + "map":
        return _mapping(node, loc, lines)
    if isinstance(node, yaml.SequenceNode) and node.tag == _TAG + "seq":
        return [_build(item, (*loc, place), lines) for place, item in enumerate(node.value)]
    if isinstance(node, yaml.ScalarNode) and node.tag == _TAG + "null":
        return None
    if isinstance(node, yaml.ScalarNode) and node.tag in _PLAIN_TAGS:
        return unicodedata.normalize("NFC", str(node.value))
    raise YamlError(f"the tag {node.tag} is not read here", line)


def _mapping(node: yaml.MappingNode, loc: Loc, lines: dict[Loc, int]) -> dict[str, Value]:
    built: dict[str, Value] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        key = _build(key_node, (), {})
        if not isinstance(key, str):
            raise YamlError("a key is not a text", line)
        if key in built:
            raise YamlError(f"the key {key} stands twice", line)
        built[key] = _build(value_node, (*loc, key), lines)
        lines[(*loc, key)] = line
    return built
