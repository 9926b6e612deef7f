"""Dates, names, ticks, numbers and people as they are typed."""

from datetime import date

import pytest

from models.intake.understanding.answers import read_category, read_plan
from models.intake.understanding.associates import read_associates
from models.intake.understanding.dates import read_day
from models.intake.understanding.lists import read_names, read_places
from models.intake.understanding.names import read_name
from models.intake.understanding.numbers import read_nhs, read_phone, read_plate
from models.intake.understanding.sharing import read_information, read_sharing
from models.intake.understanding.ticks import choices, yes_no


@pytest.mark.parametrize(
    "text",
    [
        "3rd March 2010",
        "03.03.10",
        "3/3/2010",
        "2010-03-03",
        "3 Mar '10",
        "3-Mar-10",
        "Wednesday 3 March 2010",
        "3rd of March, 2010",
        "3/3/10 (16)",
        "40240",
        "2010-03-03T00:00",
    ],
)
def test_a_date_is_read_day_first_however_it_is_typed(text: str) -> None:
    assert read_day(text, 2026, born=True).value in (
        date(2010, 3, 3),
        read_day("2010-03-03T00:00", 2026).value,
    )


@pytest.mark.parametrize("text", ["31/02/2011", "10/27/2026", "30 February 2010"])
def test_an_impossible_date_is_not_guessed(text: str) -> None:
    day = read_day(text, 2026)
    assert (day.value, day.note) == (None, "impossible date, kept as written")


def test_a_two_digit_year_of_birth_has_already_been() -> None:
    assert read_day("1/1/82", 2026, born=True).value == date(1982, 1, 1)
    assert read_day("1/1/27", 2026).value == date(2027, 1, 1)
    assert read_day("1/1/27", 2026, born=True).value == date(1927, 1, 1)


@pytest.mark.parametrize(
    ("text", "name", "alias"),
    [
        ("RAVENSCROFT, Aidan", "Aidan Ravenscroft", None),
        ("Ravenscroft, Aidan (known as Ade)", "Aidan Ravenscroft", "Ade"),
        ("Ellie MCALLISTER", "Ellie McAllister", None),
        ("O'BRIEN Ethan", "Ethan O'Brien", None),
        ("Mr Lee 'Marshy' Marsh", "Lee Marsh", "Marshy"),
        ("Kian Baines, social worker", "Kian Baines", None),
        ("van der Berg, Jan", "Jan van der Berg", None),
        ("Wesley Onuoha (Wes / Big W)", "Wesley Onuoha", "Wes / Big W"),
    ],
)
def test_a_name_is_first_name_then_surname(text: str, name: str, alias: str | None) -> None:
    found = read_name(text)
    assert (found.name, found.alias) == (name, alias)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("☒ Yes ☐ No", True),
        ("Yes ☒ No ☐", True),
        ("Yes [x] No [ ]", True),
        ("N", False),
        ("Yes - mother told", True),
        ("No – would tip off", False),
        ("Yes / No", None),
        ("Not yet", False),
        ("unaware", False),
        ("Parents not told", False),
        ("Told? ☐ Yes ☒ No", False),
        ("Yes ☐ No ☒ If no, why: tipping off", False),
    ],
)
def test_yes_and_no_are_read_typed_or_ticked(text: str, answer: bool | None) -> None:
    assert yes_no(text)[0] is answer


@pytest.mark.parametrize(
    "text", ["Male ☐ Female ☒", "☐ Male ☒ Female", "☐ Male\n☒ Female", "Male [ ]  Female [x]"]
)
def test_boxes_belong_to_the_words_on_their_side(text: str) -> None:
    found = choices(text)
    assert found is not None
    assert found.ticked == ("Female",)


PIKE = {"name": "Darren Pike", "alias": "Daz", "vehicle": "NK19 CUK", "phone": "07700 900254"}


@pytest.mark.parametrize(
    "text",
    [
        "Darren Pike (Daz), vehicle nk19cuk, phone 07700 900254",
        "1. Darren Pike / Daz / NK19CUK / 07700 900254",
        "Darren Pike (alias Daz; NK19 CUK; 07700 900254)",
        "Darren Pike aka Daz drives NK19 CUK and uses 07700 900254.",
        "Name: Darren Pike, Alias: Daz, Vehicle: NK19 CUK, Phone: 07700 900254",
        "PIKE, Darren aka Daz – NK19CUK – 07700900254",
    ],
)
def test_an_associate_has_nickname_vehicle_and_phone(text: str) -> None:
    assert read_associates(text) == (PIKE,)


@pytest.mark.parametrize(
    "text",
    [
        "Darren Pike (Daz), reg starts NK19",
        "Darren Pike aka Daz, partial plate NK19",
        "Darren Pike (Daz), NK19 (partial)",
        "Darren Pike (Daz), first part of the plate NK19",
    ],
)
def test_an_associate_has_a_vehicle_of_whose_mark_a_part_was_seen(text: str) -> None:
    assert read_associates(text) == (PIKE | {"vehicle": "NK19…", "phone": None},)


def test_several_associates_in_a_line_are_several_people() -> None:
    text = "Darren Pike (Daz), NK19 CUK, 07700 900254; Lee 'Marshy' Marsh – silver Golf PX68 UPM"
    first, second = read_associates(text)
    assert first == PIKE
    assert (second["name"], second["alias"], second["vehicle"]) == (
        "Lee Marsh",
        "Marshy",
        "PX68 UPM",
    )
    assert len(read_associates("Darren Pike, NK19 CUK, 07700 900254, Lee Marsh, PX68 UPM")) == 2
    assert read_associates("None known") == ()


def test_a_place_keeps_its_street_and_two_places_are_two() -> None:
    assert read_places("Kebab King, 41 Market Street") == ("Kebab King, 41 Market Street",)
    assert read_places("Travel Inn, Quayside; Harbour Park") == (
        "Travel Inn, Quayside",
        "Harbour Park",
    )
    assert read_places("The Snug vape shop, Meadows retail park") == (
        "The Snug vape shop",
        "Meadows retail park",
    )


def test_names_in_a_list_may_stand_in_any_order() -> None:
    assert read_names("McALLISTER, Ellie; HARTLEY, Maisie") == (
        "Ellie McAllister",
        "Maisie Hartley",
    )
    assert read_names("Tia Kerr, Ethan O'Brien and Tyrell D'Souza") == (
        "Tia Kerr",
        "Ethan O'Brien",
        "Tyrell D'Souza",
    )


def test_a_bad_nhs_number_is_kept_and_marked() -> None:
    assert read_nhs("9990822727") == ("999 082 2727", "")
    assert read_nhs("999 082 2726") == ("999 082 2726", "the NHS number's check digit is wrong")


def test_phones_and_plates_have_one_form() -> None:
    assert read_phone("+44 7700 900254") == "07700 900254"
    assert read_plate("silver golf nk19cuk") == "NK19 CUK"
    assert read_plate("she is 14 now") is None


@pytest.mark.parametrize(
    ("words", "plan"),
    [
        ("LAC", "CLA"),
        ("CLA (s20)", "CLA"),
        ("CIN plan", "CiN plan"),
        ("Open to CSC - CIN", "CiN plan"),
        ("EHA", "Early Help"),
        ("Child protection plan - neglect", "CP"),
        ("Not currently open to social care", "Not open"),
        ("S47 enquiry", "Open case"),
    ],
)
def test_a_plan_is_one_of_six(words: str, plan: str) -> None:
    found = read_plan(words)
    assert found is not None
    assert found[0] == plan


@pytest.mark.parametrize(
    ("words", "category", "other"),
    [
        ("CSE 1", "CSE1", False),
        ("Category 3", "CSE3", False),
        ("CSE2 + other", "CSE2", True),
        ("CSE - Evidence or Suspicion of other forms of Exploitation", None, True),
    ],
)
def test_a_category_and_other_forms_are_told_apart(
    words: str, category: str | None, other: bool
) -> None:
    assert read_category(words)[:2] == (category, other)


@pytest.mark.parametrize(
    ("words", "sharing", "agencies"),
    [
        ("", "chair only", ()),
        ("All panel", "all panel", ()),
        ("Everyone", "all panel", ()),
        ("Police and CSC only", "named agencies", ("Police", "CSC")),
        ("Children's social care; Police", "named agencies", ("Children's social care", "Police")),
        ("Not to be minuted", "not minuted", ()),
        ("Not shared: not proportionate", "not shared", ()),
        ("No", "not shared", ()),
        ("All except family support", "chair only", ()),
        ("ask me first", "chair only", ()),
        ("☐ All panel ☒ Chair only", "chair only", ()),
    ],
)
def test_sharing_that_is_not_clear_is_for_the_chair_only(
    words: str, sharing: str, agencies: tuple[str, ...]
) -> None:
    found = read_sharing(words)
    assert (found.sharing, found.agencies) == (sharing, agencies)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("F", "fact"),
        ("Intel", "intelligence"),
        ("Professional judgement", "opinion"),
        ("Fact and opinion", "not stated"),
        ("", "not stated"),
    ],
)
def test_a_line_is_a_fact_only_where_it_says_so(words: str, kind: str) -> None:
    assert read_information(words) == kind
