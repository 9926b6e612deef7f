"""What stays together on a page and has room around it: how a document looks, not what it says."""

import re

from exports import wordml

ROW_KEPT = '<w:keepNext w:val="1"/>'
ROOM_BELOW = '<w:spacing w:after="200"/>'
ROOM_ABOVE = '<w:spacing w:before="120"/>'
SMALL = 7
"""The most rows, the heading among them, of a table that no page end parts."""
LOOK = re.compile(
    r'<w:(?:(?:p|tbl)Style w:val="[^"]*"|keepNext w:val="1"|spacing w:after="200"'
    r'|spacing w:before="120")/>'
    r'| w:w="\d+"| c[xy]="\d+"'
    rf"|{wordml.PASSING}.*?</w:r>"
)
"""What a document has of its template, its pages or of the day, and does not say."""
STYLED = re.compile(r'(<w:pStyle w:val="[^"]*"/>)(?!<w:keepNext)')


def rows_together(rows: list[str]) -> list[str]:
    """A table's rows, so that no page holds its heading, its first row or its last row alone."""
    last = len(rows) - 1
    small = len(rows) <= SMALL
    return [
        STYLED.sub(rf"\1{ROW_KEPT}", row)
        if at < last and (small or at in (0, 1, last - 1))
        else row
        for at, row in enumerate(rows)
    ]


def below_list(xml: str) -> str:
    """A paragraph with room above it, under a list; anything else as it is."""
    if not xml.startswith("<w:p>"):
        return xml
    return xml.replace("</w:pPr>", f"{ROOM_ABOVE}</w:pPr>", 1)
