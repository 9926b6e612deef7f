"""Forms of schools, hosts and charities in their own words and layouts: no label is an answer."""

from datetime import date
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Font

from models.intake.papers import ReadPaper, ReadRecord
from models.intake.understanding.associates import read_associates
from models.intake.understanding.values import read_value
from models.marks import Sharing

from .measure import paper, read


def one(*lines: str) -> ReadRecord:
    (record,) = paper(*lines).records
    return record


SCHOOL = (
    "# ELMBRIDGE ACADEMY", "# Pupil concern: exploitation referral",
    "| **Pupil (legal name)** | Ivy Ashdown |",
    "| **Form & tutor** | Y9 / 9KLM |",
    "| **D.O.B.** | 2/4/11 |",
    "| **Home** | 12 Sloe Lane, Fellby FB3 2QT |",
    "| **First contact (name / relationship / number)** | Una Ashdown, mum, 07700 900111 |",
    "| **Second contact** | Gran - Pat Sloe 07700 900112 |",
    "| **Other professionals** | Early Help worker Jo Marsh (Family Hub). No SW |",
    "| **Has parent / carer been told?** | Yes, 18/11 Mrs Ashdown in school |",
    "## Numbers",
    "| **Attendance** | **Lates** | **Reported missing to police (last 90 days)** |",
    "| 71% | 19 | 3 |",
    "## Type of concern",
    "| ☒  Criminal – drugs, money | __ Sexual – older adults | ☒  Online – contact, images |",
    "## What we know",
    "| **Who else is involved (adults, older young people – name, nickname, car)** |",
    "| Gaz (approx 20) red Corsa. His mate “Spud” |",
    "## Views",
    "| **Pupil's own words** |",
    "| “leave me alone” |",
    "| **Home's view** |",
    "| Mum is worried and works nights |",
)  # fmt: skip


def test_a_schools_own_words_are_read_as_meant() -> None:
    told = one(*SCHOOL)
    assert told.get("address") == "12 Sloe Lane, Fellby FB3 2QT"
    assert "Una Ashdown" in str(told.get("parent_name"))
    assert told.get("informed_parent") is True
    assert told.get("missing90") == 3
    assert told.get("lead") == "Jo Marsh"
    assert told.get("parent") == "Mum is worried and works nights"
    assert told.get("voice") == "“leave me alone”"


def test_a_tutor_group_is_no_school_and_a_second_contact_no_second_name() -> None:
    told = one(*SCHOOL)
    assert told.get("school") == "Elmbridge Academy"
    assert not [f for f in told.fields if f.name in ("middle_name", "first_name")]


def test_a_label_that_goes_on_in_brackets_is_no_answer_and_a_mate_is_somebody_of_his_own() -> None:
    people = one(*SCHOOL).get("associates")
    assert isinstance(people, tuple)
    assert [person["name"] for person in people] == ["Gaz", "Spud"]


def test_each_ticked_cell_is_one_kind_of_harm() -> None:
    assert one(*SCHOOL).get("types") == ("Criminal – drugs, money", "Online – contact, images")


HOST = (
    "# Placing authority request to host area MACE",
    "| **Child** |",
    "| **Full name of child** // Jo Li | **Date of birth** // 22.03.2010 | **Gender** // girl |",
    ("| **Placement name, address and type** // Larch Lodge, 3 Mill Rise, Fellby FB3 4BB // "
    "Residential, since May | **Home address before care** // confidential | "
    "**Health - GP in this area** // Mill Rise Surgery |"),
    ("| **Known people (name, nickname, car)** // \"Gaz\" - line holder, 07700 900113 | "
    "**Known addresses, places and routes in host area** // Fellby marina // Dale station | "
    "**NHS no:**  943 476 5919 |"),
    "| **Part C: Placing social worker** |",
    "| **Name and team** // Al Lowe | **Role** // Senior SW | **Date sent** // 12.11.2026 |",
)  # fmt: skip


def test_an_address_that_is_withheld_is_none_and_the_placement_says_where_the_child_lives() -> None:
    told = one(*HOST)
    assert told.get("address") == "Larch Lodge, 3 Mill Rise, Fellby FB3 4BB"
    assert told.get("postcode") == "FB3 4BB"
    assert told.get("gp") == "Mill Rise Surgery"


def test_people_who_are_known_are_no_nicknames_of_the_child_and_a_role_is_no_name() -> None:
    told = one(*HOST)
    assert told.get("alias") is None
    assert read_associates('"Gaz" - line holder, 07700 900113')[0]["name"] != "Line Holder"
    assert told.get("places") == ("Fellby marina", "Dale station")


def test_a_worker_who_dates_a_form_sends_it_where_nobody_else_does() -> None:
    told = one(*HOST)
    assert (told.get("referrer"), told.get("lead")) == ("Al Lowe", "Al Lowe")
    assert told.get("received") == date(2026, 11, 12)


def form(*rows: list[object]) -> ReadPaper:
    book = Workbook()
    assert book.active
    for row in rows:
        book.active.append(row)
    for cells in book.active.iter_rows():
        for cell in cells:
            if str(cell.value or "").startswith("*"):
                cell.value = str(cell.value)[1:]
                cell.font = Font(bold=True)
    data = BytesIO()
    book.save(data)
    return read("form.xlsx", data.getvalue())


SHEET: tuple[list[object], ...] = (
    ["*Child exploitation referral to MACE"],
    ["*1. Young person"],
    ["*First name(s)", "Ivy", "*Family name", "Ashdown"],
    ["*Date of birth", "2/4/2011", "*Gender", "F"],
    ["*2. Type of exploitation (X all that apply)"],
    ["Sexual", None, "Criminal", "X", "County lines", "X", "Online", None],
    ["*3. Signs seen"],
    ["*Sign", "*Yes", "*No / not known", "*Comments"],
    ["Unexplained money", "X", None, "two phones"],
    ["Carrying weapon", None, "X", "not seen"],
    ["Drug or alcohol use", "X", None, None],
    ["*4. People"],
    ["*Associate - name", "*Nickname", "*Vehicle (reg if known)", "*Phone"],
    ["Lee Marsh", "Gaz", "black Audi", None],
    ["nk, male abt 25", "Mitch", None, "07700 900114"],
    [],
    ["*5. Reason"],
    ["*Why are you worried, why now? Give dates"],
    ["Seen four times since half term with older lads."],
    ["*What is keeping the young person safe at the moment?"],
    [],
    ["*6. Consent and safety"],
    ["*Immediate danger?", "No", "*Young person told?", "Yes"],
)  # fmt: skip


def test_a_mark_under_no_is_no_sign_and_options_are_ticked_one_by_one() -> None:
    (told,) = form(*SHEET).records
    assert told.get("types") == ("CCE", "County lines")
    assert told.get("indicators") == ("Unexplained money", "Drug or alcohol use")


def test_guidance_and_the_next_heading_are_no_answers() -> None:
    (told,) = form(*SHEET).records
    assert told.get("reason") == "Seen four times since half term with older lads."
    assert told.get("protective") is None


def test_heads_of_associates_name_nobody() -> None:
    (told,) = form(*SHEET).records
    people = told.get("associates")
    assert isinstance(people, tuple)
    assert [(one["name"], one["alias"], one["phone"]) for one in people] == [
        ("Lee Marsh", "Gaz", None), (None, "Mitch", "07700 900114"),
    ]  # fmt: skip
    assert told.get("alias") is None


def test_where_and_with_whom_in_one_answer_are_places_and_people() -> None:
    told = one(
        "# Child exploitation referral", "**Name:** Ivy Ashdown", "**Date of birth:** 2/4/2011",
        "### What sort of harm are we worried about?",
        "☒ sexual exploitation", "☐ criminal exploitation", "☐ drug running / county lines",
        "☒ online grooming or images",
        "### 1. What has happened?", "Ivy was seen in a car twice.",
        "### 2. Where do they go, who with?",
        "Sloe Street. Kebab shop at the station. With Gaz (white Transit, roofer) and Bea Roe "
        "who is in care",
        "### 3. What does the young person want to happen?", "She wants to be left alone.",
        "### 4. What are you asking the meeting for?", "Find Gaz and the van.",
    )  # fmt: skip
    people = told.get("associates")
    assert isinstance(people, tuple)
    assert [person["name"] for person in people] == ["Gaz", "Bea Roe"]
    assert told.get("places") == ("Sloe Street", "Kebab shop at the station")
    assert told.get("types") == ("sexual exploitation", "online grooming or images")
    assert "☒" not in str(told.get("reason"))
    assert (told.get("voice"), told.get("ask")) == (
        "She wants to be left alone.", "Find Gaz and the van.",
    )  # fmt: skip


def test_vehicles_in_columns_and_children_linked_are_told_of_a_person_of_concern() -> None:
    told = one(
        "# Nomination of person of concern",
        "| **Surname** | MARSH | **Forenames** | Lee |",
        "| **Known as** | Gaz | **DOB** | 11/01/2001 |",
        "## Vehicles",
        "| Make / model | Colour | VRM | Keeper |", "| Audi A3 | black | AB17 LOD | Al Lowe |",
        "| **Children believed at risk from / linked to subject** |",
        "| **Name** | **DOB** | **Nature of link** | **Source** |",
        "| Ivy Ashdown | 2/4/11 | seen in car | PCSO |", "| Jo Li | nk | debt | SW |",
        "| **Grounds** | Nine calls from the public. |",
    )  # fmt: skip
    assert "AB17 LOD" in str(told.get("vehicle"))


def test_areas_that_a_tool_scores_are_signs_from_one_on() -> None:
    told = one(
        "# Child Exploitation Risk Assessment Tool",
        "| **Child's name** | Ivy Ashdown | **Date of birth** | 2/4/2011 |",
        "| **Completed by** | Al Lowe | **Date completed** | 16/11/26 |",
        "| **Area** | **Score** | **Evidence** |",
        "| 1. Missing | 3 | six times |", "| 2. Education | 0 |  |", "| 3. Debt | 1 | owes |",
        "| 4. Online | 0 | none |", "| **TOTAL** | **4** |  |",
    )  # fmt: skip
    assert told.get("indicators") == ("1. Missing", "3. Debt")


def test_points_below_the_children_of_a_return_are_told_of_none_of_them() -> None:
    found = paper(
        "# Health return for MACE 9 December 2026",
        "## Ivy Ashdown 02/04/2011", "Seen twice by the school nurse.",
        "## Jo Li 22/03/2010", "Nothing known.",
        "## General points", "The duty line has a new number from January for all of us.",
    )  # fmt: skip
    assert [one.get("name") for one in found.records] == ["Ivy Ashdown", "Jo Li"]
    assert any("duty line" in one.text for one in found.not_understood)


def test_a_child_that_another_authority_looks_after_keeps_that_with_its_plan() -> None:
    told = {one.name: one.value for one in read_value("tracker", "plan", "CLA (OLA)", 2026)}
    assert told["plan_code"] == "OLA"


def test_a_letter_without_labels_says_why_what_was_tried_and_what_it_asks() -> None:
    lines = (
        "Hi both,", "This is about Ivy Ashdown, she lives with her dad in one of our flats.",
        "Name: Ivy Ashdown (everyone calls her Ash)", "DOB: 2.4.2011",
        ("I have been doing the blocks here since May. Two men in their twenties have more or less "
        "moved into number 22 and she is in and out of there all day and late at night with bags, "
        "and our caretaker has seen her let people in at the main door three times this week."),
        "We have served a notice on number 22 and visited twice with the police.",
        "What I'd like is for somebody to look at her as a victim in this.",
        "I haven't spoken to Ivy herself about it.",
        "I don't think she is in danger today but I would not leave it until the spring.",
    )  # fmt: skip
    head = "From: Una Roe <una.roe@homes.example>\nSubject: MACE referral please\n\n"
    (told,) = read("letter.eml", (head + "\n\n".join(lines)).encode()).records
    assert told.get("alias") == "Ash"
    assert str(told.get("reason")).startswith("I have been doing the blocks")
    assert str(told.get("tried")).startswith("We have served a notice")
    assert str(told.get("ask")).startswith("What I'd like")
    assert told.get("informed_child") is False
    assert told.get("immediate_risk") is False


def test_a_day_on_which_something_began_is_not_when_it_was_done() -> None:
    found = paper(
        "# MACE action log", "| Ref | Child | Action | Who | By when | Update | Status |",
        "| 1 | Ivy Ashdown | Find a worker | Al Lowe | 11/11/26 | Started 10/11/26 | Complete |",
        "| 2 | Jo Li | Ring the school | Bea Roe | 12/11/26 | Done 9/11/26 | Complete |",
    )  # fmt: skip
    assert [one.get("completed") for one in found.records] == [None, date(2026, 11, 9)]


def test_nothing_here_reads_a_line_wider_than_it_says() -> None:
    found = paper(
        "# Agency return for MACE: Health",
        "| Child | Date of birth | Information | Can this be minuted? |",
        "| Ivy Ashdown | 2/4/2011 | Seen twice | Yes - but not her address |",
        "| Jo Li | 22/3/2010 | Came in alone | No |",
    )  # fmt: skip
    assert [one.get("sharing") for one in found.records] == [
        Sharing.CHAIR_ONLY, Sharing.NOT_MINUTED,
    ]  # fmt: skip
