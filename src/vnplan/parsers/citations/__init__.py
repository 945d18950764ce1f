"""Citations (văn bản viện dẫn): which instruments a document names, where and how."""

from vnplan.parsers.citations.context import CitationContext
from vnplan.parsers.citations.find import CitationReading, find_citations, read_citations
from vnplan.parsers.citations.findings import citation_findings

__all__ = [
    "CitationContext",
    "CitationReading",
    "citation_findings",
    "find_citations",
    "read_citations",
]
