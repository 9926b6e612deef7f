"""Manners of writing that forms of other bodies share, each in several other words."""

from typing import Any

import pytest

from models.intake.papers import ReadRecord
from models.intake.understanding.values import read_value

from .drawn import drawn, sheet_drawn
from .measure import paper, read

TITLE = "# Referral of a child to the exploitation panel"
CHILD = ("| Name | Tobi Marsh |", "| DOB | 04/05/2011 |")
WHY = "| Why are you referring? | He was found with an older man twice in a week. |"


def record(*lines: str) -> ReadRecord:
    """Return the one record of a drawn paper, which is a child's."""
    found = paper(TITLE, *lines)
    assert found.kind == "child"
    (one,) = found.records
    assert one.get("name") == "Tobi Marsh"
    return one


def first(kind: str, field: str, raw: str) -> dict[str, Any]:
    """Return what an answer says, field by field."""
    return {one.name: one.value for one in reversed(read_value(kind, field, raw, 2026))}


@pytest.mark.parametrize(
    ("raw", "lead", "phone"),
    [
        ("Ngozi Adeleke 01632 960 774", "Ngozi Adeleke", "01632 960774"),
        ("Jo Marsh, 07700 900183", "Jo Marsh", "07700 900183"),
        ("Ada Lorne (01632 960 205)", "Ada Lorne", "01632 960205"),
    ],
)
def test_a_number_typed_behind_a_workers_name_is_theirs(raw: str, lead: str, phone: str) -> None:
    told = first("child", "lead", raw)
    assert (told["lead"], told["lead_phone"]) == (lead, phone)


@pytest.mark.parametrize(
    ("raw", "signs"),
    [
        (
            "cuckooing, weapons, unexplained cash, NEET, older associates",
            ("cuckooing", "weapons", "unexplained cash", "NEET", "older associates"),
        ),
        ("missing, second phone, CSE concerns", ("missing", "second phone", "CSE concerns")),
        (
            "Unexplained money, clothes or phones, Going missing",
            ("Unexplained money, clothes or phones", "Going missing"),
        ),
    ],
)
def test_signs_typed_small_are_parted_at_each_comma(raw: str, signs: tuple[str, ...]) -> None:
    assert first("child", "indicators", raw)["indicators"] == signs


@pytest.mark.parametrize(
    ("raw", "places"),
    [
        (
            "Marl marina slipway, flat over CloudNine vapes on Hart St",
            ("Marl marina slipway", "flat over CloudNine vapes on Hart St"),
        ),
        ("Marl leisure park, the underpass by Aldi",
         ("Marl leisure park", "the underpass by Aldi")),
        ("Dock Street car park, steps behind the library",
         ("Dock Street car park", "steps behind the library")),
        ("Marl skatepark, the old customs house", ("Marl skatepark", "the old customs house")),
        ("Travel Inn, Quayside", ("Travel Inn, Quayside",)),
    ],
)  # fmt: skip
def test_a_place_described_behind_a_comma_is_another(raw: str, places: tuple[str, ...]) -> None:
    assert first("child", "places", raw)["places"] == places


@pytest.mark.parametrize(
    ("raw", "plan"),
    [
        ("YJS order (YRO 9 mths) + CIN", "CiN plan"),
        ("CP plan and youth justice order", "CP"),
        ("YJS order", "Not open"),
    ],
)
def test_an_order_of_court_beside_a_plan_is_no_plan(raw: str, plan: str) -> None:
    assert first("child", "plan", raw)["plan"] == plan


@pytest.mark.parametrize(
    ("raw", "name", "alias", "phone"),
    [
        ('male known as "Uncle Vee" 07700 900 266', "Uncle Vee", None, "07700 900266"),
        ('"Uncle" gave name Sajid Mirren, silver Corsa CK15 HHG', "Sajid Mirren", "Uncle", None),
        ('"Biggs" who goes under the name Tyrone Pell', "Tyrone Pell", "Biggs", None),
        ('"Tiny", believed to be Lee Harker', "Lee Harker", "Tiny", None),
        ("Lads call him Big Trev, grey Transit van", "Big Trev", None, None),
        ('user "wolfie_x" not identified', None, "wolfie_x", None),
        ("unknown account kx_19 on snap", None, "kx_19", None),
    ],
)
def test_somebody_is_named_by_their_name_and_never_by_a_description(
    raw: str, name: str | None, alias: str | None, phone: str | None
) -> None:
    (one,) = first("child", "associates", raw)["associates"]
    assert (one["name"], one["alias"], one["phone"]) == (name, alias, phone)


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ('"Daz" is thought to be Lee Marsh', {"description": "thought to be"}),
        ('"Uncle" gave name Sajid Mirren', {"description": "gave name"}),
        ('user "wolfie_x" 07700 900123', {"alias": "wolfie_x", "phone": "07700 900123"}),
        ('user "wolfie_x" in CK15 HHG', {"alias": "wolfie_x", "vehicle": "CK15 HHG"}),
        ("user of cannabis.Lives at home", {"alias": None}),
    ],
)
def test_a_doubtful_name_stays_doubtful_and_a_user_keeps_phone_and_car(
    raw: str, told: dict[str, str | None]
) -> None:
    (one,) = first("child", "associates", raw)["associates"]
    assert {key: one.get(key) for key in told} == told


def test_somebody_beside_a_doubtful_name_is_one_of_their_own() -> None:
    found = first("child", "associates", '"Daz" is thought to be Lee Marsh and Sam Pike')
    assert [one["name"] for one in found["associates"]] == ["Lee Marsh", "Sam Pike"]


@pytest.mark.parametrize("label", ["Unit / contact", "Unit and contact", "Unit / contact details"])
@pytest.mark.parametrize(
    "said",
    [
        "CE Hub Norwold, 01632 960 909, h.prewett@norwold.example",
        "CE Hub Norwold 01632 960909 / h.prewett@norwold.example",
        "h.prewett@norwold.example 01632 960 909, CE Hub Norwold",
    ],
)
def test_a_body_with_its_telephone_and_address_is_three_answers(label: str, said: str) -> None:
    one = record(
        *CHILD, WHY, "", "## Referrer", "| Name | Hannah Prewett |", f"| {label} | {said} |"
    )
    assert one.get("referrer") == "Hannah Prewett"
    assert one.get("referrer_agency") == "CE Hub Norwold"
    assert one.get("referrer_phone") == "01632 960909"
    assert one.get("referrer_email") == "h.prewett@norwold.example"


@pytest.mark.parametrize(
    "asked", ["Aware of this referral?", "Told of referral", "Knows about this referral?"]
)
def test_a_question_in_a_parents_part_of_a_form_is_the_parents(asked: str) -> None:
    one = record(
        "| Child |  |", *CHILD, WHY, "",
        "## Parents / carers", "| Name | Donna Marsh |",
        f"| {asked} | Yes - spoke on Monday, not happy about it |", "",
        "## More", "| Is the young person aware of referral? | No |",
    )  # fmt: skip
    assert one.get("parent_name") == "Donna Marsh"
    assert (one.get("informed_parent"), one.get("informed_child")) == (True, False)


@pytest.mark.parametrize("below", ["Aware of referral?  Yes", "Aware of this referral: Yes"])
def test_a_question_below_an_answer_in_its_cell_is_asked_of_the_same(below: str) -> None:
    one = record(
        "| **Name** // Tobi Marsh | **Date of birth** // 04/05/2011 |",
        "| **Address** // 4 Tithe Row, Marl ML3 4TT | **School** // Hill Academy |",
        f"| **Parent / guardian and contact** // Ada Marsh 07700 900331 // {below} "
        "| **Is child aware?** // No |",
        "| **Circumstances** // Found with an older man twice | **GP** // Tenter Surgery |",
    )
    assert (one.get("parent_name"), one.get("parent_phone")) == ("Ada Marsh", "07700 900331")
    assert (one.get("informed_parent"), one.get("informed_child")) == (True, False)


@pytest.mark.parametrize("came", ["Brought in by", "Accompanied by", "Arrived with"])
def test_who_came_with_a_child_sends_no_paper(came: str) -> None:
    one = record(
        *CHILD, f'| {came} | Self, then "uncle" arrived |', WHY, "",
        "### Completed by", "| Print name | Sr Bernadette Okonjo | Designation | Liaison Nurse |",
    )  # fmt: skip
    assert (one.get("referrer"), one.get("referrer_role")) in (
        ("Sr Bernadette Okonjo", "Liaison Nurse"),
        ("Bernadette Okonjo", "Liaison Nurse"),
    )


@pytest.mark.parametrize(
    ("asked", "said", "count"),
    [
        ("### Gone missing in the last 3 months? How many times?", "4 that we know of", 4),
        ("### How many missing episodes in the last 90 days?", "three as far as we know", 3),
        ("### Times missing in last 90 days", "2 to our knowledge", 2),
    ],
)
def test_a_count_that_goes_on_in_words_answers_its_question(
    asked: str, said: str, count: int
) -> None:
    one = record(*CHILD, WHY, "", asked, said, "### What do you want the panel to do?", "Help.")
    assert one.get("missing90") == count


@pytest.mark.parametrize(
    ("options", "kinds"),
    [
        (("Sexual exploitation | X", "Criminal exploitation |", "County lines | X", "Online |"),
         ("Sexual exploitation", "County lines")),
        (("CSE |", "CCE | X", "Modern slavery |", "Online / grooming | X"),
         ("CCE", "Online / grooming")),
    ],
)  # fmt: skip
def test_kinds_of_harm_left_empty_between_ticked_ones_are_options(
    options: tuple[str, ...], kinds: tuple[str, ...]
) -> None:
    lines = ["sheet Form", *CHILD, WHY, "| RISK |", *(f"| {one} |" for one in options)]
    (one,) = read("form.xlsx", sheet_drawn([*lines, "| Referrer | Kay Storr |"])).records
    assert one.get("types") == kinds


def test_a_project_named_with_a_job_is_one_of_the_body_at_the_head() -> None:
    found = read(
        "form.docx",
        drawn(
            "# Brightwater Youth Trust",
            "Referral into the exploitation panel",
            "## About you",
            "| Your name | Josie Frankland |",
            "| Project / role | Detached youth worker, StreetSafe project |",
            "",
            "## About the young person",
            *CHILD,
            WHY,
        ),
    )
    (one,) = found.records
    assert one.get("referrer_agency") == "Brightwater Youth Trust"
    assert one.get("referrer_role") == "Detached youth worker, StreetSafe project"


@pytest.mark.parametrize("stamp", ["Timestamp", "Completion time", "Submission date"])
def test_when_a_web_form_was_sent_is_its_day_where_no_question_asks_for_one(stamp: str) -> None:
    asked = f"{stamp},Your name,Young person's full name,Date of birth,What have you seen?"
    told = "16/11/2026 09:14:22,Petra Lind,Tobi Marsh,04/05/2011,Men wait for him in cars"
    for head, row, day in (
        (asked, told, "2026-11-16"),
        (f"{asked},Date of referral", f"{told},12/11/2026", "2026-11-12"),
    ):
        (one,) = read("form.csv", f"{head}\n{row}\n".encode()).records
        assert str(one.get("received"))[:10] == day
