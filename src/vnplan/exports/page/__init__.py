"""Pages for the people in the office: one HTML file that needs no network.

    from vnplan.exports import page

    html = page.render(vnplan.parse_file("232-KH-UBND.txt"))
    html = page.render_overview(vnplan.open("out/"), on=date.today())

Everything on a page is ours: markup from templates that escape every value, one style, one script,
pictures laid out here. A policy in the page lets nothing else run, whatever a document holds.
A program that serves such pages embeds `fragment` in its own, with `stylesheet` and `script`, and
adds addresses by `Hooks`.
"""

from __future__ import annotations

from vnplan.exports.page.hooks import Hooks
from vnplan.exports.page.overview import render_overview
from vnplan.exports.page.review import fragment, render
from vnplan.exports.page.shell import policy, script, stylesheet

__all__ = ["Hooks", "fragment", "policy", "render", "render_overview", "script", "stylesheet"]
