"""Agencies (cơ quan, tổ chức, đơn vị): where a document names one, and which it is.

Two layers:

- `find_mentions(text, lexicon, on=day, setting=…)` reads one logical line and gives the bodies it
  names (`NamedBody`: offsets, name, lexicon entry or class, territory, post). It knows nothing of
  the document. `split_party_list(text, start, end)` gives the parties listed from an offset on
  ("phối hợp với …"), up to the verb.
- `find_agencies(lines, AgencyContext(header=…, sections=…, abbreviations=…, frame=…, tables=…))`
  reads a document and gives an `AgencyReading`: `agencies`, `mentions` and `issuer` for the plan,
  and for the parsers behind it `in_line(index)`, `within(start, end)` and
  `parties(index, text, start)`, which answer with `Placed` (line, offsets in it, agency, mention).

Classes are one party ("UBND các xã, phường"); "Giám đốc Sở Y tế" is Sở Y tế; "Sở" alone is the Sở
of the nearest heading.
"""

from vnplan.parsers.agencies.body import Basis, NamedBody, Territory
from vnplan.parsers.agencies.context import AgencyContext
from vnplan.parsers.agencies.find import find_agencies
from vnplan.parsers.agencies.reading import AgencyReading, Placed
from vnplan.parsers.agencies.search import chain, find_mentions, split_party_list
from vnplan.parsers.agencies.setting import LineKind, Setting

__all__ = [
    "AgencyContext",
    "AgencyReading",
    "Basis",
    "LineKind",
    "NamedBody",
    "Placed",
    "Setting",
    "Territory",
    "chain",
    "find_agencies",
    "find_mentions",
    "split_party_list",
]
