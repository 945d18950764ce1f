"""Gold annotations: what a person found in a document, one YAML file a document.

The fields mean what they mean in `vnplan.records`. Evidence is a quote, the first words of a record
as they stand in the document. What a file leaves out (a field of the header, a whole kind of
records) was not annotated and is not scored; an empty list says that there is nothing to find.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Annotated, Any, Final

import regex
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)

from vnplan.evaluation.gold_yaml import Loc, YamlError, YamlSource, read_yaml
from vnplan.records import Comparator, DeadlineKind, Relation, SectionRole

_MAX_BYTES: Final = 4_000_000
"""No annotation of one document comes near it; a wrong file does."""


_DAY = regex.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class GoldError(ValueError):
    """A gold file cannot be read; the message is one line with file, line, place and reason."""


def _day(value: object) -> object:
    """Only YYYY-MM-DD: pydantic would take "2021" for seconds since 1970."""
    if isinstance(value, str):
        if not _DAY.fullmatch(value):
            raise ValueError(f"{value!r} is not a day of the form YYYY-MM-DD")
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            raise ValueError(f"{value!r} is a day no calendar has") from None
    return value


def _figure(value: object) -> object:
    if isinstance(value, str):
        try:
            figure = Decimal(value)
        except InvalidOperation:
            raise ValueError(f"{value!r} is not a figure such as 100 or 9.5") from None
        if not figure.is_finite():
            raise ValueError(f"{value!r} is not a figure such as 100 or 9.5")
        return figure
    return value


def _triple(value: object) -> object:
    if not isinstance(value, list):
        raise ValueError("a section is written [path, heading, role]")
    if len(value) != 3:
        raise ValueError(
            f"a section is written [path, heading, role], here are {len(value)} parts "
            "(a heading with a comma needs quotes)"
        )
    return dict(zip(("path", "heading", "role"), value, strict=True))


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Day = Annotated[dt.date, BeforeValidator(_day)]
Figure = Annotated[Decimal, BeforeValidator(_figure)]


class GoldModel(BaseModel):
    """Base of every annotation: frozen, and a key that is not known is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def states(self, field: str) -> bool:
        """Whether the annotator wrote the field, be it as null."""
        return field in self.model_fields_set


class GoldSigner(GoldModel):
    """A signature (người ký); a name that is not printed is null."""

    name: Text | None = None
    title: Text | None = None
    capacity: Text | None = None
    authority: Text | None = None


class GoldHeader(GoldModel):
    """Thể thức văn bản; `recipients` counts the lines of the Nơi nhận list."""

    parent_authority: Text | None = None
    issuer: Text | None = None
    number: Text | None = None
    type: Text | None = None
    issued_on: Day | None = None
    place: Text | None = None
    title: Text | None = None
    signers: tuple[GoldSigner, ...] = ()
    recipients: int = Field(default=0, ge=0)


class GoldSection(GoldModel):
    """A numbered or labelled part: path of labels, heading (null when it has none), role."""

    path: Text
    heading: Text | None
    role: SectionRole


class Quoted(GoldModel):
    """An annotation with its evidence: the `nth` place where the quote stands in the document."""

    quote: Text
    nth: int = Field(default=1, ge=1)

    @model_validator(mode="after")
    def _quote_has_words(self) -> Quoted:
        if not any(char.isalnum() for char in self.quote):
            raise ValueError(f"the quote {self.quote!r} holds no word")
        return self


class GoldCitation(Quoted):
    """Văn bản viện dẫn; a law cited by name has number null and a title."""

    number: Text | None = None
    title: Text | None = None
    issued_on: Day | None = None
    issuer: Text | None = None
    relation: Relation | None = None

    @model_validator(mode="after")
    def _identified(self) -> GoldCitation:
        if self.number is None and self.title is None:
            raise ValueError("a citation without a number needs a title")
        return self


class GoldTarget(Quoted):
    """Mục tiêu, chỉ tiêu; `value` null for an unquantified one, `end` the last day of its time."""

    value: Figure | None = None
    upper: Figure | None = None
    unit: Text | None = None
    comparator: Comparator = Comparator.EQ
    end: Day | None = None

    @model_validator(mode="after")
    def _range(self) -> GoldTarget:
        if self.value is None and self.upper is not None:
            raise ValueError("an upper figure needs a value")
        return self


class GoldDeadline(Quoted):
    """Thời hạn."""

    kind: DeadlineKind
    start: Day | None = None
    end: Day | None = None
    rrule: Text | None = None


class GoldTask(Quoted):
    """Nhiệm vụ, with its agencies as the document names them, the province left out."""

    section: Text | None = None
    lead: tuple[Text, ...] = ()
    implement: tuple[Text, ...] = ()
    coordinate: tuple[Text, ...] = ()
    end: Day | None = None

    @property
    def owners(self) -> tuple[str, ...]:
        """Who owns the task: its leads; where it has none, those that implement it."""
        return self.lead or self.implement


class GoldDocument(GoldModel):
    """The annotation of one document; a kind that is None was not annotated."""

    document: Annotated[Text, StringConstraints(pattern=r"^[^/\\\x00-\x1f]+$")]
    header: GoldHeader | None = None
    abbreviations: dict[Text, Text] | None = None
    sections: tuple[Annotated[GoldSection, BeforeValidator(_triple)], ...] | None = None
    citations: tuple[GoldCitation, ...] | None = None
    targets: tuple[GoldTarget, ...] | None = None
    deadlines: tuple[GoldDeadline, ...] | None = None
    tasks: tuple[GoldTask, ...] | None = None

    @model_validator(mode="before")
    @classmethod
    def _kinds_say_something(cls, data: Any) -> Any:
        if isinstance(data, dict):
            for key, value in data.items():
                if value is None and key in cls.model_fields:
                    raise ValueError(f"{key} is empty: write [] for none, or leave the key out")
        return data


def parse_gold(text: str, name: str) -> GoldDocument:
    """The annotation in a YAML text; `name` stands in the message of a `GoldError`."""
    try:
        source = read_yaml(text)
    except YamlError as error:
        place = "" if error.line is None else f"line {error.line}: "
        raise GoldError(f"{name}: {place}{error}") from error
    if not isinstance(source.value, dict):
        raise GoldError(f"{name}: not an annotation: the file holds no keys")
    try:
        return GoldDocument.model_validate(source.value)
    except ValidationError as error:
        raise GoldError(f"{name}: {_fault(error, source)}") from error


def load_gold(path: Path) -> GoldDocument:
    """The annotation in a file, whose name without ".yaml" is that of the document.

    Raises `GoldError` with one line: what is wrong and on which line of which file.
    """
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise GoldError(f"{path.name}: larger than {_MAX_BYTES // 1_000_000} MB")
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise GoldError(f"{path.name}: not UTF-8 (byte {error.start})") from error
    except OSError as error:
        raise GoldError(f"{path.name}: {error.strerror or error}") from error
    gold = parse_gold(text, path.name)
    if gold.document != path.stem:
        raise GoldError(f"{path.name}: it annotates {gold.document!r}, not {path.stem!r}")
    return gold


def _fault(error: ValidationError, source: YamlSource) -> str:
    """The first fault in the order of the file, in one line."""
    faults = error.errors(include_url=False, include_context=True)
    first = min(faults, key=lambda fault: source.line(fault["loc"]) or 0)
    loc: Loc = first["loc"]
    more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
    line = source.line(loc)
    place = ", ".join(filter(None, (f"line {line}" if line else "", _dotted(loc))))
    return f"{place}: {_reason(first['type'], first['msg'], loc)}{more}"


def _dotted(loc: Loc) -> str:
    steps = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in loc)
    return steps.lstrip(".")


def _reason(kind: str, message: str, loc: Loc) -> str:
    if kind == "missing":
        return "is missing"
    if kind == "extra_forbidden":
        return f"the key {loc[-1]!r} is not known"
    if kind in ("string_type", "tuple_type", "dict_type", "model_type"):
        return message.replace("Input should be", "should be").replace("tuple", "list")
    return message.removeprefix("Value error, ").replace("Input should be", "should be")
