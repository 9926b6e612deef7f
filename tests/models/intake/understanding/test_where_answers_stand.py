"""Answers under their options, behind an order or a hint, under titles, and whose they are."""

from .lists_made import comma, sheet
from .measure import paper, read

FORM, WHY = "# Child exploitation referral", "Reason for referral: Men wait for her at the gate."
BORN = ("Name: Ada Holm", "Date of birth: 01/02/2011")


def test_a_mark_under_one_of_the_options_answers_the_question_beside_them() -> None:
    one = paper(
        "# Child exploitation assessment tool",
        "| Child: Ada Holm | Date of birth: 01/02/2011 |",
        "",
        "| Overall level of risk (tick one) | Standard | Medium | High |",
        "| | | | ✓ |",
    ).records[0]
    assert one.get("risk") == "High"


def test_an_order_to_mark_beside_the_marks_is_no_answer() -> None:
    rows = [
        ["", "Child exploitation hub referral"],
        ["", "Family name", "HOLM", "", "Given names", "Ada"],
        ["", "Date of birth", "01/02/2011", "", "Gender", "Girl"],
        ["", "Type (X)", "CSE", "CCE", "", "Trafficking"],
        ["", "mark all that apply", "X", "X"],
        ["", "Risk level", "High", "", "Immediate risk of harm?", "N"],
        ["", "Summary of concern"],
        ["", "Men wait for her at the gate of the school each day."],
    ]
    one = read("form.xlsx", sheet(rows)).records[0]
    assert (one.get("types"), one.get("risk")) == (("CSE", "CCE"), "High")
    assert str(one.get("reason")).startswith("Men wait for her")


def test_marks_stand_under_their_own_heads_where_the_first_head_is_merged() -> None:
    rows = [
        ["Child exploitation referral"],
        ["Child's name", "Ada Holm", "", "", "Date of birth", "01/02/2011"],
        ["Reason for referral", "Men wait for her at the gate."],
        ["What have staff seen? (x)", "", "", "", "Yes", "No", "Unsure"],
        ["Truanting", "", "", "", "x", "", ""],
        ["Unexplained cash", "", "", "", "", "x", ""],
        ["Older friends", "", "", "", "x", "", ""],
        ["Going missing", "", "", "", "", "", "x"],
    ]
    one = read("form.xlsx", sheet(rows, merged=("A4:C4",))).records[0]
    assert one.get("indicators") == ("Truanting", "Older friends")


def test_a_list_of_people_under_people_and_places_is_of_people() -> None:
    one = paper(
        FORM,
        *BORN,
        WHY,
        "# People and places of concern",
        "| Name | Nickname / street name | Approx. age | Phone / social media | Vehicle |",
        "| not known | Dex | 20s | | Grey Corsa |",
        "| Lee Marsh | | 19 | 07700 900655 | none |",
        "",
        "| Place | Why are you worried about it? |",
        "| Tarn bus station | picked up there |",
        "| Flat above the shop | parties |",
    ).records[0]
    people = one.get("associates")
    assert isinstance(people, tuple)
    assert [(each["name"], each["alias"]) for each in people] == [
        (None, "Dex"),
        ("Lee Marsh", None),
    ]
    assert one.get("places") == ("Tarn bus station", "Flat above the shop")


def test_what_is_left_of_options_to_be_deleted_answers() -> None:
    one = paper(
        FORM,
        "## 1. Pupil's full name",
        "Ada Holm",
        "## 2. Date of birth and year group",
        "1/2/2011 - Yr 10",
        "## 3. Gender (delete as appropriate)  Female /",
        "## 4. Has the pupil been told? (delete as appropriate)  / No",
        "## 5. What are you worried about?",
        "Men wait for her at the gate.",
    ).records[0]
    assert str(one.get("dob")) == "2011-02-01"
    assert (one.get("gender"), one.get("informed_child")) == ("Female", False)


def test_a_hint_in_brackets_before_the_answer_is_no_part_of_it() -> None:
    one = paper(
        FORM,
        *BORN,
        WHY,
        "How worried are you?  (Low / Medium / High):  Medium",
    ).records[0]
    assert one.get("risk") == "Medium"


def test_a_hint_behind_the_question_in_a_cell_leaves_it_a_question() -> None:
    one = paper(
        FORM,
        "| Name | Ada Holm | Date of birth | 01/02/2011 |",
        "| 1. What are you worried about? (evidence, not opinion) // Men wait at the gate. |",
        "| 2. What has been tried? // Two visits home. |",
    ).records[0]
    assert (one.get("reason"), one.get("tried")) == ("Men wait at the gate.", "Two visits home.")


def test_a_parents_name_and_address_are_never_the_childs() -> None:
    one = paper(
        FORM,
        *BORN,
        "Name and address of parent or carer: Ida Holm, address as above",
        WHY,
        "Parent / carer aware?: ☐ Yes ☒ No",
    ).records[0]
    assert (one.get("name"), one.get("parent_name")) == ("Ada Holm", "Ida Holm")
    assert (one.get("informed_parent"), one.get("places")) == (False, None)


def test_what_the_office_writes_is_no_place() -> None:
    one = paper(
        FORM,
        *BORN,
        WHY,
        "Places: Tarn station; garages behind Weir Lane",
        "For office use   Date received   Panel date   Accepted  Y / N",
    ).records[0]
    assert one.get("places") == ("Tarn station", "garages behind Weir Lane")


def test_one_person_in_labelled_lines_of_a_message_is_not_the_child() -> None:
    lines = (
        "From: Ines Tarn <ines@tarn.example>", "Subject: referral", "MIME-Version: 1.0",
        'Content-Type: text/plain; charset="utf-8"', "", "Name: Ada Holm", "DoB: 01/02/2011",
        "Nickname: Addy", "Reason for referral:", "Men wait for her at the gate.", "",
        "OTHER PEOPLE", "Name: Lee Marsh      Nickname: Gaz", "Vehicle: black Corsa      Phone: nk",
    )  # fmt: skip
    one = read("m.eml", "\r\n".join(lines).encode()).records[0]
    people = one.get("associates")
    assert isinstance(people, tuple)
    assert [(each["name"], each["alias"]) for each in people] == [("Lee Marsh", "Gaz")]
    assert (one.get("name"), one.get("alias")) == ("Ada Holm", "Addy")


def test_kinds_said_in_one_word_are_of_the_list_and_what_is_denied_is_not() -> None:
    said = {
        "Criminal mainly, but we now think sexual as well": ("CCE", "CSE"),
        "Not sexual": ("Not sexual",),
    }
    for answer, kinds in said.items():
        one = paper(FORM, *BORN, WHY, f"Type of exploitation: {answer}").records[0]
        assert one.get("types") == kinds


def test_nothing_known_is_said_by_its_box_alone() -> None:
    lines: list[str] = ["# Nursing: information for MACE", "| Agency | Tarn Nursing |"]
    for name, box, text in (("HOLM, Ada", "☐", "Seen in May."), ("Ben Orr", "☒", "")):
        lines += [
            f"## {name}",
            f"| Name | {name} | DOB | 01/02/2011 |",
            f"| {box} Nothing known to this agency (tick and go to the next child) |",
            f"| Information held | {text} |",
            "| May be shared with | ☒ All panel   ☐ Chair only |",
        ]
    found = [(one.get("name"), one.get("nothing_known")) for one in paper(*lines).records]
    assert found == [("Ada Holm", False), ("Ben Orr", True)]


def test_the_row_over_a_return_says_whose_it_is() -> None:
    one = paper(
        "Tarn Community Health NHS Trust",
        "Agency information return",
        "| Agency | Return completed by | For meeting on |",
        "| Tarn School Nursing | Jo Lund | Wed 25 November 2026 |",
        "",
        "| | Child 1 | Child 2 |",
        "| Name | HOLM, Ada | Ben Orr |",
        "| Information held | Seen in May. | Seen in June. |",
    ).records[0]
    assert (one.get("agency"), one.get("completed_by")) == ("Tarn School Nursing", "Jo Lund")
    assert str(one.get("meeting")) == "2026-11-25"


def test_actions_under_subject_are_of_that_subject_and_of_the_meeting_held() -> None:
    rows = [
        ["MACE action log - meeting held 19 November 2026"],
        ["Updates before the next meeting (17 December 2026)."],
        ["No.", "Action", "By whom", "By when", "Status"],
        ["Subject: Ada Holm"],
        ["11/01", "Complete the referral", "Jo Lund", "24/11/2026", "Open"],
        ["Subject: Marina car park, Quay Road"],
        ["11/02", "Repair the lights on the lower deck", "Yusuf Karim", "11/12/2026", "Open"],
    ]
    found = read("actions.csv", comma(rows)).records
    assert [one.get("subject") for one in found] == ["Ada Holm", "Marina car park, Quay Road"]
    assert {str(one.get("meeting")) for one in found} == {"2026-11-19"}


def test_why_somebody_is_a_risk_to_children_names_no_child() -> None:
    one = paper(
        "# Nomination of a person of concern",
        "Family name: MARSH",
        "Given names: Lee Alan",
        "Children linked to this person: Ada Holm, Ben Orr",
        "Why do you believe this person is a risk to children? Stopped twice with children.",
    ).records[0]
    assert (one.get("name"), one.get("children")) == ("Lee Alan Marsh", ("Ada Holm", "Ben Orr"))
    assert str(one.get("grounds")).startswith("Stopped twice")


def test_the_sort_of_place_is_the_one_whose_box_is_ticked() -> None:
    one = paper(
        "# Location of concern",
        "Name of place: Kebab Kingdom",
        "Address: 41 Weavers Gate, Tarn",
        "## What sort of place is it?",
        "| ☐ Park / open space | ☒ Takeaway / restaurant | ☐ Hotel |",
        "| ☐ Private address | ☐ Transport hub | ☐ Retail |",
        "Date you are telling us: 13 November 2026",
    ).records[0]
    assert one.get("type") == "Takeaway / restaurant"
    assert str(one.get("received")) == "2026-11-13"
