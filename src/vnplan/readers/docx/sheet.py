"""What the stories of a document are written to, and what is known about all of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from vnplan.readers.docx.notes import Notes
from vnplan.readers.docx.numbering import Numbering
from vnplan.readers.docx.styles import Looks, Styles
from vnplan.readers.flow import Flow, Mark
from vnplan.text.document import Table


@dataclass(slots=True)
class Sheet:
    """The text as it grows, its tables, where its pages begin and where breaks were typed.

    `rendered`: Word left marks where its pages began. `legacy` are the encodings of the fonts that
    were converted; `contents` and `embedded` say that a table of contents was left out, and that a
    document inside the document could not be read.
    """

    styles: Styles
    looks: Looks
    numbering: Numbering
    notes: Notes
    flow: Flow = field(default_factory=Flow)
    tables: list[Table] = field(default_factory=list)
    pages: list[Mark] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    legacy: set[str] = field(default_factory=set)
    rendered: bool = False
    contents: bool = False
    embedded: bool = False
