"""`vnplan tasks` and `vnplan who TEXT`: who has to do what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from vnplan.cli.answers import (
    OWNER,
    Output,
    conditions,
    counted,
    output,
    owner_cell,
    place_cell,
    place_under,
)
from vnplan.cli.lexicon import LexiconFiles
from vnplan.cli.options import (
    AgencyName,
    AsCsv,
    AsJson,
    DueAfter,
    DueBefore,
    Everything,
    Limit,
    Province,
    RoleName,
    Sources,
    SourcesAndText,
    Spoken,
    WholeWords,
    Within,
)
from vnplan.cli.source import apart, corpus_of, day, one_of, places
from vnplan.cli.terminal import Cell, Column, Listing, complain

if TYPE_CHECKING:
    from vnplan.store import FoundTask

_Partner: TypeAlias = Annotated[
    str | None, typer.Option("--with", metavar="NAME", help="Another agency with a part in it.")
]
_Section: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar="ROLE", help="In parts of this role: task, organization, funding …"),
]
_COLUMNS = (OWNER, Column("task"), Column("by when", widest=17), place_under("task"))


def who(  # noqa: PLR0913 - each is an option of its own
    arguments: SourcesAndText,
    within: Within = None,
    agency: AgencyName = None,
    province: Province = None,
    whole_words: WholeWords = False,
    lexicon: LexiconFiles = None,
    limit: Limit = None,
    everything: Everything = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Who has to do it: the tasks that speak of TEXT, with their owners.

    Exit status: 0 found, 1 nothing found or unreadable, 2 a wrong call.

    Example: vnplan who out/ "ươm tạo"
    """
    out = output(as_json=as_json, as_csv=as_csv, everything=everything, limit=limit)
    named, text = apart(arguments, within, "TEXT")
    with corpus_of(named, lexicon) as corpus:
        found = corpus.tasks(
            text=text,
            agency=agency,
            province=province,
            whole_words=whole_words,
            limit=out.most,
        )
        if not found:
            asked = conditions(text=text, agency=agency, province=province)
            raise out.nothing(f"no task{asked}", corpus.near(text=text, agency=agency))
    _say_if_scattered(text, found)
    out.show(found, _listing)


def tasks(  # noqa: PLR0913 - each is an option of its own
    sources: Sources = None,
    within: Within = None,
    agency: AgencyName = None,
    role: RoleName = None,
    partner: _Partner = None,
    province: Province = None,
    due_after: DueAfter = None,
    due_before: DueBefore = None,
    section: _Section = None,
    text: Spoken = None,
    whole_words: WholeWords = False,
    lexicon: LexiconFiles = None,
    limit: Limit = None,
    everything: Everything = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """The tasks that meet every condition, in the order of the documents.

    Exit status: 0 found, 1 nothing found or unreadable, 2 a wrong call.

    Example: vnplan tasks plans.db --agency "Sở KH&CN" --role lead --due-before 2025-12-31
    """
    from vnplan.records import ResponsibilityRole, SectionRole

    out = output(as_json=as_json, as_csv=as_csv, everything=everything, limit=limit)
    asked = {"agency": agency, "role": role, "province": province, "text": text}
    one_of(role, ["owner", *ResponsibilityRole], "--role")
    one_of(section, SectionRole, "--section")
    first, last = day(due_after, "--due-after"), day(due_before, "--due-before")
    with corpus_of(places(sources, within), lexicon) as corpus:
        found = corpus.tasks(
            **asked,
            partner=partner,
            due_after=first,
            due_before=last,
            section_role=section,
            whole_words=whole_words,
            limit=out.most,
        )
        if not found:
            told = conditions(
                **asked,
                partner=partner,
                due_after=due_after,
                due_before=due_before,
                section=section,
            )
            offers = [*corpus.near(agency=agency, text=text), *corpus.near(agency=partner)]
            raise out.nothing(f"no task{told}", offers)
    _say_if_scattered(text, found)
    out.show(found, _listing)


def _say_if_scattered(text: str | None, found: Sequence[FoundTask]) -> None:
    """Says that the words do not stand together in any task: "dao tap" in "đào tạo … tập huấn"."""
    from vnplan.records.ownership import words_of
    from vnplan.store.wording import says

    if text is not None and not says(text, words_of(found[0].task)):
        complain(f'no task says "{text}"; these have all its syllables, not together')


def _listing(found: Sequence[FoundTask], out: Output) -> Listing:
    owners = len({agency.id for one in found for agency in one.agencies})
    documents = len({one.document.id for one in found})
    title = (
        f"{out.counted(found, 'task')} of {counted(owners, 'agency')}"
        f" in {counted(documents, 'document')}"
    )
    return Listing(title, _COLUMNS, [_row(one, out) for one in found])


def _row(one: FoundTask, out: Output) -> list[Cell | str]:
    from vnplan.cli.duties import others
    from vnplan.cli.timing import when

    agencies = {part.agency.id: part.agency for part in one.parts}
    return [
        owner_cell(one.agencies),
        Cell(out.said(one.place.sentence), below=others(one.task, agencies)),
        "; ".join(dict.fromkeys(when(deadline) for deadline in one.deadlines)),
        place_cell(one.document, one.place),
    ]
