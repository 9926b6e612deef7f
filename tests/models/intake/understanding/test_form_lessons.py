"""What published forms of councils taught: each a rule, told on the least that shows it."""

import io

import pytest

from models.intake.papers import Cell, Table
from models.intake.understanding.elements import Grid, Loose, Pair
from models.intake.understanding.lexicon import Match
from models.intake.understanding.lists import read_names
from models.intake.understanding.names import is_short_for
from models.intake.understanding.only_school import only_school
from models.intake.understanding.paired_ticks import ticks_in_pairs
from models.intake.understanding.people_grids import named_whole
from models.intake.understanding.records import Growing
from models.intake.understanding.referred_rows import only_referred
from models.intake.understanding.return_lines import restricts_nothing
from models.intake.understanding.ticks import yes_no
from models.intake.understanding.values import read_value
from tests.blank_paper import blank_paper

from .measure import read


def row(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell(text, f"c{at}") for at, text in enumerate(texts))


def grid(heads: tuple[str, ...], *rows: tuple[str, ...]) -> Grid:
    return Grid(heads, tuple(row(*one) for one in rows), "table 1")


def form(*rows: tuple[str, ...], title: str = "Child exploitation referral form"):
    """The record of a form with these rows; bold where a text stands between stars."""
    document = blank_paper()
    document.add_heading(title, 0)
    for texts in rows:
        table = document.add_table(rows=1, cols=len(texts))
        for cell, text in zip(table.rows[0].cells, texts, strict=True):
            bold, star, plain = text.partition("*")
            cell.paragraphs[0].add_run(bold).bold = bool(star)
            cell.paragraphs[0].add_run(plain)
    out = io.BytesIO()
    document.save(out)
    return read("form.docx", out.getvalue()).records[0]


def test_a_mark_belongs_to_the_option_before_it() -> None:
    rows = (row("Lives with family", "X", "Foster home", ""), row("Care leaver", "", "Secure", ""))
    parted = ticks_in_pairs(Table(rows, "table 1")).rows
    assert [(a.text, b.text) for a, b in parted] == [
        ("Lives with family", "X"),
        ("Foster home", "☐"),
        ("Care leaver", "☐"),
        ("Secure", "☐"),
    ]


def test_first_names_and_surnames_in_two_columns_are_one_name() -> None:
    people = named_whole(grid(("Last Name", "First Name", "DOB"), ("Tarn", "Willow", "1/2/80")))
    assert people.headers == ("Name", "DOB")
    assert people.rows[0][0].text == "Willow Tarn"


@pytest.mark.parametrize(
    ("heads", "beside"),
    [
        (("Name", "DOB", "Subject of referral?"), ()),
        (("Name", "DOB", "School"), (Loose("Which child is this referral about: Ada", "p1"),)),
    ],
)
def test_of_a_familys_children_only_who_is_referred_is(heads, beside) -> None:
    told = grid(heads, ("Ada Tarn", "1/2/2011", "Y"), ("Ben Tarn", "1/2/2016", "N"))
    kept, others = only_referred(told, beside)
    assert [cells[0].text for cells in kept.rows] == ["Ada Tarn"]
    assert "Ben Tarn" in others[0].text


@pytest.mark.parametrize("text", ["Yes No", "Yes / No", "yes or no"])
def test_both_answers_printed_and_none_marked_say_neither(text: str) -> None:
    assert yes_no(text)[0] is None


@pytest.mark.parametrize(
    ("short", "whole", "same"),
    [
        ("A Lark", "Alma Lark", True),
        ("A. Lark", "PC 12 Alma Lark", True),
        ("B Lark", "Alma Lark", False),
        ("Alma Lark", "Alma Lark", False),
    ],
)
def test_a_name_in_initials_is_short_for_one_in_full(short, whole, same) -> None:
    assert is_short_for(short, whole) is same


def test_restrictions_that_are_none_keep_nothing_back() -> None:
    asked = Pair("Restrictions on sharing", "none", "p1", Match("sharing", 1.0))
    assert restricts_nothing(asked, "sharing")
    assert not restricts_nothing(Pair("Share with", "none", "p1", None), "sharing")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Manager “Zeb”, white Tesla; Ian Sallow works the door", ("Zeb", "Ian Sallow")),
        ("Mo Carr and Di Webb", ("Mo Carr", "Di Webb")),
    ],
)
def test_who_is_called_and_what_they_do_is_no_part_of_a_name(text, names) -> None:
    assert read_names(text.replace("“", '"').replace("”", '"')) == names


def test_an_address_asked_with_its_postcode_keeps_both() -> None:
    told = {v.name: v.value for v in read_value("child", "address", "3 Elm Row, AB1 2CD", 2026)}
    assert told == {"address": "3 Elm Row, AB1 2CD", "postcode": "AB1 2CD"}
    assert [v.name for v in read_value("child", "address", "AB1 2CD", 2026)] == ["postcode"]


def test_an_e_mail_asked_with_the_telephone_is_read_apart() -> None:
    told = read_value("child", "referrer_email", "01632 960 111 / a@b.example", 2026)
    assert {v.name: v.value for v in told} == {
        "referrer_email": "a@b.example",
        "referrer_phone": "01632 960111",
    }


def test_bold_words_in_a_cell_are_the_label_of_what_follows() -> None:
    record = form(
        ("Name of child:* Ada Tarn", "Date of birth* 01/02/2011"),
        ("Name of referrer:* Alma Lark", "Role of person completing referral* Deputy head"),
        ("Reason for referral:* Ada was seen at the Beacon Arcade with “Spud”.", ""),
    )
    assert (record.get("name"), record.get("referrer")) == ("Ada Tarn", "Alma Lark")
    assert record.get("places") == ("Beacon Arcade",)
    assert [one["name"] for one in record.get("associates")] == ["Spud"]


def test_a_plan_beside_the_worker_and_a_job_beside_the_agency_are_read_apart() -> None:
    record = form(
        ("Child's name", "Ada Tarn"),
        ("Date of birth", "01/02/2011"),
        ("Social worker", "Iris Bolt (North team, CIN)"),
        ("Referrer", "Alma Lark"),
        ("Job title", "Head of year, Brindle Academy"),
        ("Reason for referral", "Ada is being sexually exploited, we believe."),
    )
    assert (record.get("lead"), record.get("plan")) == ("Iris Bolt", "CiN plan")
    assert record.get("referrer_role") == "Head of year"
    assert record.get("referrer_agency") == "Brindle Academy"
    assert record.get("types") == ("sexually exploited",)


def test_nobody_is_of_concern_by_a_relationship_or_a_car_alone() -> None:
    record = form(
        ("Child's name", "Ada Tarn"),
        ("Date of birth", "01/02/2011"),
        ("Reason for referral", "Out late."),
        ("My relationship to the child", "Keyworker"),
    )
    assert not record.get("associates")


@pytest.mark.parametrize(
    ("text", "school"),
    [
        ("Attendance 71% at Mere Grammar since May.", "Mere Grammar"),
        ("Mere Grammar", None),
        ("Moved from Mere Grammar; now Tarn High", "Tarn High"),
        ("Seen at Mere Grammar and Tarn High", None),
    ],
)
def test_the_one_school_named_in_running_text_is_the_childs(text: str, school: str | None) -> None:
    growing = Growing("child", "", 2026)
    only_school(growing, [Pair("Zebedee", text, "p1", None)])
    assert growing.get("school") == school
