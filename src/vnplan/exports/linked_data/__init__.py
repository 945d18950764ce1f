"""Linked data: a Plan as a graph in JSON-LD 1.1.

    data = linked_data(plan)  # a dict, ready for json.dumps
    data["@graph"][0]["id"]   # the document: its URN:LEX

Documents and citations are said in the words of ELI and schema.org, tasks, responsibilities,
targets and deadlines in a small vocabulary of vnplan (`vocabulary`, docs/standards.md). The context
is in the file: reading it fetches nothing.
"""

from __future__ import annotations

from vnplan.exports.linked_data.graph import context, linked_data, render, vocabulary

__all__ = ["context", "linked_data", "render", "vocabulary"]
