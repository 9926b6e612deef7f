"""Layouts that no council has sent yet: what their labels, cells and letters say of a child."""

from datetime import date

import pytest

from models.intake.understanding.dates import read_day
from models.intake.understanding.lexicon import recognise
from models.intake.understanding.return_titles import meeting_in_title

from .lists_made import word
from .measure import read

CHILD = [["Name of child", "Tia Kerr"], ["Date of birth", "17/02/2011"], ["NHS number", ""]]


def said(*parts: object) -> dict[str, object]:
    """Return the fields of the one child whom a referral of these parts is about."""
    (record,) = read("paper", word("# Child referral form", *parts)).records
    return {field.name: field.value for field in record.fields}


def test_whether_a_child_is_safe_is_the_reverse_of_a_risk() -> None:
    assert said([*CHILD, ["Is she safe tonight?", "Yes"]])["immediate_risk"] is False
    assert said([*CHILD, ["Is she safe tonight?", "No"]])["immediate_risk"] is True


def test_an_instruction_behind_a_question_is_no_answer() -> None:
    asked = [*CHILD, ["NRM referral made? If so give outcome", "No – consent sought"]]
    assert said(asked)["nrm"] == "No – consent sought"


def test_in_a_form_of_two_columns_the_words_behind_a_dash_belong_to_the_label() -> None:
    asked = [*CHILD, ["NRM – referral made and decision", "Positive"], ["Plan", "CP"]]
    assert said(asked)["nrm"] == "Positive"


def test_yes_under_the_name_of_a_plan_is_that_plan() -> None:
    assert said([*CHILD, ["LAC?", "Yes"]])["plan"] == "CLA"
    assert said([*CHILD, ["LAC?", "No"]]).get("plan") is None


def test_who_signs_a_letter_sends_it_and_whom_it_refers_is_the_child() -> None:
    fields = said(
        "I would like to refer Tia Kerr (dob 17/02/2011) to the panel.",
        "Reason for referral: Seen in cars at night.",
        "Kind regards",
        "Rita Voss",
    )
    assert fields["name"] == "Tia Kerr"
    assert fields["dob"] == date(2011, 2, 17)
    assert fields["reason"] == "Seen in cars at night."
    assert fields["referrer"] == "Rita Voss"


@pytest.mark.parametrize(
    ("label", "field"),
    [("Young people involved", "children"), ("Adults involved", "persons"),
     ("Members (18+)", "persons"), ("Members (under 18)", "children")],
)  # fmt: skip
def test_a_label_of_children_is_none_of_adults(label: str, field: str) -> None:
    found = recognise("group", label)
    assert found is not None
    assert found.field == field


def test_an_age_before_a_date_of_birth_is_no_day() -> None:
    assert read_day("24 – 09/07/2002", 2026, born=True).value == date(2002, 7, 9)


def test_only_a_day_beside_the_meeting_is_the_meetings() -> None:
    assert meeting_in_title("Actions from MACE meeting 1 December 2026", 2026) == date(2026, 12, 1)
    assert meeting_in_title("MACE action log, updated 1 December 2026", 2026) is None


@pytest.mark.parametrize(
    "marks", ["[Chair only] [All panel]", "(Fact, chair only) – all panel", "[Fact] [Chair only]"]
)
def test_of_two_marks_on_a_line_the_narrower_holds(marks: str) -> None:
    line = f"Seen in town {marks}"
    (record,) = read("r", word("# Agency return: Police", "## Tia Kerr, 17/02/2009", line)).records
    assert record.get("sharing") == "chair only"
