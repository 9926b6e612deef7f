"""What one child's line says goes to no other child, and what goes to none is kept as text."""

import io

from openpyxl import Workbook

from exports.lead_update import HEADINGS
from models.intake.papers import ReadPaper
from models.marks import Sharing

from .measure import paper, read


def texts(read_paper: ReadPaper) -> str:
    return " ".join(one.text for one in read_paper.not_understood)


def test_a_number_below_a_list_of_several_children_is_no_childs() -> None:
    siblings = paper(
        "# Multi-agency referral form",
        "| First name | Surname | DOB | School |",
        "| Mirko | Dragomir | 08/08/2010 | Lacemarket College |",
        "| Elena | Dragomir | 19/01/2016 | Plumptre Primary |",
        "",
        "| NHS number | 943 476 5919 |",
        "| Telephone | 07700 900123 |",
        "| Reason for referral | Seen with older men. |",
    )
    assert [one.get("nhs") for one in siblings.records] == [None, None]
    assert {one.get("reason") for one in siblings.records} == {"Seen with older men."}
    assert "943 476 5919" in texts(siblings)


def test_a_sentence_about_one_of_several_children_gives_no_other_its_school() -> None:
    told = paper(
        "# Multi-agency referral form",
        "| First name | Surname | DOB |",
        "| Mirko | Dragomir | 08/08/2010 |",
        "| Elena | Dragomir | 19/01/2016 |",
        "",
        "| Reason for referral | Mirko was at Plumptre Academy on Monday, then with “Zed”. |",
        "| White | British ☒ Irish ☐ |",
    )
    assert [(one.get("school"), one.get("ethnicity")) for one in told.records] == [(None, None)] * 2
    assert all("Plumptre Academy" in str(one.get("reason")) for one in told.records)
    assert "British ☒" in texts(told)


def workbook(**sheets: dict[str, str]) -> bytes:
    book, held = Workbook(), io.BytesIO()
    for name, told in sheets.items():
        sheet = book.create_sheet(name)
        for row in told.items():
            sheet.append(row)
    book.remove(book.worksheets[0])
    book.save(held)
    return held.getvalue()


def of(name: str, number: str) -> dict[str, str]:
    return {
        "Name": name,
        "LCS number": number,
        "Reason for referral": "Found in town",
        "Social worker": "Jo Bell",
    }


ONE, OTHER = of("Kim Marsh", "LCS12345"), of("Lee Marsh", "LCS12346")
MORE = {
    "School": "Corley High",
    "Ethnicity": "White British",
    "First language": "English",
    "Religion": "None",
    "Disability": "Deaf",
}


def test_a_worksheet_that_names_nobody_goes_on_with_the_first_unless_a_child_is_between() -> None:
    (alone,) = read("a.xlsx", workbook(Child=ONE, More=MORE)).records
    assert (alone.get("name"), alone.get("school")) == ("Kim Marsh", "Corley High")
    both = read("a.xlsx", workbook(Child=ONE, Brother=OTHER, More=MORE))
    (first,) = [one for one in both.records if one.get("name") == "Kim Marsh"]
    assert first.get("school") is None


def test_the_answers_of_an_update_that_names_no_child_are_kept_as_text() -> None:
    answer = ("R001", "Refer to CAMHS", "accepted", "04/12/2026", "page 3", "High")
    update = paper(
        "# Lead professional's update", *(f"| {' | '.join(row)} |" for row in (HEADINGS, answer))
    )
    assert update.records == ()
    assert all(said in texts(update) for said in answer)


def test_only_plain_words_say_that_nothing_is_kept_back() -> None:
    """Beside "Not to be shared", a bare "yes" or "panel" may mean the reverse."""
    said = ("Yes", "Panel", "Ok to share with all", "None")
    told = paper(
        "# Agency information return: Police",
        "| Child | Information | Not to be shared |",
        *(f"| Kim Marsh | Seen in town {at}. | {word} |" for at, word in enumerate(said)),
    )
    held = [one for one in told.records if one.get("sharing") is Sharing.NOT_SHARED]
    assert (len(told.records), len(held)) == (6, 2)
