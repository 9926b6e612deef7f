"""Papers typed without a form's boxes, colons and cells: what stands together is read together."""

from datetime import date
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from models.intake.opening.emphasis import chosen
from models.intake.papers import ReadPaper

from .drawn import made
from .measure import paper, read

ANSWER = """Hi Sam

Toby - seen four times, engaging well.

Ana B - not working with her, nothing from us.

Thanks
Jo Marsh
The Hub Youth Project
07700 900433

> From: Sam Lee
> Sent: 28 September 2026 10:31
> Returns please for: Toby Hallam 04/03/2011, Ana Birch 08/04/2010, Ana Cole 01/02/2010
"""


def answer(text: str = ANSWER) -> ReadPaper:
    message = EmailMessage()
    message["From"] = "Jo Marsh <jo.marsh@thehub.example>"
    message["To"] = "panel@council.example"
    message["Date"] = "Mon, 05 Oct 2026 20:13:44 +0100"
    message["Subject"] = "RE: returns for MACE Thursday 8th October"
    message.set_content(text)
    return read("answer.eml", message.as_bytes())


def drawing(tmp_path: Path, text: str) -> ReadPaper:
    path = tmp_path / "paper.docx.txt"
    path.write_text(text, "utf-8")
    return read("paper.docx", made(path))


def test_an_answer_names_in_full_whom_the_message_asked_about() -> None:
    paper = answer()
    told = [(one.get("name"), one.get("dob"), one.get("nothing_known")) for one in paper.records]
    assert paper.kind == "return"
    assert told == [
        ("Toby Hallam", date(2011, 3, 4), False),
        ("Ana Birch", date(2010, 4, 8), True),
    ]
    first = paper.records[0]
    assert first.get("agency") == "The Hub Youth Project"
    assert first.get("completed_by") == "Jo Marsh"
    assert (first.get("returned"), first.get("meeting")) == (date(2026, 10, 5), date(2026, 10, 8))


def test_a_first_name_that_two_bear_is_taken_for_neither() -> None:
    paper = answer(ANSWER.replace("Ana B -", "Ana -"))
    assert {one.get("name") for one in paper.records} <= {"Toby Hallam"}


def test_the_message_that_is_answered_is_kept_as_text() -> None:
    paper = answer()
    assert any("Returns please for" in one.text for one in paper.not_understood)


TICKED = """# MACE referral from schools
Pupil: Mia Hart
Date of birth: 30 Jan 2011
## Pupil is a
Boy
☒ Girl
Prefers to self describe
## Is the pupil in immediate danger?
Yes – I have rung 999
☒ No
## How worried are you?
Low – keeping an eye
☒ Medium
High
Completed by Jo Marsh, DSL, The Weir School, 01632 960512, jo@weir.example
"""


def test_of_options_without_boxes_the_ticked_one_is_chosen(tmp_path: Path) -> None:
    child = drawing(tmp_path, TICKED).records[0]
    assert child.get("immediate_risk") is False
    assert (child.get("gender"), child.get("risk")) == ("Female", "Medium")


def test_a_sender_in_one_line_is_told_apart(tmp_path: Path) -> None:
    child = drawing(tmp_path, TICKED).records[0]
    parts = ("referrer", "referrer_role", "referrer_agency", "referrer_phone", "referrer_email")
    assert [child.get(part) for part in parts] == [
        "Jo Marsh", "DSL", "The Weir School", "01632 960512", "jo@weir.example",
    ]  # fmt: skip


RUNNING = """# MACE referral
Name of child: Mia Hart
D.O.B 11/12/2009   Mosaic ID 733190
Immediate risk no, back in placement
Parent aware y / child aware n
What has happened: She was seen at the station with two men.
Plan for the week is that she stays at home.
Name of referrer Theodora Quill Job Youth worker Agency Stepping Post Project
"""


def test_labels_in_running_lines_need_no_colon(tmp_path: Path) -> None:
    child = drawing(tmp_path, RUNNING).records[0]
    wanted: dict[str, Any] = {
        "dob": date(2009, 12, 11),
        "la_id": "733190",
        "immediate_risk": False,
        "referrer": "Theodora Quill",
        "referrer_role": "Youth worker",
        "referrer_agency": "Stepping Post Project",
        "plan": None,
    }
    assert {field: child.get(field) for field in wanted} == wanted


GROUP = """# MACE peer group nomination
Group known as: "Weir lot" (also call themselves W7)
Reason for concern: Passing packages after school.
## Members we can name
| Name | Age / dob | School | Role in the group |
| Kai Ross | 16 | not in ed | gives orders |
| Eve Ross | 02/12/2010 | The Weir School | runs errands |
| "Smurf" (real name not known) | abt 14 | ? | new, follows Kai |
| Nige ? | adult, 30s | - | drops bags |
"""


def test_an_adult_among_a_groups_members_is_no_child(tmp_path: Path) -> None:
    group = drawing(tmp_path, GROUP).records[0]
    assert group.get("name") == "Weir lot"
    assert group.get("children") == ("Kai Ross", "Eve Ross", "Smurf")
    assert group.get("persons") == ("Nige",)


MEMBERS = """# MACE panel members
| Organisation | Name | Job | Email | Regular? |
| Weir Council | Ana Birch | Head of Safeguarding | ana@weir.example | Y |
| | Sam Lee | Co-ordinator | sam@weir.example | case only |
| The Hub Project | vacant | | | - |
Deputies: Ana – Bev White. Sam – Chidi Moss.
"""


def test_members_below_one_agency_are_its_members(tmp_path: Path) -> None:
    paper = drawing(tmp_path, MEMBERS)
    assert [(one.get("name"), one.get("agency"), one.get("core")) for one in paper.records] == [
        ("Ana Birch", "Weir Council", True),
        ("Sam Lee", "Weir Council", False),
    ]
    assert all(one.get("deputy") is None for one in paper.records)
    assert any("Bev White" in one.text for one in paper.not_understood)


class Run:
    """A stretch of text, bold or not."""

    def __init__(self, text: str, bold: bool = False) -> None:
        self.text, self.bold = text, bold
        self.underlined = self.highlighted = False


@pytest.mark.parametrize(
    ("runs", "said"),
    [
        (
            [Run("Child aware? Yes / "), Run("No", True), Run("      Parent aware? "),
             Run("Yes", True), Run(" / No")],
            "Child aware? ☐ Yes  ☒ No   Parent aware? ☒ Yes  ☐ No",
        ),
        (
            [Run("Type: CSE / "), Run("CCE", True), Run(" / "), Run("online", True),
             Run(" / missing")],
            "Type: ☐ CSE  ☒ CCE  ☒ online  ☐ missing",
        ),
    ],
)  # fmt: skip
def test_bold_answers_several_questions_and_several_kinds(runs: list[Run], said: str) -> None:
    assert chosen(runs) == said


FORM = ("# Child exploitation referral", "Name: Ada Holm", "Date of birth: 01/02/2011")
REASON = ("Men wait for her at the gate.", "They come twice a week.")


def test_a_line_that_rules_the_page_ends_an_answer_and_is_no_part_of_one() -> None:
    rule = "-" * 40
    entry = "14/06/2026  POSS CLASS B   NFA"
    read_form = paper(FORM[0], rule, *FORM[1:], "REASON FOR REFERRAL", rule, *REASON, rule, entry)
    assert read_form.records[0].get("reason") == "\n".join(REASON)
    left = [one.text for one in read_form.not_understood]
    assert rule not in left and any(text.startswith("14/06/2026") for text in left)


@pytest.mark.parametrize("line", ["_" * 40, "." * 50])
def test_a_line_to_write_on_is_no_part_of_an_answer_and_does_not_end_it(line) -> None:
    asked = "Reason for referral:"
    read_form = paper(*FORM, asked, line, REASON[0], line, REASON[1], line, "Gender: Female")
    one = read_form.records[0]
    assert (one.get("reason"), one.get("gender")) == ("\n".join(REASON), "Female")
    assert not read_form.not_understood
