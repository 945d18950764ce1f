"""Tasks and responsibilities (nhiệm vụ, trách nhiệm): who must do what by when.

Four forms with one path for what they share: items under agency headings, sentences that name their
actors, labelled blocks, rows of assignment tables. `items` decides which parts are tasks, `scope`
whom headings and lead-ins address, `responsibilities` who has which part, `blocks` and `rows` read
labels and columns.
"""

from vnplan.parsers.tasks.context import TaskContext, TaskReading
from vnplan.parsers.tasks.find import find_tasks

__all__ = ["TaskContext", "TaskReading", "find_tasks"]
