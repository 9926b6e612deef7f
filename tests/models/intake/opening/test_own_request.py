"""A request of the panel's own come back as a PDF: its own sentences are nobody's news."""

from models import codes
from models.intake.opening.own_request import printed_by_us
from models.intake.papers import Block
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
