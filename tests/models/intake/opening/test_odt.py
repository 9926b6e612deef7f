"""An OpenDocument text reads as a Word document does."""

import pytest

from models.errors import Refusal
from models.intake.opening import open_paper
from models.intake.papers import Block, Table
from tests.models.intake.opening.made import zipped

NAMESPACES = (
    'xmlns:office="urn:o" xmlns:text="urn:t" xmlns:table="urn:tb" xmlns:style="urn:s" '
    'xmlns:fo="urn:f" xmlns:draw="urn:d"'
)
MIME = "application/vnd.oasis.opendocument.text"
BOLD = '<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>'


def odt(body: str, kind: str = "text", **more: str | bytes) -> bytes:
    """Return a document of this body."""
    parts: dict[str, str | bytes] = {
        "mimetype": MIME.replace("text", kind),
        "content.xml": (
            f"<office:document-content {NAMESPACES}><office:automatic-styles>{BOLD}"
            f"</office:automatic-styles><office:body><office:{kind}>{body}</office:{kind}>"
            "</office:body></office:document-content>"
        ),
    }
    return zipped(parts | {name.replace("__", "/"): text for name, text in more.items()})


def row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def cell(text: str, properties: str = "") -> str:
    return f"<table:table-cell {properties}><text:p>{text}</text:p></table:table-cell>"


COVERED = "<table:covered-table-cell/>"


def test_headings_bold_words_tabs_and_runs_of_spaces_are_kept() -> None:
    head, told = open_paper(
        "a.odt",
        odt(
            '<text:h text:outline-level="2">About</text:h>'
            '<text:p><text:span text:style-name="B">Name:</text:span> Aidan<text:tab/>Holt'
            '<text:s text:c="2"/>x</text:p>'
        ),
    ).parts
    assert isinstance(head, Block) and (head.text, head.heading) == ("About", 2)
    assert isinstance(told, Block) and told.bold_lead == "Name:"
    assert told.text == "Name: Aidan\tHolt  x"


def test_wide_and_high_cells_cover_what_they_cover() -> None:
    (table,) = open_paper(
        "a.odt",
        odt(
            "<table:table>"
            + row(cell("Head", 'table:number-columns-spanned="2"'), COVERED)
            + row(cell("High", 'table:number-rows-spanned="2"'), cell("one"))
            + row(COVERED, cell("two"))
            + "</table:table>"
        ),
    ).parts
    assert isinstance(table, Table)
    assert [[each.text for each in each_row] for each_row in table.rows] == [
        ["Head"], ["High", "one"], ["", "two"],
    ]  # fmt: skip
    assert table.rows[0][0].span == 2 and table.rows[2][0].continues


def test_a_sheet_of_a_workbook_has_its_name() -> None:
    body = f'<table:table table:name="Tracker">{row(cell("Name"), cell("DOB"))}</table:table>'
    (table,) = open_paper("a.ods", odt(body, "spreadsheet")).parts
    assert isinstance(table, Table) and table.sheet == "Tracker"


def test_a_column_repeated_a_million_times_is_not_drawn_out() -> None:
    many = cell("x", 'table:number-columns-repeated="9999999"')
    (table,) = open_paper("a.odt", odt(f"<table:table>{row(many)}</table:table>")).parts
    assert isinstance(table, Table) and len(table.rows[0]) <= 100


def test_deleted_text_and_comments_are_left_out() -> None:
    content = open_paper(
        "a.odt",
        odt(
            "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
            "<text:p>Aidan<office:annotation><text:p>secret</text:p></office:annotation></text:p>"
        ),
    )
    assert [part.text for part in content.parts if isinstance(part, Block)] == ["Aidan"]
    assert "A comment was not read." in content.notes


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"Basic__script.xml": "<a/>"}, "macros"),
        ({"META-INF__manifest.xml": "<a><encryption-data/></a>"}, "locked with a password"),
    ],
)
def test_macros_and_passwords_are_refused(more: dict[str, str | bytes], said: str) -> None:
    with pytest.raises(Refusal, match=said):
        open_paper("a.odt", odt("<text:p>Aidan</text:p>", **more))
