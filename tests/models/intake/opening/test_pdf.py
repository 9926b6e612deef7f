"""A PDF reads as the paper that it shows: paragraphs, tables, and what was filled in."""

from pathlib import Path

from models.intake.opening import open_paper
from models.intake.papers import Block, Content, Table
from tests.models.intake.opening.made_pdf import at, pdf, ruled, text_field, tick
from tests.models.intake.understanding.drawn import made
from tests.models.intake.understanding.measure import read
from tests.models.intake.understanding.test_invented_papers import PAPERS, TRUTH, is_right

TEN = Path(__file__).parents[3] / "data" / "pdf_papers"
LEAST = 0.97


def opened(*pages: str, fields: tuple[str, ...] = ()) -> Content:
    return open_paper("paper.pdf", pdf(*pages, fields=fields))


def texts(content: Content) -> list[str]:
    return [part.text for part in content.parts if isinstance(part, Block)]


def rows(content: Content) -> list[list[str]]:
    tables = (part for part in content.parts if isinstance(part, Table))
    return [[cell.text for cell in row] for table in tables for row in table.rows]


def test_ten_papers_read_from_pdf_nearly_as_well_as_from_word() -> None:
    asked = right = as_word = 0
    for file in sorted(TEN.glob("*.pdf")):
        name = f"{file.stem}.docx.txt"
        told, word = read("a.pdf", file.read_bytes()), read("a.docx", made(PAPERS / name))
        for place, fields in enumerate(TRUTH[name]["records"]):
            for field, wanted in fields.items():
                asked += 1
                right += is_right(wanted, told.records[place].get(field))
                as_word += is_right(wanted, word.records[place].get(field))
    assert asked > 200
    assert right >= LEAST * asked
    assert right >= as_word - 0.02 * asked


def test_a_large_line_is_a_heading_and_bold_words_lead_their_paragraph() -> None:
    content = opened(
        at(50, 800, "Referral", size=18)
        + at(50, 760, "Name:", "B")
        + at(90, 760, "Aidan Holt, who lives with his aunt and has done for a year")
    )
    head, told = content.parts
    assert isinstance(head, Block) and head.text == "Referral" and head.heading == 1
    assert isinstance(told, Block) and told.bold_lead == "Name:"


def test_a_line_that_had_to_turn_runs_on_and_one_that_could_have_gone_on_does_not() -> None:
    long = "He was seen again at the station with two older men in a car that nobody there knows,"
    long += " and the guard thinks"
    content = opened(
        at(50, 700, long) + at(50, 686, "from the estate.") + at(50, 672, "DOB: 1 May 2011")
    )
    assert texts(content) == [f"{long} from the estate.", "DOB: 1 May 2011"]


def test_a_ruled_table_keeps_rows_and_columns_and_a_wide_cell_its_span() -> None:
    level = "".join(f"50 {y} m 500 {y} l S\n" for y in (700, 680, 660))
    uprights = "".join(f"{x} 660 m {x} 700 l S\n" for x in (50, 500))
    content = opened(
        level
        + uprights
        + "200 660 m 200 680 l S\n"
        + at(60, 685, "About the child")
        + at(60, 665, "Date of birth")
        + at(210, 665, "12/03/2011")
    )
    (table,) = content.parts
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["About the child"],
        ["Date of birth", "12/03/2011"],
    ]
    assert table.rows[0][0].span == 2
    assert table.rows[1][1].where == "page 1, table 1, row 2, column 2"


def test_labels_and_answers_in_columns_that_nothing_rules_are_a_table() -> None:
    content = opened(
        at(50, 700, "Name of child")
        + at(220, 700, "Aidan Holt")
        + at(50, 684, "Date of birth")
        + at(220, 684, "12/03/2011")
        + at(50, 668, "School")
        + at(220, 668, "Park Lane")
    )
    assert rows(content) == [
        ["Name of child", "Aidan Holt"],
        ["Date of birth", "12/03/2011"],
        ["School", "Park Lane"],
    ]


def test_the_signs_of_a_list_are_no_labels() -> None:
    told = ("Seen with older men.", "Missing twice.", "Afraid of school.")
    drawn = "".join(
        at(50, 700 - 16 * number, "-") + at(75, 700 - 16 * number, text)
        for number, text in enumerate(told)
    )
    assert texts(opened(drawn)) == [f"- {text}" for text in told]


def test_what_was_filled_in_stands_where_its_field_stands() -> None:
    content = opened(
        ruled((50, 200, 500), (700, 680, 660))
        + at(55, 685, "Name")
        + at(55, 665, "At risk?")
        + at(230, 665, "Yes")
        + at(290, 665, "No"),
        fields=(
            text_field("Aidan Holt", 205, 682),
            tick(True, 215, 664),
            tick(False, 275, 664),
        ),
    )
    assert rows(content) == [["Name", "Aidan Holt"], ["At risk?", "☒ Yes\t☐ No"]]


def test_a_table_that_goes_on_overleaf_is_one_and_its_heading_counts_once() -> None:
    head = at(55, 685, "Name") + at(205, 685, "Born")
    page = ruled((50, 200, 500), (700, 680, 660)) + head
    content = opened(
        page + at(55, 665, "Aidan") + at(205, 665, "2011"),
        page + at(55, 665, "Bea") + at(205, 665, "2012"),
    )
    assert rows(content) == [["Name", "Born"], ["Aidan", "2011"], ["Bea", "2012"]]


def test_what_runs_along_the_edge_of_every_page_is_told_once_and_page_numbers_never() -> None:
    def page(number: int, text: str) -> str:
        edge = at(50, 20, f"OFFICIAL-SENSITIVE 12/{number}") + at(500, 20, f"Page {number} of 2")
        return at(50, 820, "Northwold MACE") + at(50, 700, text) + edge

    told = texts(opened(page(1, "Aidan is missing."), page(2, "Bea is safe.")))
    assert told[:2] == ["Aidan is missing.", "Bea is safe."]
    assert told.count("Northwold MACE") == 1


def test_a_page_that_is_a_picture_is_named_beside_the_pages_that_are_read() -> None:
    content = open_paper(
        "a.pdf", pdf(at(50, 700, "Aidan"), "10 0 0 10 0 0 cm /Im Do\n", image=True)
    )
    assert "A page is a picture of a paper and was not read: page 2." in content.notes


def test_columns_that_stand_close_are_told_by_gaps_at_one_place() -> None:
    """The gap is no wider than a letter is high: by itself it could stand in a sentence."""
    content = opened(
        at(50, 700, "Reference")
        + at(114, 700, "Owner")
        + at(50, 684, "2026-1234")
        + at(114, 684, "Daisy Yates")
        + at(50, 668, "2026-1235")
        + at(114, 668, "Owen Baines")
    )
    assert rows(content) == [
        ["Reference", "Owner"],
        ["2026-1234", "Daisy Yates"],
        ["2026-1235", "Owen Baines"],
    ]


def test_a_wide_gap_in_one_sentence_parts_no_column() -> None:
    content = opened(
        at(50, 700, "He was seen")
        + at(122, 700, "again at the station with two older men in a car.")
        + at(50, 660, "Nobody knows either of them.")
    )
    assert rows(content) == []
