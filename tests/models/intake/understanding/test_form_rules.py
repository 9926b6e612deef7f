"""Rules that published forms taught, each told by the least that it changes."""

from datetime import date

import pytest

from models.intake.papers import Block, Cell
from models.intake.understanding import typed_lines
from models.intake.understanding.asking import asking
from models.intake.understanding.assessed_by import by_another, named_sender
from models.intake.understanding.associates import read_associates
from models.intake.understanding.beside_people import (
    day_of_signature,
    job_beside_agency,
    worker_beside_plan,
)
from models.intake.understanding.claims import settled
from models.intake.understanding.context import Context
from models.intake.understanding.elements import Grid, Pair
from models.intake.understanding.ethnic_ticks import ticked_ethnicity
from models.intake.understanding.finish import finish
from models.intake.understanding.form_grids import read_form_grid
from models.intake.understanding.lexicon import Match, recognise
from models.intake.understanding.people_grids import family
from models.intake.understanding.records import Growing
from models.intake.understanding.values import read_value
from models.intake.understanding.whose import asked_on


def pair(label: str, value: str, field: str | None = None, section: str | None = None) -> Pair:
    return Pair(label, value, "p1", Match(field, 1.0) if field else None, section)


def growing(kind: str = "child", **said: str) -> Growing:
    made = Growing(kind, "", 2026)
    for field, value in said.items():
        made.take(pair(field, value, field))
    return made


def grid(heads: tuple[str, ...], *rows: tuple[str, ...]) -> Grid:
    cells = (tuple(Cell(text, "c1") for text in row) for row in rows)
    return Grid(heads, tuple(cells), "table 1")


@pytest.mark.parametrize(
    ("boxes", "told"),
    [("British ☒ Irish ☐", "White British"), ("British ☒ Irish ☒", None), ("British ☐", None)],
)
def test_the_one_ethnicity_that_is_ticked_is_the_childs(boxes: str, told: str | None) -> None:
    child = growing()
    ticked_ethnicity(child, [pair("White", boxes)])
    assert child.get("ethnicity") == told


def test_the_childs_own_row_in_a_list_of_the_household_tells_of_the_child() -> None:
    rows = (("Ada Tarn", "01/02/2011", "Mere High"), ("Ben Tarn", "01/02/2014", "Mere Primary"))
    child = growing(name="Ada Tarn", dob="01/02/2011")
    read_form_grid(child, grid(("Name", "DOB", "School"), *rows), Context("child"))
    assert child.get("school") == "Mere High"


def test_on_a_tool_that_another_completes_the_social_worker_is_the_childs() -> None:
    asked = [pair("Completed by", "Jo Bell", "assessor"), pair("Social worker", "Iris Bolt")]
    worker = pair("Social worker", "Iris Bolt", "assessor")
    told = by_another([asked[0], worker])
    assert [one.match and one.match.field for one in told] == ["assessor", "lead"]
    assert by_another([worker]) == [worker]


def test_a_bare_source_gives_way_to_who_is_named() -> None:
    told = named_sender(
        [pair("Source", "statutory", "referrer"), pair("By", "Jo Bell", "referrer")]
    )
    assert [one.match is None for one in told] == [True, False]


def test_one_sender_in_initials_and_in_full_is_asked_for_once() -> None:
    one = pair("Name of referrer", "A Lark", "referrer")
    told = settled([one, pair("Referred by", "Alma Lark", "referrer")], Context("child"))
    assert {each.match and each.match.field for each in told} == {"referrer"}


def test_the_day_beside_a_signature_is_the_day_of_the_paper() -> None:
    child = growing(signature="Alma Lark, 12/11/2026")
    day_of_signature(child)
    assert child.get("received") == date(2026, 11, 12)


def test_a_worker_beside_the_plan_and_a_rank_before_the_name_are_read() -> None:
    child = growing(plan="Child protection – Ines Okoro (North team)", referrer="PC 12 Alma Lark")
    worker_beside_plan(child)
    job_beside_agency(child)
    assert (child.get("lead"), child.get("referrer_role")) == ("Ines Okoro", "PC 12")


def test_a_car_by_its_colour_is_nobodys_name() -> None:
    (told,) = read_associates("white VW Caddy AB12 CDE")
    assert (told["name"], told["vehicle"]) == (None, "AB12 CDE")


@pytest.mark.parametrize(
    ("lead", "rest"),
    [
        ("Family", " (list all who live there)"),
        ("Your concerns", " please tick all that apply"),
        ("Your concerns", " – if known please circle"),
    ],
)
def test_a_heading_keeps_no_word_of_how_to_fill_it_in(lead: str, rest: str) -> None:
    block = Block(lead + rest, "p1", bold_lead=lead)
    assert typed_lines.without_its_hint(block).text == lead


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Reason for referral: please include dates and the names of others", "reason"),
        ("School: please give full name and address of establishment", "school"),
        ("Child's name/alias/known as", "name"),
        ("Young person's name / nickname", "name"),
        ("Street name", "alias"),
    ],
)
def test_a_label_that_goes_on_asks_what_its_first_words_ask(label: str, field: str) -> None:
    found = recognise("child", label)
    assert found is not None and found.field == field


def test_a_line_of_boxes_is_no_question_of_the_form() -> None:
    said = "Is it safe? Yes ☒ No ☐"
    assert asking((Block(said, "p1"), Block("Why?", "p2"))) == asking((Block("Why?", "p2"),))


def test_people_with_a_day_of_birth_on_a_form_of_a_place_are_children_or_adults() -> None:
    people = (("Ada Tarn", "Ads", "12"), ("Lee Marsh", "", "24"), ("not known", "Zed", "19"))
    place = growing("location", name="Beacon Arcade")
    read_form_grid(place, grid(("Name", "Known as", "Age"), *people), Context("location"))
    told = (*place.get("children"), *place.get("persons"))
    assert {"Ada Tarn", "Lee Marsh", "Zed"} <= set(told)


def test_a_parents_telephone_may_stand_beside_the_address() -> None:
    child = growing()
    family(
        child,
        grid(
            ("Name", "Relationship", "Address"),
            ("Tess Tarn", "Mother", "3 Elm Row, 07700 900123"),
        ),
    )
    assert child.get("parent_phone") == "07700 900123"


@pytest.mark.parametrize("label", ["CIN plan", "Child in need plan status"])
def test_a_plan_said_to_be_current_is_the_childs(label: str) -> None:
    child = growing()
    child.take(pair(label, "Current"))
    assert child.get("plan") == "CiN plan"


def test_no_legal_order_closes_no_plan() -> None:
    child = growing()
    child.take(pair("Legal status", "None", "plan"))
    assert child.get("plan") is None


def test_who_works_with_the_child_is_asked_behind_the_plan() -> None:
    told = asked_on([pair("Open to social care", "Yes", "plan"), pair("If yes, who?", "Jo Bell")])
    assert told[1].match is not None and told[1].match.field == "lead"


@pytest.mark.parametrize(
    ("field", "raw", "value"),
    [
        ("alias", "Ads on Instagram", "Ads"),
        ("alias", "“Ads”, “Addy”", "Ads, Addy"),
        ("first_language", "English / No", "English"),
        ("first_language", "No", None),
    ],
)
def test_a_name_and_a_language_are_read_without_what_stands_with_them(
    field: str, raw: str, value: str | None
) -> None:
    assert read_value("child", field, raw, 2026)[0].value == value


def test_a_short_number_of_the_police_is_surely_a_telephone() -> None:
    told = read_value("child", "referrer_phone", "101 ext 4471", 2026)
    assert (told[0].value, told[0].fit) == ("101 ext 4471", 1.0)


def test_a_relationship_without_anybody_is_kept_as_text() -> None:
    child = growing(associate_relationship="Keyworker")
    finish(child)
    assert not child.get("associates")
    assert [one.text for one in child.lost] == ["Keyworker"]
