"""How forms arrange what they ask: answers left blank, hints over answers, marks in pairs."""

from .lists_made import comma, sheet
from .measure import paper, read

BORN = ("| Name | Ada Holm |", "| Date of birth | 01/02/2011 |")
WHY = "| Reason for referral | Men wait for her at the gate. |"


def test_a_row_of_pairs_of_which_one_is_left_blank_heads_no_list() -> None:
    one = paper(
        "# Child exploitation referral",
        "| Surname | HOLM | First name | Ada |",
        "| Gender | Female | Date of birth | 01/02/2011 |",
        "| Ethnicity | White British | NHS number | 999 204 4187 |",
        "| Disability / SEN | ADHD | GP | |",
        "| Parent / carer | Ida Holm | Parent's telephone | 07700 900518 |",
        "| Legal status | CP plan | Social worker | Jo Lund |",
        WHY,
    ).records[0]
    assert [one.get(name) for name in ("disability", "parent_name", "plan", "lead")] == [
        "ADHD", "Ida Holm", "CP", "Jo Lund",
    ]  # fmt: skip


def test_a_line_under_a_label_is_a_hint_where_the_row_below_holds_the_answer() -> None:
    one = paper(
        "# Child exploitation referral",
        *BORN,
        "| **Reason for referral** // What has happened, and why now? |",
        "| Men wait for her at the gate. |",
        "| **What has been tried** |",
        "| Two visits home. |",
        "| **Child's wishes and feelings** // in their own words |",
        "| “I want to see my nan.” |",
    ).records[0]
    assert [one.get(name) for name in ("reason", "tried", "voice")] == [
        "Men wait for her at the gate.", "Two visits home.", "“I want to see my nan.”",
    ]  # fmt: skip


def test_a_list_whose_title_asks_where_the_child_goes_is_of_places() -> None:
    one = paper(
        "# Child exploitation referral",
        *BORN,
        WHY,
        "",
        "## Places the child goes to or was found at",
        "| Place | What happens there |",
        "| Weir Lane garages | meets older boys |",
        "| Tarn bus station | found there 1/11 |",
    ).records[0]
    assert one.get("places") == ("Weir Lane garages", "Tarn bus station")


def test_kinds_of_harm_ticked_under_yes_and_no_are_what_is_suspected() -> None:
    one = paper(
        "# Child exploitation referral",
        *BORN,
        WHY,
        "",
        "| Please put X in one column | YES | NO | Comment |",
        "| Worries are about sexual exploitation | | X | |",
        "| Worries are about criminal exploitation | X | | county lines |",
        "| Does the child know of this referral? | X | | |",
    ).records[0]
    kinds = one.get("types")
    assert isinstance(kinds, tuple)
    assert len(kinds) == 1
    assert "criminal" in str(kinds[0]).lower()


def test_of_yes_and_no_the_word_not_struck_out_answers() -> None:
    one = paper(
        "# Child exploitation referral",
        "Name: Ada Holm",
        "Date of birth: 01/02/2011",
        "Reason for referral: Men wait for her at the gate.",
        "Does the child know about this referral?   / No   would run",
        "Does the parent know about this referral?   Yes /",
    ).records[0]
    assert (one.get("informed_child"), one.get("informed_parent")) == (False, True)


def test_a_school_that_asks_about_its_pupil_is_the_pupils() -> None:
    one = paper(
        "# TARN HIGH SCHOOL",
        "# Pupil exploitation concern",
        "Pupil: Ada Holm",
        "D.O.B: 1 Feb 2011",
        "Address: 3 Weir Lane, Tarn",
        "What are we worried about? Men wait for her at the gate.",
        "What have we done already? Met with her parents.",
        "Completed by: Jo Lund",
    ).records[0]
    assert (one.get("school"), one.get("referrer_agency")) == ("Tarn High School",) * 2


def test_people_in_numbered_lines_each_keep_what_their_labels_tell() -> None:
    one = paper(
        "# Child exploitation referral",
        "Name: Ada Holm",
        "Date of birth: 01/02/2011",
        "Reason for referral: Men wait for her at the gate.",
        "PEOPLE OF CONCERN",
        "1. Name: Lee Marsh / Nickname: Gaz / Vehicle: black BMW LV19 ZPD / Tel: 07700 900144",
        "2. Name: not known / Nickname: Uncle T / Vehicle: none / Tel: none",
        "Is she in danger right now? No",
    ).records[0]
    people = one.get("associates")
    assert isinstance(people, tuple)
    told = [[person[part] for part in ("name", "alias", "vehicle", "phone")] for person in people]
    assert told == [["Lee Marsh", "Gaz", "LV19 ZPD", "07700 900144"], [None, "Uncle T", None, None]]
    assert (one.get("name"), one.get("immediate_risk")) == ("Ada Holm", False)


def test_signs_in_two_columns_of_a_form_keep_each_its_own_mark() -> None:
    rows = [
        ["MACE child nomination"],
        ["First name", "Ada", "Family name", "HOLM"],
        ["DOB", "01/02/2011", "Gender", "Female"],
        ["Type", "Y / N", "Risk", "Medium"],
        ["CSE", "Y", "Missing episodes (90 days)", 3],
        ["CCE", "N", "Immediate risk?", "N"],
        ["Warning signs - put x if seen"],
        ["Truanting", "x", "Getting lifts from adults", "x"],
        ["Two or more phones", "", "Drug use", "x"],
        ["Self-harm", "", "Unexplained gifts", "x"],
        ["Reason for referral", "Men wait for her at the gate."],
    ]
    one = read("form.xlsx", sheet(rows)).records[0]
    assert one.get("indicators") == (
        "Truanting", "Getting lifts from adults", "Drug use", "Unexplained gifts",
    )  # fmt: skip
    assert (one.get("types"), one.get("risk"), one.get("missing90")) == (("CSE",), "Medium", 3)


def test_days_and_times_under_their_group_are_when_each_happened() -> None:
    rows = [
        ["Tarn Police - missing from home, weekly"],
        ["", "", "", "REPORTED", "", "RETURNED", "", "", "INTERVIEW", ""],
        ["Ref", "Name", "DOB", "Date", "Time", "Date", "Time", "Where found", "Offered",
         "Completed"],
        ["M/1", "HOLM, Ada", "01/02/2011", "09/11/2026", "22:15", "10/11/2026", "0640",
         "Bus station", "10/11/2026", "12/11/2026"],
        ["M/2", "ORR, Ben", "03/04/2010", "11/11/2026", "14.20", "STILL MISSING", "", "", "", ""],
    ]  # fmt: skip
    first, second = read("list.csv", comma(rows)).records
    assert str(first.get("reported"))[:16] == "2026-11-09 22:15"
    assert str(first.get("returned"))[:16] == "2026-11-10 06:40"
    assert str(second.get("reported"))[:16] == "2026-11-11 14:20"
    assert second.get("returned") is None


def test_a_label_names_the_agency_that_a_title_only_sounded_like() -> None:
    one = paper(
        "Nursing Service: Response to MACE information request",
        "| Panel date: | 25 November 2026 | Completed by: | Jo Lund |",
        "| Agency: | Tarn Community Health | Job title: | Named Nurse |",
        "",
        "| Child | Ada Holm | Ben Orr |",
        "| Date of birth | 01/02/2011 | 03/04/2010 |",
        "| Information held | Seen in May. | Nothing known |",
    ).records[0]
    assert one.get("agency") == "Tarn Community Health"


def test_whoever_signs_far_above_the_last_line_still_sends_the_message() -> None:
    lines = (
        "From: Ines Tarn <ines@tarn.example>", "Subject: referral", "MIME-Version: 1.0",
        'Content-Type: text/plain; charset="utf-8"', "", "Name: Ada Holm", "DoB: 01/02/2011",
        "Reason for referring:", "Men wait for her at the gate.", "", "Ta", "Ines", "",
        "Ines Tarn", "Senior Project Worker", "Tarn Youth Charity", "t: 01632 960822",
        "e: ines@tarn.example", "Working days Tues-Fri",
    )  # fmt: skip
    one = read("m.eml", "\r\n".join(lines).encode()).records[0]
    assert (one.get("referrer"), one.get("referrer_role")) == ("Ines Tarn", "Senior Project Worker")
    assert one.get("referrer_phone") == "01632 960822"
