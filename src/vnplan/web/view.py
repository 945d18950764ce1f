"""Pages from templates, in the language of who asks; nothing of a document acts in them."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, urlencode

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from vnplan.exports.assignments import section_label
from vnplan.exports.page.labels import Language
from vnplan.exports.page.visible import plain
from vnplan.web.guard import SEALED, TOKEN, new_token
from vnplan.web.language import DEFAULT, Words, language

if TYPE_CHECKING:
    from jinja2 import Environment

LANGUAGE: Final = "vnplan_lang"
_YEAR: Final = 365 * 24 * 3600


def language_of(request: Request) -> Language:
    """The language asked for with this request, else the one chosen before, else Vietnamese."""
    asked = request.query_params.get("lang") or request.cookies.get(LANGUAGE)
    return language(asked) or DEFAULT


def words_of(request: Request) -> Words:
    """The words of that language."""
    return Words(language_of(request))


def page(request: Request, template: str, status: int = 200, **values: Any) -> Response:
    """A page of the app."""
    lang = language_of(request)
    token = request.cookies.get(TOKEN) or new_token()
    html = (
        environment()
        .get_template(template)
        .render(
            t=Words(lang),
            lang=lang,
            other="en" if lang == "vi" else "vi",
            path=request.url.path,
            in_other=_in_other(request, lang),
            token=token,
            day=lambda one: day_text(one, lang),
            **values,
        )
    )
    response = HTMLResponse(html.encode("utf-8", "replace"), status)
    response.set_cookie(TOKEN, token, httponly=True, samesite="strict")
    if language(request.query_params.get("lang")):
        response.set_cookie(LANGUAGE, lang, max_age=_YEAR, httponly=True, samesite="lax")
    return response


def see(address: str) -> Response:
    """Sends the browser on after a form was taken."""
    return RedirectResponse(address, 303)


def file(data: bytes, name: str, media_type: str) -> Response:
    """A file to be kept; `name` may hold any characters."""
    return Response(data, media_type=media_type, headers=file_headers(name))


def file_headers(name: str) -> dict[str, str]:
    """That a browser keeps the file under its name and never shows it as a page."""
    ascii_name = "".join(
        char if char.isascii() and (char.isalnum() or char in "-_. ") else "_" for char in name
    )
    encoded = quote(name.encode("utf-8", "replace"), safe="")
    return {
        "Content-Disposition": f"attachment; filename=\"{ascii_name}\"; filename*=UTF-8''{encoded}",
        "Content-Security-Policy": SEALED,
    }


def address(path: str, **asked: object) -> str:
    """A path with what is asked; what is empty is left out."""
    given = {name: str(value) for name, value in asked.items() if value not in (None, "", False)}
    return f"{path}?{urlencode(given)}" if given else path


def task_address(key: str, task: str) -> str:
    """Where a task is corrected; ids hold spaces and marks ("Điều 1")."""
    return f"/documents/{key}/tasks/{quote(task, safe='')}"


def day_text(day: dt.date | None, lang: Language = "vi") -> str:
    """22/12/2021, as offices write it; in English 2021-12-22."""
    if day is None:
        return ""
    return day.strftime("%d/%m/%Y") if lang == "vi" else day.isoformat()


@cache
def environment() -> Environment:
    """The templates, with every value escaped."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("vnplan.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_harmless,
    )
    made.globals["address"] = address
    made.globals["section_label"] = section_label
    made.filters["ending"] = lambda name: PurePosixPath(str(name)).suffix.lstrip(".").upper()[:5]
    made.filters["size"] = _size
    made.filters["cut"] = _cut
    return made


def _harmless(value: object) -> object:
    """What a template puts into a page: nothing where there is nothing, else text that is safe."""
    if value is None:
        return ""
    if isinstance(value, Markup):
        return value
    return plain(value) if isinstance(value, str) else value


def _size(count: int) -> str:
    for unit, size in (("MB", 2**20), ("KB", 2**10)):
        if count >= size:
            return f"{count / size:.1f} {unit}".replace(".0 ", " ")
    return f"{count} B"


def _cut(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    return text[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:-") + "…"


def _in_other(request: Request, lang: Language) -> str:
    """The same page in the other language."""
    asked = {key: value for key, value in request.query_params.items() if key != "lang"}
    asked["lang"] = "en" if lang == "vi" else "vi"
    return f"?{urlencode(asked)}"
