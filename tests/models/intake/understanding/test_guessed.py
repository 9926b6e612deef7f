"""Labels in nobody's words, told by all wordings together, and the layouts they stand in."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.intake.papers import Cell
from models.intake.understanding.elements import Grid, Pair
from models.intake.understanding.guessed import guessed, guessed_columns
from models.intake.understanding.lexicon import guesses, recognise
from models.intake.understanding.sharing import read_sharing
from models.intake.understanding.ticks import choices
from models.marks import Sharing

from .measure import paper

GAPS = (" | ", "\\t", "     ")
ADULT = {
    "name": ("Full name", "Curtis Marlow"),
    "dob": ("Date of birth (or age)", "17 June 1999"),
    "pnc": ("PNC ID", "99/448812K"),
    "phone": ("Contact numbers", "07700 900812"),
}


@settings(max_examples=12)
@given(st.sampled_from(GAPS), st.booleans(), st.permutations(sorted(ADULT)))
def test_a_label_stands_apart_by_a_cell_a_tab_or_a_gap_alone(gap, bold, order):
    lines = []
    for field in order:
        label, answer = ADULT[field]
        label = f"**{label}**" if bold else label
        lines.append(f"| {label} | {answer} |" if gap == " | " else f"{label}{gap}{answer}")
    read = paper("# Nomination of a person posing risk", "## Section B. Subject", *lines)
    assert read.kind == "person_of_concern"
    (record,) = read.records
    told = {field: str(record.get(field)) for field in ADULT}
    assert told == {
        "name": "Curtis Marlow",
        "dob": "1999-06-17",
        "pnc": "99/448812K",
        "phone": "07700 900812",
    }


@settings(max_examples=6)
@given(st.sampled_from(["Child's name", "Name of child", "Young person"]), st.booleans())
def test_children_listed_on_an_adults_form_become_no_persons_of_concern(head, named):
    name = ["| Full name | Curtis Marlow |"] if named else []
    read = paper(
        "# Nomination of a person of concern",
        *name,
        "| Date of birth | 17/06/1999 |",
        "| Vehicles | grey Golf HT17 XKD |",
        "## Children at risk",
        f"| {head} | DOB | How linked |",
        "| Megan Dobbs | 2.3.11 | in his car |",
        "| Ruby Lathom | 19/08/2010 | phone contact |",
    )
    assert read.kind == "person_of_concern"
    assert not {record.get("name") for record in read.records} & {"Megan Dobbs", "Ruby Lathom"}


@pytest.mark.parametrize(
    ("kind", "label", "answer", "field"),
    [
        ("assessment", "Name and job title of person completing", "Ian Rudge, SW", "assessor"),
        ("location", "Interventions to date", "Site owner warned on Friday", "tried"),
        ("person_of_concern", "Lives at", "6 Mallard Way, Seaford SB2 2GG", "address"),
    ],
)
def test_a_label_of_another_kind_of_paper_is_known_by_its_words(kind, label, answer, field):
    (pair,) = guessed([Pair(label, answer, "", None)], kind)
    assert pair.match is not None
    assert pair.match.field == field


@pytest.mark.parametrize(
    ("kind", "label", "answer"),
    [
        ("assessment", "Name and job title of person completing", "12/10/2026"),
        ("child", "Is there any danger now to the child", "No"),
        ("location", "Adults connected with the place", "too many to count, see log"),
        ("child", "Colour of the front door", "red"),
    ],
)
def test_a_label_is_not_guessed_where_its_answer_is_of_another_sort(kind, label, answer):
    (pair,) = guessed([Pair(label, answer, "", None)], kind)
    assert pair.match is None


def test_a_label_told_in_so_many_words_is_never_told_anew():
    known = Pair("Date of birth", "03/04/2010", "", recognise("child", "Date of birth"))
    assert guessed([known], "child") == [known]


def test_a_column_is_guessed_only_where_its_field_is_free():
    heads = ("No", "YP initials/ref", "Action agreed")
    cells = tuple(Cell(text, "") for text in ("1", "Jay Hollis", "Submit NRM"))
    grid = Grid(heads, (cells,), "")
    told = [recognise("actions", "No"), None, recognise("actions", "Action agreed")]
    found = guessed_columns(told, grid, "actions")
    assert [match.field for match in found if match] == ["ref", "subject", "text"]


def test_what_all_wordings_tell_is_the_same_whatever_was_asked_before():
    assert guesses("actions", "By who")[0].field == "owner"


@given(st.permutations(["Low", "Medium", "High"]), st.integers(0, 2))
def test_one_option_in_brackets_is_ringed(options, at):
    said = "     ".join(f"[{one}]" if place == at else one for place, one in enumerate(options))
    found = choices(said)
    assert found is not None
    assert found.ticked == (options[at],)


@pytest.mark.parametrize("words", ["No – chair only please", "No - for the chair only"])
def test_no_to_all_and_yes_to_the_chair_is_for_the_chair(words):
    assert read_sharing(words).sharing is Sharing.CHAIR_ONLY


@pytest.mark.parametrize("words", ["No", "No – police only", "No, not the chair either"])
def test_no_to_all_is_shared_with_nobody(words):
    assert read_sharing(words).sharing is not Sharing.ALL_PANEL


def test_a_return_tells_known_from_what_is_known():
    read = paper(
        "# Agency return for MACE – Health",
        "| Child | Date of birth | Known to us? (Y/N) | Information for the meeting |",
        "| Keira Soames | 02/06/2010 | Y | Attended A&E 1 Nov with a bruise to her arm. |",
        "| Mason Grice | 21/07/2011 | N |  |",
    )
    assert [record.get("nothing_known") for record in read.records] == [False, True]
    assert str(read.records[0].get("text")).startswith("Attended")


def test_actions_stand_under_the_child_named_above_them():
    read = paper(
        "# Action plan of the panel held on 24 November 2026",
        "**FAIRWEATHER, Lola**",
        "| What needs to be done | By who | When by | Outcome |",
        "| Strategy meeting | Rory Flint | 27.11.26 |  |",
        "| Visit the site | Jo Pugh | 01.12.26 |  |",
        "**General**",
        "| What needs to be done | By who | When by | Outcome |",
        "| Share the map | Kay Moss | 04.12.26 |  |",
    )
    assert [r.get("subject") for r in read.records] == ["Lola Fairweather"] * 2 + [None]
    assert [r.get("owner") for r in read.records] == ["Rory Flint", "Jo Pugh", "Kay Moss"]


def test_whom_a_form_is_about_that_was_long_of_age_is_no_child():
    read = paper(
        "# Form 7b",
        "About the person",
        "Name: Ashraf Beddoes",
        "Date of birth: 14.2.2001",
        "Description: white, 6ft, ginger beard",
        "Drives: silver Insignia SB19 KLO",
        "About you",
        "Your name: Janine Orme",
        "Date: 29/10/26",
    )
    assert read.kind == "person_of_concern"
