"""The marks of what a form says, put into a form that is to come back."""

from collections.abc import Iterator, Mapping

from lxml import etree

from exports.wordml import escaped
from models.intake.printed import PART, PROPERTY, marks_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
KIND = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
CONTENT_TYPE = f'<Override PartName="/{PART}" ContentType="{KIND}"/>'
RELATIONSHIP = f'<Relationship Id="printed" Type="{RELATION}" Target="{PART}"/>'


def custom_properties(stories: Mapping[str, bytes]) -> bytes:
    """The part that holds the marks of all texts in these stories of a document."""
    texts = [text for story in stories.values() for text in _texts(etree.fromstring(story))]
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties'
        ' xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
        ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{PROPERTY}">'
        f"<vt:lpwstr>{escaped(marks_of(texts))}</vt:lpwstr></property></Properties>"
    ).encode()


def _texts(story: etree._Element) -> Iterator[str]:
    """Paragraphs outside tables, each row of a label and its value, and each cell of a heading."""
    for row in story.iter(f"{W}tr"):
        cells = ["".join(cell.itertext(f"{W}t")) for cell in row.iter(f"{W}tc")]
        if row.find(f"{W}trPr/{W}tblHeader") is not None:
            yield from cells
        elif len(cells) == 2 and cells[1].strip():
            yield f"{cells[0]}: {cells[1]}"
    for paragraph in story.iter(f"{W}p"):
        if not any(True for _ in paragraph.iterancestors(f"{W}tc")):
            yield "".join(paragraph.itertext(f"{W}t", f"{W}tab"))
