"""Forms of the panel's own come back as a PDF: their own sentences are nobody's news."""

import pytest

from models import codes
from models.intake.opening.own_forms import printed_by_us
from models.intake.papers import Block, Cell, Table
from models.intake.printed import is_printed

WORDING = codes.find("wordings", "information_request").text.strip()
OURS = (
    "Requested by Saltmere MACE",
    WORDING,
    "Lawful basis: UK GDPR Article 6(1)(c) and (e)",
    "Item: V1 · Postcode: SM3 7HQ · School: Saltmere High",
)
TITLE = Block("Agency information return: Health", "page 1, paragraph 1", 1)
EDGE = Block("Information request, version 1. Issued to: Health\tPage 1 of 2", "page edge 4")


def blocks(*texts: str) -> list[Block]:
    return [Block(text, f"page 1, paragraph {at}") for at, text in enumerate(texts, 2)]


def test_what_the_request_itself_says_is_known_and_what_was_written_in_is_not() -> None:
    marks = printed_by_us([TITLE, *blocks(*OURS, "She has moved to her aunt"), EDGE])
    assert all(is_printed(one, marks) for one in (*OURS, EDGE.text))
    assert not is_printed("She has moved to her aunt", marks)


def test_another_agencys_paper_has_no_printed_words() -> None:
    assert not printed_by_us([*blocks(*OURS), EDGE])
    assert not printed_by_us([TITLE, *blocks(*OURS)])


SHEET = (
    Block("Recommendations to the plan", "page 1, paragraph 1", 1),
    Block("Recommendations to the plan, version 2. Issued to: Kian Baines", "page edge 4"),
)
DISAGREE = codes.find("wordings", "disagreement").text.strip()
REQUEST = codes.find("wordings", "reply_request").text.strip()


@pytest.mark.parametrize(
    "text",
    [
        DISAGREE,
        DISAGREE.replace(" ", "\n"),
        f"If you disagree {DISAGREE}",
        DISAGREE[:60],
        DISAGREE[60:],
        f"{DISAGREE} {REQUEST[:40]}",
        "R003",
        "End of the recommendations.",
        "Not stated: what will show it",
    ],
)
def test_a_sheets_sentences_are_known_however_a_page_breaks_them(text: str) -> None:
    assert is_printed(text, printed_by_us([*SHEET, Block(text, "page 2, paragraph 1")]))


@pytest.mark.parametrize(
    "text",
    [
        "We disagree with this recommendation",
        f"{DISAGREE} But the plan already says so.",
        "By when: 4 Jan 2027",
        "Rejected",
        "No",
    ],
)
def test_what_the_plan_answers_on_a_sheet_stays_to_be_read(text: str) -> None:
    assert not is_printed(text, printed_by_us([*SHEET, Block(text, "page 2, paragraph 1")]))


def test_a_cell_and_a_row_of_ours_are_known_in_a_table() -> None:
    rows = (
        (Cell("Send to", "1"), Cell("mace@saltmere.example.gov.uk", "2")),
        (Cell("If you disagree", "3"),),
        (Cell("Your update", "4"), Cell("He is home by ten", "5")),
    )
    marks = printed_by_us([*SHEET, Table(rows, "page 1, table 1")])
    assert is_printed("Send to: mace@saltmere.example.gov.uk", marks)
    assert is_printed("If you disagree", marks)
    assert not is_printed("He is home by ten", marks)


def test_an_update_is_known_by_its_title_and_edge() -> None:
    marks = printed_by_us(
        [
            Block("Lead professional's update", "page 1, paragraph 1", 1),
            Block("For Saltmere MACE", "page 1, paragraph 2"),
            Block("Please write under each heading what is new. Saltmere MACE", "page 1"),
            Block("Date of risk", "page 1, paragraph 3"),
            Block("Lead professional's update, version 1. Issued to: K. Baines", "page edge 1"),
        ]
    )
    for text in ("Please write under each heading what is new. Saltmere MACE", "Date of risk"):
        assert is_printed(text, marks)
