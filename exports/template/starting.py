"""A template to start from: every style and placeholder shown and told, ready to be changed."""

from collections.abc import Iterator
from datetime import datetime

from exports import imprint
from exports.imprint import Imprint
from exports.sheet import Sheet
from exports.styles import Style
from exports.wordml import Bold
from models.records.panel import PanelRecord

TITLE = "Starting template"
STEPS = (
    "Change what you like: the page and its margins, the typeface, header and footer, a crest, and"
    " how each style looks. Landscape and other sizes of paper will do.\n"
    "Keep the styles by their names and the words in double braces. Where they stand in header or"
    " footer, and how they look, is yours.\n"
    "Save it as a Word document (.docx) or template (.dotx), without macros.\n"
    "In MaceDesk choose it under Settings, Documents. What is missing is said there, and where.\n"
    "This text is left out of all documents. Pictures belong into the header or footer, small, and"
    " with alternative text.\n"
    "Where first or even pages have a header and footer of their own, these need all of it too."
).splitlines()
NEEDED = (
    "They stand in header and footer. {{panel}} and {{document}} may be left out, the rest not."
)
FILLED = {
    "marking": "The marking, such as OFFICIAL-SENSITIVE. In the header and in the footer.",
    "handling": "The handling line, as Settings, Wording has it.",
    "status": "How far the document has come, such as DRAFT, not approved.",
    "version": "The number of the version.",
    "issued_to": "Who the document is for.",
    "panel": "The panel’s name.",
    "document": "What the document is, such as Minutes.",
}
FIELDS = {
    "PAGE": "The number of the page: Insert, Page number.",
    "NUMPAGES": "How many pages there are: Insert, Quick parts, Field, NumPages.",
}
USED = {
    Style.TITLE: "The document’s name, once.",
    Style.SUBTITLE: "The line under it: the day.",
    Style.HEADING_1: "The parts of a document and the sections of the agenda.",
    Style.HEADING_2: "Each item.",
    Style.HEADING_3: "The parts of an item.",
    Style.NORMAL: "Text.",
    Style.BULLET: "Lists. The bullet belongs to the style.",
    Style.CELL: "Text in tables.",
    Style.CELL_HEADING: "The first row of a table; it is repeated on each page.",
    Style.LABEL: "The left column of facts.",
    Style.NOTE: "Small print: statements and the last line.",
    Style.TABLE: "Tables with a first row of headings. A table style.",
    Style.FACTS: "Two columns, label and value. A table style.",
}
SAMPLE = (("A1", "What was agreed", "12 March"), ("A2", "What was agreed as well", "19 March"))


class _Unfilled(Imprint):
    """An imprint that leaves header and footer as the template has them."""

    @property
    def placeholders(self) -> dict[str, str]:
        """Every placeholder as itself."""
        return {name: f"{{{{{name}}}}}" for name in imprint.KNOWN}


def starting(panel: PanelRecord, made_at: datetime) -> bytes:
    """The Word file, in the program's own look."""
    sheet = Sheet(_Unfilled(panel, TITLE, "", made_at))
    sheet.title(TITLE, "For the documents of the panel")
    sheet.heading("What to do", 1)
    sheet.bullets(STEPS)
    sheet.heading("Words that are filled in", 1)
    sheet.paragraph(NEEDED)
    sheet.table(("Write", "It becomes"), _filled(), (26, 74), "Placeholders")
    sheet.heading("Styles", 1)
    sheet.table(("Style", "Where it is used"), _styles(), (30, 70), "Styles")
    _samples(sheet)
    sheet.end("Small print, in MACE Note.")
    return sheet.to_bytes()


def _filled() -> Iterator[tuple[str, str]]:
    for name, words in FILLED.items():
        yield f"{{{{{name}}}}}", words
    for field, words in FIELDS.items():
        yield f"field {field}", words


def _styles() -> Iterator[tuple[tuple[str, ...], str]]:
    for style, words in USED.items():
        yield (Bold(style.value),), words


def _samples(sheet: Sheet) -> None:
    sheet.heading("How they look: Heading 1", 1)
    sheet.heading("An item: Heading 2", 2)
    sheet.heading("A part of an item: Heading 3", 3)
    sheet.paragraph("Text of the document, in Normal.")
    sheet.bullets(("A line of a list, in List Bullet", "Another line"))
    rows = (("Decision", "Text in MACE Cell beside a label in MACE Label"), ("Review", "12 March"))
    sheet.facts(rows, "Facts")
    sheet.paragraph("A table in MACE Table:")
    sheet.table(("No", "Action", "Due"), SAMPLE, (12, 64, 24), "Actions")
