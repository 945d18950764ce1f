"""Plans as graphs: who is responsible for what, which document rests on which, and what to ask.

    from vnplan import graph, parse_file

    plans = [parse_file(path) for path in paths]
    duties = graph.responsibility(plans)     # a networkx.MultiDiGraph
    graph.load(duties)                       # agencies, the most loaded first
    cited = graph.citations(plans)
    graph.citing(cited, "1665/QĐ-TTg", relations={Relation.IMPLEMENTS})
    graph.compare(plans, "1665/QĐ-TTg")

Both graphs are pure functions of the plans: the same in any order of input. What their nodes and
edges hold is in `model`; `writers` gives them to other programs. networkx is imported when the
first graph is made.
"""

from __future__ import annotations

from vnplan.graph.citers import Citing, citing
from vnplan.graph.comparison import (
    NORMATIVE,
    ComparedOwner,
    ComparedPlan,
    ComparedTarget,
    ComparisonRow,
    OwnerBasis,
    compare,
    comparison_rows,
)
from vnplan.graph.duties import responsibility
from vnplan.graph.grounds import GROUNDS, Foundation, foundations
from vnplan.graph.instruments import citations
from vnplan.graph.lookup import find
from vnplan.graph.model import Evidence, Link, NodeKind
from vnplan.graph.partners import WORKING_ROLES, Cooperation, cooperation, partners
from vnplan.graph.ranking import Ranked, most_cited, pagerank
from vnplan.graph.workload import Load, load

__all__ = [
    "GROUNDS",
    "NORMATIVE",
    "WORKING_ROLES",
    "Citing",
    "ComparedOwner",
    "ComparedPlan",
    "ComparedTarget",
    "ComparisonRow",
    "Cooperation",
    "Evidence",
    "Foundation",
    "Link",
    "Load",
    "NodeKind",
    "OwnerBasis",
    "Ranked",
    "citations",
    "citing",
    "compare",
    "comparison_rows",
    "cooperation",
    "find",
    "foundations",
    "load",
    "most_cited",
    "pagerank",
    "partners",
    "responsibility",
]
