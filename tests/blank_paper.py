"""The empty Word document that tests draw papers on."""

from functools import cache
from io import BytesIO
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE

WORN = {"Normal Table", "Table Grid"}


def blank_paper() -> Any:
    """The library's own empty document, without the hundred looks of tables that nobody wears."""
    return docx.Document(BytesIO(_blank()))


@cache
def _blank() -> bytes:
    document, kept = docx.Document(), BytesIO()
    for style in list(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in WORN:
            style.delete()
    links = document.part.rels
    for key in [key for key, link in links.items() if link.reltype.endswith("/stylesWithEffects")]:
        del links[key]
    document.save(kept)
    return kept.getvalue()
