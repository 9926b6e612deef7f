"""What a letter tells in whole sentences is taken for the child, and what it only says is not."""

import io

import pytest

from tests.blank_paper import blank_paper

from .measure import read

LETTER = (
    "12th May 2026",
    "Dear colleague",
    "Re: Keira Dunmore, d.o.b. 19 January 2011, LCS 4420913",
    "I would like to refer Keira to the MACE panel.",
)


def told(*sentences):
    """The record of a letter that says these sentences."""
    document = blank_paper()
    for line in (*LETTER, *sentences, "Yours sincerely", "Marguerite Osgood"):
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    (record,) = read("letter.docx", out.getvalue()).records
    return record


def test_a_letter_says_whom_it_is_about_who_sends_it_and_when():
    record = told()
    assert (record.get("name"), record.get("dob").isoformat()) == ("Keira Dunmore", "2011-01-19")
    assert record.get("la_id") == "4420913"
    assert record.get("referrer") == "Marguerite Osgood"
    assert record.get("received").isoformat() == "2026-05-12"


@pytest.mark.parametrize(
    ("sentence", "field", "value"),
    [
        ("Keira has been missing 7 times in the last 90 days.", "missing90", 7),
        ("She is on roll at Askerton Community College.", "school", "Askerton Community College"),
        ("She is subject to a child protection plan.", "plan", "CP"),
        ("Her social worker is Hannah Brough.", "lead", "Hannah Brough"),
        ("Our risk assessment came out as High.", "risk", "High"),
        ("There is no immediate risk today.", "immediate_risk", False),
        ("She is at immediate risk.", "immediate_risk", True),
        ("Keira knows that I am writing this.", "informed_child", True),
        ("I have not told Keira.", "informed_child", False),
        (
            "We are worried about child sexual exploitation.",
            "types",
            ("child sexual exploitation",),
        ),
    ],
)
def test_a_sentence_tells_a_field_that_no_label_asked_for(sentence, field, value):
    assert told(sentence).get(field) == value


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        ("If a child is in immediate danger ring 999.", "immediate_risk"),
        ("A child who is at immediate risk should go to MASH.", "immediate_risk"),
        ("Her mother does not know about this referral.", "informed_parent"),
        ("Keira does not know that I am writing this.", "informed_child"),
        ("She was previously subject to a child protection plan.", "plan"),
        ("Her brother attends Fellside School.", "school"),
        ("Her friend has been missing 3 times in the last 90 days.", "missing90"),
        ("Children missing 3 times in the last 90 days should be referred.", "missing90"),
    ],
)
def test_guidance_denials_and_other_children_tell_nothing_of_this_one(sentence, field):
    assert told(sentence).get(field) is None


def test_what_a_sentence_told_is_marked_to_be_checked():
    field = next(f for f in told("She is at immediate risk.").fields if f.name == "immediate_risk")
    assert field.sure <= 0.6
    assert field.note == "read from a sentence: check"


@pytest.mark.parametrize(
    ("sentences", "field"),
    [
        (("Her mum knows I am making this referral.", "Keira is too frightened to say."), "child"),
        (("Keira knows that I am writing this.", "Mum is too scared to call."), "parent"),
        (("She smokes cannabis with an older male and her mum is aware.",), "parent"),
    ],
)
def test_who_is_frightened_or_knows_of_something_else_is_not_informed(sentences, field):
    assert told(*sentences).get(f"informed_{field}") is None


@pytest.mark.parametrize(
    "sentences",
    [
        ("Keira knows that I am writing this.", "Mum does too."),
        ("Keira has been told of this and her mum is aware.",),
    ],
)
def test_a_parent_who_knows_as_well_is_informed(sentences):
    assert told(*sentences).get("informed_parent") is True
