"""Nodes inside a document: its tasks, targets, deadlines and sections."""

from __future__ import annotations

from vnplan.graph.documents import Document, shortened
from vnplan.graph.model import (
    DeadlineNode,
    NodeKind,
    RecordNode,
    SectionNode,
    TargetNode,
    TaskNode,
)
from vnplan.records import Deadline, Section, Target, Task


def task_node(document: Document, task: Task) -> TaskNode:
    return {
        **_record(document, NodeKind.TASK, task, task.text),
        "text": task.text,
        "action": task.action,
        "form": task.form,
        "section_id": task.section_id,
    }


def target_node(document: Document, target: Target) -> TargetNode:
    figure = target.quantity
    return {
        **_record(document, NodeKind.TARGET, target, target.text),
        "text": target.text,
        "subject": target.subject,
        "indicator": target.indicator,
        "value": format(figure.value, "f") if figure else None,
        "upper": format(figure.upper, "f") if figure and figure.upper is not None else None,
        "unit": figure.unit if figure else None,
        "comparator": figure.comparator if figure else None,
        "change": figure.change if figure else None,
        "per": figure.per if figure else None,
        "section_id": target.section_id,
    }


def deadline_node(document: Document, deadline: Deadline) -> DeadlineNode:
    return {
        **_record(document, NodeKind.DEADLINE, deadline, deadline.text),
        "text": deadline.text,
        "deadline_kind": deadline.kind,
        "starts_on": deadline.start,
        "ends_on": deadline.end,
        "recurrence": deadline.recurrence,
        "approximate": deadline.approximate,
        "inferred": deadline.inferred,
    }


def section_node(document: Document, section: Section) -> SectionNode:
    title = " ".join(part for part in (section.label, section.heading) if part)
    return {
        **_record(document, NodeKind.SECTION, section, title or section.id),
        "heading": section.heading,
        "section_kind": section.kind,
        "role": section.role,
    }


def _record(
    document: Document, kind: NodeKind, record: Task | Target | Deadline | Section, label: str
) -> RecordNode:
    return {
        "kind": kind,
        "label": shortened(label),
        "document": document.key,
        "record_id": record.id,
        "span_start": record.span.start,
        "span_end": record.span.end,
        "page": document.plan.page_of(record),
    }
