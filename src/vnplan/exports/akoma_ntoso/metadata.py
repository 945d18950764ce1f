"""What the head of an Akoma Ntoso document says: identification, references, analysis."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from vnplan.exports.akoma_ntoso.characters import clean
from vnplan.exports.akoma_ntoso.marks import post_id, signer_id
from vnplan.exports.akoma_ntoso.names import (
    AKN,
    RECORDS,
    UNDATED,
    Referred,
    Work,
    reference,
    work,
    work_iri,
)
from vnplan.exports.iris import part, record_iri
from vnplan.records import Agency, AgencyKind, Citation, Funding, Plan, Relation, Target, Task

_LANGUAGE: Final = "vie"
_SOURCE: Final = "#vnplan"
_MAIN: Final = "!main"
_SHOWN: Final = 200
"""Characters of a record that are shown beside a reference to it."""


class Metadata:
    """The `meta` of a plan and of its attachments."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._work: Work = work(plan.id)

    @property
    def type_name(self) -> str:
        """The `name` of the document: "ke-hoach"."""
        return self._work.type or self._work.kind

    def write(self, document: etree._Element) -> None:
        """The whole of it, for the document."""
        meta = _add(document, "meta")
        self._identification(meta, _MAIN, self._plan.header.title)
        self._analysis(meta)
        self._references(meta)

    def write_component(self, document: etree._Element, number: int, title: str | None) -> None:
        """What an attachment says of itself; its references are those of the document."""
        meta = _add(document, "meta")
        self._identification(meta, f"!annex_{number}", title)

    def _identification(self, meta: etree._Element, component: str, title: str | None) -> None:
        parent = _add(meta, "identification", source=_SOURCE)
        expression = f"{self._work.iri}/{_LANGUAGE}@"
        self._work_level(parent, component, title)
        level = _level(parent, "FRBRExpression", f"{expression}/{component}", expression)
        self._origin(level)
        _add(level, "FRBRlanguage", language=_LANGUAGE)
        names = f"{expression}/{component}.akn", f"{expression}.akn"
        level = _level(parent, "FRBRManifestation", *names)
        self._origin(level)
        _add(level, "FRBRformat", value="application/akn+xml")

    def _work_level(self, parent: etree._Element, component: str, title: str | None) -> None:
        """The work; programs that read Akoma Ntoso show its first alias as the title."""
        work, main = self._work, component == _MAIN
        level = _level(parent, "FRBRWork", f"{work.iri}/{component}", work.iri)
        if title is not None:
            _add(level, "FRBRalias", name="title", value=title)
        if main:
            _add(level, "FRBRalias", name="urn:lex", value=self._plan.id)
        self._origin(level)
        _add(level, "FRBRcountry", value="vn")
        if main and work.type:
            _add(level, "FRBRsubtype", value=work.type)
        if main and (number := self._plan.header.number) is not None:
            _add(level, "FRBRnumber", value=number.canonical)
        if title is not None:
            _add(level, "FRBRname", value=title)
        _add(level, "FRBRprescriptive", value="true" if work.kind == "act" else "false")

    def _origin(self, level: etree._Element) -> None:
        """Day and issuer. The day of the markup is not told: the same plan, the same bytes."""
        issued, issuer = self._plan.header.issued_on, self._plan.header.issuer_id
        if issued is None:
            _add(level, "FRBRdate", date=UNDATED, name="unknown")
        else:
            _add(level, "FRBRdate", date=issued.isoformat(), name="issued")
        author = f"#{reference(Referred.AGENCY, issuer)}" if issuer else "#issuer"
        _add(level, "FRBRauthor", href=author, **{"as": "#author"})

    def _references(self, meta: etree._Element) -> None:
        plan = self._plan
        parent = _add(meta, "references", source=_SOURCE)
        _refer(parent, "TLCOrganization", "vnplan", "/akn/ontology/organization/vnplan", "vnplan")
        _refer(parent, "TLCRole", "author", "/akn/ontology/role/author", "Cơ quan ban hành")
        if plan.header.issuer_id is None:
            name = plan.header.issuer or "không rõ"
            _refer(parent, "TLCOrganization", "issuer", "/akn/ontology/organization/issuer", name)
        if plan.header.place is not None:
            place = f"/akn/ontology/location/vn/{part(plan.header.place)}"
            _refer(parent, "TLCLocation", "place", place, plan.header.place)
        for agency in plan.agencies:
            self._agency(parent, agency)
        for number, signer in enumerate(plan.header.signers, start=1):
            base = f"{self._work.iri}/{_LANGUAGE}@/!main"
            name, post = signer.name or "không rõ", signer.title or "không rõ"
            _refer(parent, "TLCPerson", signer_id(number), f"{base}#{signer_id(number)}", name)
            _refer(parent, "TLCRole", post_id(number), f"{base}#{post_id(number)}", post)
        for target in plan.targets:
            self._measured(parent, target)
        for funding in plan.funding:
            self._measured(parent, funding)
        for citation, urn in _cited(plan):
            self._cited(parent, citation, urn)

    @staticmethod
    def _agency(parent: etree._Element, agency: Agency) -> None:
        person = agency.kind is AgencyKind.PERSON
        concept = "person" if person else "organization"
        made = _refer(
            parent,
            "TLCPerson" if person else "TLCOrganization",
            reference(Referred.AGENCY, agency.id),
            f"/akn/ontology/{concept}/vn/{part(agency.id)}",
            agency.name,
        )
        if agency.short:
            made.set("shortForm", clean(agency.short))

    def _measured(self, parent: etree._Element, record: Target | Funding) -> None:
        """What a quantity in the text is the measure of."""
        name = record.text
        if isinstance(record, Target):
            name = " – ".join(filter(None, (record.subject, record.indicator))) or name
        shown = name if len(name) <= _SHOWN else f"{name[:_SHOWN]}…"
        _refer(
            parent,
            "TLCConcept",
            reference(Referred.RECORD, record.id),
            record_iri(self._plan, record.id),
            shown,
        )

    def _cited(self, parent: etree._Element, citation: Citation, urn: str) -> None:
        number = citation.number.canonical if citation.number else citation.title
        shown = " ".join(filter(None, (citation.type_name, number))) or citation.text
        made = _refer(
            parent, "TLCReference", reference(Referred.INSTRUMENT, urn), work_iri(urn), shown
        )
        made.set("name", str(Relation.REFERS if citation.within else citation.relation))

    def _analysis(self, meta: etree._Element) -> None:
        """The tasks, with who answers for them: Akoma Ntoso has no element for that of its own."""
        if not self._plan.tasks:
            return
        parent = _add(_add(meta, "analysis", source=_SOURCE), "otherAnalysis", source=_SOURCE)
        for task in self._plan.tasks:
            self._task(parent, task)

    @staticmethod
    def _task(parent: etree._Element, task: Task) -> None:
        made = _own(parent, "task", record=task.id, form=str(task.form))
        for name, value in (
            ("section", task.section_id),
            ("action", task.action),
            ("deliverable", task.deliverable),
        ):
            if value is not None:
                made.set(name, clean(value))
        for duty in task.responsibilities:
            said = {"role": str(duty.role), "basis": str(duty.basis)}
            _own(
                made,
                "responsibility",
                agency=f"#{reference(Referred.AGENCY, duty.agency_id)}",
                **said,
            )
        for name, ids in (
            ("deadline", task.deadline_ids),
            ("target", task.target_ids),
            ("citation", task.citation_ids),
        ):
            for one in ids:
                _own(made, name, record=one)


def _level(parent: etree._Element, tag: str, this: str, uri: str) -> etree._Element:
    """A level of FRBR, with its names."""
    level = _add(parent, tag)
    _add(level, "FRBRthis", value=this)
    _add(level, "FRBRuri", value=uri)
    return level


def _cited(plan: Plan) -> Iterator[tuple[Citation, str]]:
    """The first citation of each instrument that has a name; one not in the title of another."""
    first: dict[str, Citation] = {}
    for citation in sorted(plan.citations, key=lambda one: one.within is not None):
        if citation.target_id is not None:
            first.setdefault(citation.target_id, citation)
    for urn, citation in first.items():
        yield citation, urn


def _refer(parent: etree._Element, tag: str, eid: str, href: str, shown: str) -> etree._Element:
    return _add(parent, tag, eId=eid, href=href, showAs=shown)


def _own(parent: etree._Element, tag: str, **attributes: str) -> etree._Element:
    """An element of vnplan, for which Akoma Ntoso has none."""
    made = etree.SubElement(parent, f"{{{RECORDS}}}{tag}")
    for name, value in attributes.items():
        made.set(name, clean(value))
    return made


def _add(parent: etree._Element, tag: str, **attributes: str) -> etree._Element:
    made = etree.SubElement(parent, f"{{{AKN}}}{tag}")
    for name, value in attributes.items():
        made.set(name, clean(value))
    return made
