"""What is known of each record, kept as data until somebody opens it.

A document of 300 pages has some seven thousand records; as elements of the page their facts would
cost more than its text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from markupsafe import Markup

from vnplan.exports.page.hooks import Hooks
from vnplan.exports.page.items import Item
from vnplan.exports.page.labels import Language, inert, marked
from vnplan.exports.page.visible import plain


def details(items: Iterable[Item], hooks: Hooks, lang: Language) -> Markup:
    """JSON from the key of a record to the markup of its facts."""
    told = {item.key: "".join(_parts(item, hooks, lang)) for item in items}
    return inert(json.dumps(told, ensure_ascii=False, separators=(",", ":")))


def _parts(item: Item, hooks: Hooks, lang: Language) -> Iterator[Markup]:
    yield Markup('<p class="sort-of">{}</p><dl>').format(marked(f"one.{item.kind}", lang))
    for fact in item.facts:
        yield Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(
            marked(fact.label, lang), fact.value
        )
    if note := hooks.note(item.kind, item.record_id):
        yield Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(
            marked("field.note", lang), plain(note)
        )
    yield Markup("</dl>")
    if len(item.spans) > 1:
        step = Markup('<button type="button" class="plainly" data-step="{}">{}</button> ')
        yield Markup('<p class="steps">{}{}</p>').format(
            step.format(-1, marked("text.previous", lang)),
            step.format(1, marked("text.next", lang)),
        )
    if address := hooks.edit(item.kind, item.record_id):
        yield Markup('<p class="steps"><a class="edit" target="_top" href="{}">{}</a></p>').format(
            plain(address), marked("page.edit", lang)
        )
