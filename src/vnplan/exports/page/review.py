"""One document as a page: its text with every record, its tasks, graphs, times and findings."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from vnplan.exports.page import shell
from vnplan.exports.page.body import body
from vnplan.exports.page.citation_graph import citation_graph, file_name, title_of
from vnplan.exports.page.days import day
from vnplan.exports.page.details import details
from vnplan.exports.page.duty_graph import duty_graph
from vnplan.exports.page.hooks import Hooks
from vnplan.exports.page.items import Fact, Items
from vnplan.exports.page.labels import Language, marked
from vnplan.exports.page.length import shortened
from vnplan.exports.page.outline import outline
from vnplan.exports.page.tables import cited_rows, note_rows, owning, task_rows, time_rows
from vnplan.exports.page.timeline import timeline
from vnplan.exports.page.visible import one_line, shown
from vnplan.records import Plan
from vnplan.text.document import Document


def render(
    plan: Plan,
    lang: Language = "vi",
    *,
    document: Document | None = None,
    hooks: Hooks | None = None,
) -> str:
    """One HTML file that needs no network; the same plan gives the same text.

    `document`: the one the plan was read from, if it is at hand: a `Plan` knows the rows of a
    table, only the document knows the columns.
    """
    hooks = hooks or Hooks()
    title = title_of(plan)
    content = Markup(fragment(plan, lang, document=document, hooks=hooks))
    return shell.page(content, lang=lang, title=title, kind="page.review", home=hooks.home)


def fragment(
    plan: Plan,
    lang: Language = "vi",
    *,
    document: Document | None = None,
    hooks: Hooks | None = None,
) -> str:
    """The <article> of `render` alone, for a page with `stylesheet` and `script` in it."""
    hooks = hooks or Hooks()
    whole = plan
    plan = shortened(whole)
    items = Items(plan, lang)
    text = body(items, document)
    tasks = task_rows(items)
    times = list(time_rows(items))
    notes = note_rows(items)
    return shell.fill(
        "document.html.j2",
        lang,
        hooks=hooks,
        header=plan.header,
        left_out=len(whole.text) - len(plan.text),
        name=title_of(plan),
        facts=list(_facts(plan, lang)),
        day=day,
        one_line=one_line,
        views=[
            ("text", None),
            ("tasks", len(tasks)),
            ("duties", None),
            ("citations", len(plan.citations)),
            ("times", len(times)),
            ("notes", len(notes)),
        ],
        branches=outline(plan, text.anchors),
        text=text.markup,
        items=items.all,
        details=details(items.all, hooks, lang),
        counts=list(items.counts().items()),
        tasks=tasks,
        deliverables=any(row.deliverable for row in tasks),
        agencies=owning(items),
        duties=duty_graph(items, text.anchors),
        cited_graph=citation_graph(items),
        cited=cited_rows(items),
        axis=timeline(items),
        times=times,
        notes=notes,
    )


def _facts(plan: Plan, lang: Language) -> Iterator[Fact]:
    """Thể thức văn bản, a line a field; what the document does not say is left out."""
    header, source = plan.header, plan.source
    signers = (
        ", ".join(part for part in (signer.capacity, signer.title, signer.name) if part)
        for signer in header.signers
    )
    told = {
        "head.parent_authority": header.parent_authority,
        "head.issuer": header.issuer,
        "head.number": header.number.canonical if header.number else None,
        "head.issued": day(header.issued_on) if header.issued_on else None,
        "head.place": header.place,
        "head.type": header.type_name,
        "head.title": header.title,
    }
    yield from (Fact(key, shown(one_line(value))) for key, value in told.items() if value)
    if header.urgency:
        yield Fact("head.urgency", marked(f"urgency.{header.urgency}", lang))
    if header.secrecy:
        yield Fact("head.secrecy", marked(f"secrecy.{header.secrecy}", lang))
    lists = {"head.signers": signers, "head.recipients": iter(header.recipients)}
    for key, values in lists.items():
        if said := Markup("<br>").join(shown(one_line(value)) for value in values if value):
            yield Fact(key, said)
    rest = {
        "head.file_code": header.file_code,
        "head.source": _address(plan),
        "head.reader": f"{source.reader} ({source.media_type})",
        "head.fingerprint": source.sha256,
        "head.id": plan.id,
    }
    yield from (Fact(key, shown(one_line(value))) for key, value in rest.items() if value)


def _address(plan: Plan) -> str:
    """Where a document came from; of a file its name: folders of a machine are not handed on."""
    uri = plan.source.uri or ""
    return uri if uri.startswith(("http://", "https://")) else file_name(plan)
