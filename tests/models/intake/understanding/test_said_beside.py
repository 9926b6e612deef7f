"""What busy workers put beside, behind or below an answer, and what a form says of its marks."""

import pytest

from models.intake.papers import ReadPaper

from .lists_made import sheet, word
from .measure import paper, read

TITLE = ("# Child exploitation referral form", "")
CHILD = "| **Child's name** | Mina Dale | **Date of birth** | 03/04/2011 |"


def typed(*lines: str, subject: str = "MACE referral") -> ReadPaper:
    """Return what is read of an e-mail of these lines."""
    head = (
        "From: Dominic Hale <d.hale@thornsea.example>", "To: panel@council.example",
        "Date: Thu, 19 Nov 2026 16:41:07 +0000", f"Subject: {subject}", "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8", "",
    )  # fmt: skip
    return read("message.eml", "\r\n\r\n".join(("\r\n".join(head), *lines)).encode())


WRITTEN = (
    "Name: Mina Dale (also uses Mina Banks online)", "DOB: 3/4/11", "Gender - F",
    "Ethnicity - White/Black Caribbean", "Address: Fernlea, 3 Copse Road, Dunmoor, WM7 8NA",
    "School - not on roll", "Legal status: s20 looked after",
    "Mother: Donna Dale, 07700 900519, aware and agrees. Mina not been told yet.",
    "Type: CSE", "Missing: 9 times since August, 6 of those in the last 90 days",
    "Places: Dunmoor train station, Arkle Road, hotel on ring road",
    "What we would like: hotel checks by your police",
    'Minas view is "I go where I want." Mum is worried sick. On the plus side she rings her gran.',
    "Thanks", "Parm", "Parmjit Dhillon", "Senior Social Worker, Looked After Team 2",
    "Thornsea Council, Civic Offices, Thornsea", "T: 01632 960577",
)  # fmt: skip


@pytest.mark.parametrize("subject", [
    "MACE referral - placed child", "Referral: child placed by another authority",
    "MACE referral", "FW: MACE referral - placed child - M Dale",
])  # fmt: skip
def test_a_child_placed_in_the_area_is_no_place(subject: str) -> None:
    read_ = typed(*WRITTEN, subject=subject)
    assert (read_.kind, read_.records[0].get("name")) == ("child", "Mina Dale")


def test_a_message_typed_by_hand_says_what_a_form_asks() -> None:
    one = typed(*WRITTEN).records[0]
    assert (one.get("alias"), one.get("parent_name")) == ("Mina Banks online", "Donna Dale")
    assert (one.get("informed_parent"), one.get("informed_child")) == (True, False)
    assert one.get("missing90") == 6
    assert one.get("places") == ("Dunmoor train station", "Arkle Road", "hotel on ring road")
    assert one.get("ask") == "hotel checks by your police"
    assert one.get("voice") == 'Minas view is "I go where I want."'
    assert one.get("parent") == "Mum is worried sick."
    assert one.get("protective") == "On the plus side she rings her gran."
    assert one.get("referrer_agency") == "Looked After Team 2, Thornsea Council"


@pytest.mark.parametrize("legend", [
    "Score each indicator: 0 = no evidence, 1 = low / historic, 2 = moderate, 3 = strong",
    "Indicators: 0 - 4 low, 5 - 9 medium, 10 and over high; 0 = none, 1 = some",
    "Scoring:   0-9 Low / emerging      10-19 Medium      20-36 High",
])  # fmt: skip
def test_what_the_marks_of_a_tool_stand_for_is_no_answer(legend: str) -> None:
    rows = [
        ["", "Indicator", "0", "1", "2", "3", "Evidence"],
        ["1", "Going missing", "", "", "", "X", "5 times"], ["2", "Education", "", "X", "", "", ""],
        ["3", "Family relationships", "", "", "X", "", "arguments"],
        ["4", "Violence", "X", "", "", "", ""], ["5", "Debt", "", "", "X", "", ""],
    ]  # fmt: skip
    one = read("tool.docx", word(
        "# Child Exploitation Risk Assessment Tool", [["Young person", "Mina Dale"]], legend, rows,
    )).records[0]  # fmt: skip
    assert one.get("indicators") == ("Going missing", "Education", "Family relationships", "Debt")
    assert one.get("assessed") is None


@pytest.mark.parametrize("heads", [("Suspected", "Confirmed"), ("Confirmed", "Suspected")])
def test_a_kind_of_harm_is_told_by_how_sure_it_is(heads: tuple[str, str]) -> None:
    one = paper(
        *TITLE, CHILD, "", "### What forms of exploitation do you suspect? (put an X)",
        f"| | **{heads[0]}** | **{heads[1]}** |", "| Child sexual exploitation | | X |",
        "| Child criminal exploitation | | |", "| Online / image based abuse | X | |",
        "| Human trafficking | | |",
    ).records[0]  # fmt: skip
    assert one.get("types") == ("Child sexual exploitation", "Online / image based abuse")


@pytest.mark.parametrize(("said", "places"), [
    ("Bus station Harnsworth, the flats on Cutler St, McDonalds retail park",
     ("Bus station Harnsworth", "the flats on Cutler St", "McDonalds retail park")),
    ("Lowgate Rec, takeaway on Mill Parade", ("Lowgate Rec", "takeaway on Mill Parade")),
    ("Travel Inn, Quayside", ("Travel Inn, Quayside",)),
    ("Flat 2, 18 Mill Lane, Crewbridge", ("Flat 2, 18 Mill Lane, Crewbridge",)),
])  # fmt: skip
def test_places_between_commas_are_told_from_an_address(said: str, places: tuple[str, ...]) -> None:
    assert paper(*TITLE, CHILD, f"| **Hot spots** | {said} |").records[0].get("places") == places


@pytest.mark.parametrize(("said", "name"), [
    ("Dad - Craig Dale 07700 900861. Mum lives in Spain", "Craig Dale"),
    ("Donna Dale, 07700 900519, aware and agrees to this.", "Donna Dale"),
    ("Stacey Dale and Wayne Booth", "Stacey Dale and Wayne Booth"),
])  # fmt: skip
def test_what_is_told_behind_a_parents_name_is_no_part_of_it(said: str, name: str) -> None:
    one = paper(*TITLE, CHILD, f"| **Parent or carer** | {said} |").records[0]
    assert (one.get("parent_name"), one.get("parent")) == (name, None)


def test_a_father_out_of_touch_is_nobodys_name() -> None:
    rows = "| **Mother / carer** | Folake Dale 07700 900288 | **Father** | not in touch |"
    read_ = paper(*TITLE, CHILD, rows)
    assert read_.records[0].get("parent_name") == "Folake Dale"
    told = [field.raw for field in read_.records[0].fields]
    assert any("not in touch" in one for one in (*told, *(x.text for x in read_.not_understood)))


@pytest.mark.parametrize("last", ["Parental resp.?", "PR?", "Lives with child"])
def test_a_list_of_parents_is_read_whatever_its_last_columns_ask(last: str) -> None:
    one = paper(
        *TITLE, CHILD, "| **School** | Vale High | **GP** | Pell Lane Surgery |",
        "| **Gender** | F | **Ethnicity** | White British |", "| **PARENTS / CARERS** |",
        f"| **Name** | **Relationship** | **{last}** | **Contact no.** |",
        "| Stacey Keenan | mother | Y | 07700 900418 |", "| Wayne Booth | father | Y | |",
        "| **Reason for referral** | Found with two phones. |",
    ).records[0]  # fmt: skip
    assert "Stacey Keenan" in str(one.get("parent_name"))
    assert (one.get("name"), one.get("reason")) == ("Mina Dale", "Found with two phones.")


def test_who_is_only_called_something_is_known_by_it() -> None:
    people = paper(
        *TITLE, CHILD, "| **Associates** | Dean Forsyth aka Deano // Someone called Smurf |"
    ).records[0].get("associates")  # fmt: skip
    assert [one["name"] for one in people] == ["Dean Forsyth", "Smurf"]


@pytest.mark.parametrize("label", [
    "Address / nearest road / what3words", "Address", "Address / postcode / grid reference",
])  # fmt: skip
def test_a_place_is_nominated_in_whatever_words(label: str) -> None:
    one = paper(
        "# Place of concern - nomination to MACE", "| **What is the place called locally?** |",
        "| The Cage |", f"| **{label}** |", "| Priory Gardens, off Abbot Street, Aldersby |",
        "| **Why are you nominating it?** |", "| Older males turn up in cars. |",
        "| **Adults of concern linked** |", '| "Zed" drives a white BMW // Anton Kale |',
        "| **What should MACE do?** |", "| Repair the camera |",
    ).records[0]  # fmt: skip
    assert one.get("address") == "Priory Gardens, off Abbot Street, Aldersby"
    assert (one.get("persons"), one.get("ask")) == (("Zed", "Anton Kale"), "Repair the camera")


def test_the_day_on_which_the_panel_received_it_stands_before_that_of_the_form() -> None:
    one = paper(
        *TITLE, CHILD, "| **REFERRER** |", "| **Name** | G Astle | **Date** | 13/11/26 |",
        "| **OFFICE USE ONLY** |", "| **Date received** | 16/11/26 | **Screened by** | |",
    ).records[0]  # fmt: skip
    assert str(one.get("received")) == "2026-11-16"


def test_signs_that_were_noticed_are_no_signature() -> None:
    one = paper(*TITLE, CHILD, "| **Signs you have noticed** | New phone; tired in lessons |")
    assert one.records[0].get("indicators") == ("New phone", "tired in lessons")


STORY = (
    "School - attendance has dropped to 64%", "Home - mum works nights, she is on her own",
    "Friends - hanging around with older lads", "Police - two arrests for shoplifting",
)  # fmt: skip


@pytest.mark.parametrize(
    "asked", ["Reason for referral:", "Why now:", "What are you worried about?"]
)
def test_one_word_and_a_dash_go_on_with_a_story(asked: str) -> None:
    one = typed("Name: Mina Dale", "DOB: 3/4/11", asked, *STORY, "Risk: high").records[0]
    assert (one.get("school"), one.get("parent"), one.get("risk")) == (None, None, "High")
    assert str(one.get("reason")).splitlines() == list(STORY)


def test_one_word_and_a_dash_are_a_label_where_the_answer_is_plain() -> None:
    one = typed(
        "Name: Mina Dale", "Reason for referral:", *STORY, "DOB - 3/4/11", "Risk - high",
    ).records[0]  # fmt: skip
    assert (str(one.get("dob")), one.get("risk")) == ("2011-04-03", "High")


def test_a_letter_with_dashes_alone_has_them_behind_its_labels() -> None:
    one = typed(
        "Name - Mina Dale", "Born - 3/4/11", "Gender - F", "Ethnicity - White British",
        "Reason - found with two phones", "School - Vale High", "Ask - a move",
    ).records[0]  # fmt: skip
    assert (one.get("reason"), one.get("school")) == ("found with two phones", "Vale High")


@pytest.mark.parametrize("label", [
    "Name of venue/location", "Name of venue / premises", "Venue/location", "Location/venue name",
])  # fmt: skip
def test_a_label_may_call_one_thing_by_either_of_two_words(label: str) -> None:
    one = paper(
        "# Place of concern - nomination to MACE", f"{label}: Harrow Dale Fair",
        "Address: The Green, Harrow Dale", "Type of venue/location: Fairground",
        "Why are you nominating it: older males meet girls behind the rides",
    ).records[0]  # fmt: skip
    assert (one.get("name"), one.get("type")) == ("Harrow Dale Fair", "Fairground")
    assert one.get("address") == "The Green, Harrow Dale"


def test_the_heading_of_a_section_is_nobodys_name() -> None:
    one = typed(
        "1. Child's details", "ABOUT THE YOUNG PERSON", "Child's full name: Mina Dale",
        "DOB: 3/4/11",
    ).records[0]  # fmt: skip
    assert one.get("name") == "Mina Dale"


def test_an_answer_alone_in_its_column_heads_no_rows_and_is_not_lost() -> None:
    rows = [
        ["Name", "DOB", "Plan", "Risk", "Lead"],
        ["Mina Dale", "03/04/2011", "CIN", "High", "Jo Tate"], [None, None, None, "Low"],
        ["Poppy Lang", "03/04/2012", "CP", "Low", "Jo Tate"], ["Harbourside"],
    ]  # fmt: skip
    list_ = read("tracker.xlsx", sheet(rows, "Tracker", ("A2:A3",)))
    assert [one.get("district") for one in list_.records] == [None, None]
    assert [one.text for one in list_.not_understood] == ["Risk: Low", "Harbourside"]


@pytest.mark.parametrize(("said", "names"), [
    ("Kyle Sandford, drives WM15 PLO. Also an older woman Trace, runs the house",
     ["Kyle Sandford", "Trace"]),
    ("Kyle Sandford, and an older male called Tigs", ["Kyle Sandford", "Tigs"]),
    ("Lee Marsh, BMW. Plus a lad Tam who drives", ["Lee Marsh", "Tam"]),
    ("Lee Marsh and a male in a car", ["Lee Marsh"]),
    ("Unknown Asian male in a black Audi", ["Unknown Asian male in a black Audi"]),
])  # fmt: skip
def test_somebody_else_named_behind_a_person_is_another(said: str, names: list[str]) -> None:
    people = paper(*TITLE, CHILD, f"| **Associates** | {said} |").records[0].get("associates")
    assert [one["name"] for one in people] == names
