"""The templates, the style and the script of a page, and the policy that lets nothing else run."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup

from vnplan._version import __version__
from vnplan.exports.page.labels import Language, as_json, labels, marked, said
from vnplan.exports.page.visible import plain

if TYPE_CHECKING:
    from jinja2 import Environment

_UNSCRIPTED: Final = (
    ".view[hidden]{display:block!important}"
    ".bars,.tabs,.tools,.kinds,#print,#language,.side .find{display:none!important}"
)
"""Without scripts every view is open, one below the other."""


@cache
def script() -> str:
    """The script of the pages."""
    return _file("page.js")


@cache
def stylesheet() -> str:
    """The style of the pages, with the heads of columns that narrow screens show at each value."""
    heads = (key for key in labels() if key.startswith("field."))
    rules = []
    for key in heads:
        name = key.partition(".")[2].replace("_", "-")
        for lang in ("vi", "en"):
            word = said(key, lang).replace("\\", "").replace('"', "")
            rules.append(f'html[lang="{lang}"] td.f-{name}::before{{content:"{word}"}}')
    phone = "@media screen and (max-width:940px){" + "".join(rules) + "}"
    return f"{_file('page.css')}{phone}\n"


def policy() -> str:
    """The Content-Security-Policy of a page: this script, these styles, nothing from anywhere."""
    styles = f"{_digest(stylesheet())} {_digest(_UNSCRIPTED)}"
    return (
        f"default-src 'none'; script-src {_digest(script())}; style-src {styles}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def page(
    content: Markup,
    *,
    lang: Language,
    title: str,
    kind: str,
    home: str | None = None,
    shelf: bool = False,
) -> str:
    """A whole page around its content; `kind` is the key of what sort of page it is.

    `home` is the address of a list the page is of, `shelf` whether the list is in the page itself.
    """
    return fill(
        "page.html.j2",
        lang,
        content=content,
        title=title,
        kind=kind,
        home=home,
        shelf=shelf,
        policy=policy(),
        style=Markup(stylesheet()),
        script=Markup(script()),
        unscripted=Markup(_UNSCRIPTED),
        labels=as_json(),
        version=__version__,
    )


def fill(template: str, lang: Language, **values: Any) -> str:
    """A template with its values; words of the page in one language, each with its key."""
    words: dict[str, Callable[[str], object]] = {
        "t": lambda key: marked(key, lang),
        "s": lambda key: said(key, lang),
        "l": lambda key: Markup('aria-label="{}" data-ta="{}"').format(said(key, lang), key),
    }
    return _environment().get_template(template).render(lang=lang, **words, **values)


@cache
def _environment() -> Environment:
    from jinja2 import DictLoader, Environment, StrictUndefined

    folder = files(__package__) / "templates"
    names = sorted(one.name for one in folder.iterdir() if one.name.endswith(".j2"))
    sources = {name: (folder / name).read_text(encoding="utf-8") for name in names}
    return Environment(
        loader=DictLoader(sources),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_harmless,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _harmless(value: object) -> object:
    """What is markup stays; of every other text, what would act on a page is made visible."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return plain(value)
    return "" if value is None else value


def _file(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
