"""Records of the contract as msgspec makes them: a fourth of the time that pydantic takes.

An index reads some hundred records of every plan and drops them again, and making objects of them
was the largest part of its work.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from functools import cache
from types import FunctionType, NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, cast, get_args, get_origin

import annotated_types
import msgspec
from pydantic import AfterValidator, BaseModel, Strict, StringConstraints, WithJsonSchema
from pydantic.fields import FieldInfo

_PLAIN = (str, int, bool, datetime.date, NoneType)

_CONFIGURED = {"extra", "frozen"}

_Check = tuple[str, Callable[[Any], Any]]
_Model = TypeVar("_Model", bound=BaseModel)


def reader(model: type[_Model]) -> Callable[[bytes], _Model]:
    """Reads JSON as `model` says it is; raises a `ValueError` of one line for any other.

    What it gives has the fields, defaults, methods and properties of `model`, and is as frozen;
    it is no pydantic model, and has nothing of one (`model_dump` …).
    It is stricter than pydantic: a number must not be written as a string, nor a day as a time.
    Raises `TypeError` for a model with anything that it cannot hold to.
    """
    decode = msgspec.json.Decoder(_struct(model)).decode

    def read(data: bytes) -> _Model:
        try:
            return cast(_Model, decode(data))
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise ValueError(" ".join(str(error).split())) from error

    return read


@cache
def _struct(model: type[BaseModel]) -> type[msgspec.Struct]:
    if not _CONFIGURED.issuperset(model.model_config):
        raise TypeError(f"{model.__name__}: settings that are not known here")
    checks = list(_checks(model))

    return msgspec.defstruct(
        model.__name__,
        [_field(name, field) for name, field in model.model_fields.items()],
        namespace=_own(model) | ({"__post_init__": _all(checks)} if checks else {}),
        forbid_unknown_fields=model.model_config.get("extra") == "forbid",
        frozen=True,
        gc=False,  # records hold no circles: looking for them takes as long as making them
        kw_only=True,
    )


def _all(checks: Sequence[_Check]) -> Callable[[Any], object]:
    """Raises a `ValueError` for a record that breaks one of the rules."""
    if len(checks) == 1 and not checks[0][0]:
        return checks[0][1]  # as it stands: a plan has hundreds of spans

    def checked(record: object) -> None:
        for name, check in checks:
            check(getattr(record, name) if name else record)

    return checked


def _own(model: type[BaseModel]) -> dict[str, Any]:
    """What `model` itself defines beside its fields."""
    return {
        name: value
        for name, value in vars(model).items()
        if isinstance(value, property)
        or (isinstance(value, FunctionType) and value.__module__ == model.__module__)
    }


def _checks(model: type[BaseModel]) -> Iterator[_Check]:
    """The rules in Python, each with the field that it looks at, "" for the whole record."""
    rules = model.__pydantic_decorators__
    if rules.field_validators or rules.root_validators or rules.validators:
        raise TypeError(f"{model.__name__}: rules of fields are not known here")
    for rule in rules.model_validators.values():
        if rule.info.mode != "after":
            raise TypeError(f"{model.__name__}: only rules of the finished record are known here")
        yield "", cast(FunctionType, getattr(model, rule.cls_var_name))
    for name, field in model.model_fields.items():
        for one in field.metadata:
            if isinstance(one, AfterValidator):
                yield name, cast(Callable[[Any], Any], one.func)


def _field(name: str, field: FieldInfo) -> tuple[str, Any] | tuple[str, Any, Any]:
    kind = _type(field.annotation, tuple(field.metadata))
    if field.is_required():
        return name, kind
    if field.default_factory is None:
        return name, kind, field.default
    return name, kind, msgspec.field(default_factory=_struct(cast(Any, field.default_factory)))


def _type(kind: Any, rules: tuple[object, ...] = ()) -> Any:
    """A type as msgspec is told it, with the bounds that pydantic was told."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _type(inner[0], inner[1:])
    bounds = {name: value for rule in rules for name, value in _bounds(rule)}
    if origin in (Union, UnionType):
        kind = Union[tuple(map(_type, inner))]  # noqa: UP007 - made of a list
    elif origin is tuple and inner[1:] == (...,):
        kind = tuple[_type(inner[0]), ...]  # type: ignore[misc]
    elif isinstance(kind, type) and issubclass(kind, BaseModel):
        kind = _struct(kind)
    elif not (isinstance(kind, type) and (kind in _PLAIN or issubclass(kind, Enum))):
        raise TypeError(f"{kind}: a type that is not known here")
    return Annotated[kind, msgspec.Meta(**bounds)] if bounds else kind


def _bounds(rule: object) -> Iterator[tuple[str, Any]]:
    match rule:
        case StringConstraints(min_length=least, pattern=form):
            if rule != StringConstraints(min_length=least, pattern=form):
                raise TypeError(f"{rule}: a rule of strings that is not known here")
            if least:
                yield "min_length", least
            if isinstance(form, str):
                # In Python "$" would let a line feed follow.
                yield "pattern", form.removesuffix("$") + (r"\Z" if form.endswith("$") else "")
        case annotated_types.MinLen(min_length=least):
            yield "min_length", least
        case annotated_types.Ge(ge=least):
            yield "ge", least
        case Strict() | AfterValidator() | WithJsonSchema():  # always so; looked at elsewhere
            return
        case _:
            raise TypeError(f"{rule}: a rule that is not known here")
