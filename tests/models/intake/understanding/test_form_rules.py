"""Rules that published forms taught, each told by the least that it changes."""

from datetime import date
from pathlib import Path

import pytest

from models.intake.papers import Block, Cell, ReadField, ReadPaper, ReadRecord
from models.intake.understanding import typed_lines
from models.intake.understanding.asking import asking
from models.intake.understanding.assessed_by import by_another, named_sender
from models.intake.understanding.associates import read_associates
from models.intake.understanding.beside_people import (
    day_of_signature,
    job_beside_agency,
    worker_beside_plan,
)
from models.intake.understanding.capitals import without_capitals
from models.intake.understanding.chairs import chairs_told
from models.intake.understanding.claims import settled
from models.intake.understanding.context import Context
from models.intake.understanding.dotted import without_dots
from models.intake.understanding.elements import Grid, Heading, Loose, MatrixRow, Pair
from models.intake.understanding.ethnic_ticks import ticked_ethnicity
from models.intake.understanding.finish import finish
from models.intake.understanding.form_grids import in_pairs, read_form_grid
from models.intake.understanding.guidance_pages import without_explanations
from models.intake.understanding.letterhead import letterhead
from models.intake.understanding.lexicon import Match, recognise
from models.intake.understanding.lines import is_nothing_known
from models.intake.understanding.list_columns import columns_of
from models.intake.understanding.matrices import matrix_at
from models.intake.understanding.parted import parted
from models.intake.understanding.people_grids import family
from models.intake.understanding.prose_people import people_told
from models.intake.understanding.prose_places import places_told
from models.intake.understanding.records import Growing
from models.intake.understanding.squares import with_squares
from models.intake.understanding.ticked_agencies import ticked_social_care
from models.intake.understanding.ticks import choices
from models.intake.understanding.values import read_value
from models.intake.understanding.whose import asked_on, owned

from .drawn import made
from .measure import read


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


def told(path: Path, text: str) -> ReadPaper:
    """Return the reading of a paper drawn in plain text."""
    path.write_text(text, "utf-8")
    return read(path.name.removesuffix(".txt"), made(path))


NUMBERED = """# Northmoor NHS Trust
# Information for MACE panel on 15 October 2026
Prepared by: Jo Bell, Named Nurse. Sent 12/10/26.
1. Ada Tarn (dob 05.03.2011) – Not brought to two appointments. We would say high.
2. Ben Dale (dob 21.11.2009) – nothing known since the last meeting.
"""


def test_numbered_paragraphs_of_a_return_are_each_about_their_child(tmp_path: Path) -> None:
    paper = told(tmp_path / "note.docx.txt", NUMBERED)
    lines = [(one.get("name"), one.get("nothing_known")) for one in paper.records]
    assert (paper.kind, lines) == ("return", [("Ada Tarn", False), ("Ben Dale", True)])


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("nothing known since the last meeting.", True),
        ("left in July, nothing to add.", True),
        ("left in July", False),
        ("nothing known about his father, but he was seen on Friday", False),
        ("Not known to adult social care", True),
        ("Not known to them", True),
        ("Not known to attend school since March", False),
        ("Not known to have been in care", False),
        ("Not known to use drug services", False),
    ],
)
def test_an_agency_that_knows_nothing_says_so(text: str, nothing: bool) -> None:
    assert is_nothing_known(text) is nothing


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Named to me: Ada Tarn (14) and Bo-Lee Venn.", {"Ada Tarn", "Bo-Lee Venn"}),
        ("It was for “Big Col”. Col thought to be Colin Marsh, 33.", {"Colin Marsh"}),
        ("He is told what to do by Harvey Stroud.", {"Harvey Stroud"}),
        ("his boss Hamid Zaki was there", {"Hamid Zaki"}),
        ("Northmoor MASH, Civic Hall, is open from 9 to 5", set()),
    ],
)
def test_whom_running_text_names_as_a_danger(text: str, names: set[str]) -> None:
    assert {str(one["name"]) for one in people_told(text, 2026)} == names


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("He holds it at the garages behind Ferry Lane.", ("garages behind Ferry Lane",)),
        ("She was minding a house at 9 Seagate for three nights.", ("9 Seagate",)),
        ("Staff found key cards for the Toll Bar Inn.", ("Toll Bar Inn",)),
        ("They are picked up outside Bevan Stores.", ()),
        ("She lives at 4 Hill Street with her nan.", ()),
    ],
)
def test_places_are_taken_whole_or_not_at_all(text: str, places: tuple[str, ...]) -> None:
    assert places_told(text) == places


@pytest.mark.parametrize(
    ("kind", "field", "raw", "values"),
    [
        ("child", "lead", "Morag Bell, 01632 960 570", {"lead_phone": "01632 960570"}),
        ("child", "lead", "EH - Sal Pym", {"lead": "Sal Pym"}),
        ("child", "lead", "none, closed at Christmas", {"lead": None}),
        ("child", "informed_parent", "Mum yes; gran no.", {"informed_parent": True}),
        ("child", "informed_child", "Y / N   N", {"informed_child": False}),
        ("tracker", "name", "Ada Tarn\n04/04/2011\nC20771", {"la_id": "C20771"}),
        ("tracker", "types", "E (CSE), M", {"types": ("CSE", "missing")}),
        ("missing", "rhi_offered", "done 5/11/26", {"rhi_completed": date(2026, 11, 5)}),
        ("missing", "rhi_by", "Jo Bell, EI worker", {"rhi_by": "Jo Bell"}),
        ("members", "name", "Jo Bell, Team Manager", {"name": "Jo Bell", "role": "Team Manager"}),
        ("members", "deputy", "tbc", {}),
        ("assessment", "previous_risk", "20/02/26 score 27", {"previous_risk": None}),
        ("assessment", "assessed", "02/03/2026 – 09/03/2026", {"assessed": date(2026, 3, 9)}),
        ("return", "completed_by", "Jo Bell, Nurse. Sent 12/10/26", {"role": "Nurse"}),
    ],
)
def test_what_one_box_says_is_taken_apart(
    kind: str, field: str, raw: str, values: dict[str, object]
) -> None:
    said = {one.name: one.value for one in read_value(kind, field, raw, 2026)}
    assert {name: said.get(name, "absent") for name in values} == values


def test_other_please_state_answers_the_question_before_it() -> None:
    asked = [
        pair("School attended", "Other", "school"),
        pair("If other, please state", "Mere High"),
    ]
    (one,) = asked_on(asked)
    assert isinstance(one, Pair)
    assert one.value == "Mere High"


def test_a_doctor_nobody_knows_owns_no_telephone() -> None:
    asked = [pair("GP", "n/k", "gp"), pair("Telephone number", "07700 900262", "phone")]
    assert [one.match and one.match.field for one in owned(asked, "child")] == ["gp", "phone"]


def test_a_perpetrator_in_the_list_of_the_family_is_of_concern() -> None:
    child = growing()
    rows = (("Tess Tarn", "Mother"), ("Dale Marsh", "Alleged perpetrator"))
    read_form_grid(child, grid(("Name", "Relationship to child"), *rows), Context("child"))
    assert child.get("parent_name") == "Tess Tarn"
    assert [one["name"] for one in child.get("associates")] == ["Dale Marsh"]


def test_what_a_parent_knows_may_stand_in_the_list_of_parents() -> None:
    child = growing()
    rows = (("Tess Tarn", "Mother", "Yes, 12/3"), ("Dev Tarn", "Father", "no"))
    family(child, grid(("Name", "Relationship", "Aware of referral?"), *rows))
    assert child.get("informed_parent") is True


def test_ethnicity_and_religion_in_each_others_boxes_are_put_right_and_marked() -> None:
    child = growing(ethnicity="Muslim", religion="Asian other")
    finish(child)
    assert (child.get("ethnicity"), child.get("religion")) == ("Asian other", "Muslim")
    assert child.fields["ethnicity"].sure < 0.7


def test_a_senders_name_in_two_boxes_is_one_and_the_body_is_the_agency() -> None:
    child = growing(referrer="Tarn Academy")
    for part, value in (("first_name", "Jo"), ("surname", "Bell")):
        child.take(pair(part, value, f"referrer_{part}"))
    finish(child)
    assert (child.get("referrer"), child.get("referrer_agency")) == ("Jo Bell", "Tarn Academy")


def test_filled_squares_are_ticks_only_beside_empty_ones() -> None:
    boxes = (Block("☐ Sexual", "p1"), Block("■ Criminal", "p2"))
    assert [one.text for one in with_squares(boxes) if isinstance(one, Block)][1] == "☒ Criminal"
    assert with_squares(boxes[1:]) == boxes[1:]


def test_an_answer_between_underscores_is_the_answer() -> None:
    (block,) = without_dots([Block("Name: ____Ada Tarn____   Form: _10KB_   UPN: _______", "p1")])
    assert isinstance(block, Block)
    assert block.text.split() == ["Name:", "Ada", "Tarn", "Form:", "10KB", "UPN:"]


def test_a_page_that_only_explains_the_form_is_kept_and_read_for_nothing() -> None:
    page = (
        Block("Referral", "p1", heading=1),
        Block("Definitions (do not return this page)", "p2", heading=2),
        Block("Hub telephone: 01632 960500", "p3"),
    )
    own, explained = without_explanations(page)
    assert ([one.where for one in own], [one.where for one in explained]) == (["p1"], ["p2", "p3"])


def test_who_chairs_is_told_by_the_sentence_above_the_members() -> None:
    members = [
        ReadRecord("members", (ReadField("name", name, name, "c1", 1.0),), "row 1")
        for name in ("Annika Roe", "Leo Bell", "Ola Fen")
    ]
    said = Loose("Chair: Det Supt Annika Roe. Vice chair: Leo Bell. Others by invitation.", "p1")
    marked = chairs_told(members, [said])
    assert [one.get("panel_role") for one in marked] == ["chair", "vice chair", None]


def test_gone_from_is_a_place_where_no_day_stands_under_it() -> None:
    heads = ("Child", "Gone from", "Reported missing", "Returned")
    rows = (
        ("Ada Tarn", "school", "02/11/2026 22:40", "03/11/2026 05:15"),
        ("Ben Dale", "mum's", "04/11/2026 20:10", "05/11/2026 09:00"),
    )
    columns = columns_of(grid(heads, *rows), Context("missing"))
    assert [one and one.field for one in columns] == ["name", "place_from", "reported", "returned"]


def test_a_story_in_capitals_names_people_and_places_as_any_other() -> None:
    said = "HE RIDES FOR OLDER LADS ON THE HAZEL ESTATE AND WAS STOPPED WITH KYLE MARSH (19) TWICE."
    text = without_capitals(said)
    assert places_told(text) == ("Hazel Estate",)
    assert [one["name"] for one in people_told(text, 2026)] == ["Kyle Marsh"]
    assert without_capitals("PC Bell saw ADA TARN (15)") == "PC Bell saw ADA TARN (15)"


@pytest.mark.parametrize(
    ("head", "agency"),
    [("ST HILDA’S C of E ACADEMY", "ST HILDA’S C of E ACADEMY"), ("Northshire Council", None)],
)
def test_the_school_on_whose_paper_somebody_writes_is_whom_they_work_for(
    head: str, agency: str | None
) -> None:
    child = growing(referrer="Jo Bell")
    letterhead(child, [Heading(head, "p1", 1), pair("Completed by", "Jo Bell", "referrer")])
    assert child.get("referrer_agency") == agency


def test_a_ticked_agency_tells_the_worker_and_the_plan_in_its_row() -> None:
    child = growing()
    row = "table 6, row 1, column 2"
    ticked = Pair("☒ Social Services", "Name: Petra Vance", row, None)
    ticked_social_care(child, [ticked, Loose("CIN", "table 6, row 1, column 3")])
    assert (child.get("lead"), child.get("plan")) == ("Petra Vance", "CiN plan")


def test_a_question_of_the_form_within_a_story_is_asked_apart() -> None:
    story = "He was stopped with 22 wraps.\nWhat do you want to happen? Discussion at MACE."
    told = parted(pair("Reason for referral", story, "reason"), Context("child"))
    assert [(one.match and one.match.field, one.value) for one in told] == [
        ("reason", "He was stopped with 22 wraps."),
        ("ask", "Discussion at MACE."),
    ]


def test_a_cross_typed_behind_an_option_ticks_it() -> None:
    marked = choices("Internet X  Party   Boyfriend X  Group/Gang")
    assert marked is not None
    assert marked.ticked == ("Internet", "Boyfriend")


def test_a_first_column_that_names_the_others_is_no_list_of_people() -> None:
    heads = ("FAMILY", "Parent / carer 1", "Relationship", "Contact", "Parent / carer 2")
    cells = (
        None,
        *(Cell(text, "c1") for text in ("Tess Tarn", "mother", "07700 900585", "Al Tarn")),
    )
    told = in_pairs(Grid(heads, (cells,), "table 1"), Context("child"))
    assert [one.match and one.match.field for one in told if one.value == "Tess Tarn"] == [
        "parent_name"
    ]


@pytest.mark.parametrize("span", [1, 2])
def test_no_is_answered_under_a_merged_head_as_under_any(span: int) -> None:
    def row(*texts: str) -> tuple[Cell, ...]:
        return tuple(Cell(t, "c1", span=span if at == 1 else 1) for at, t in enumerate(texts))

    asked = ("Is the child aware of this referral?", "Is the parent aware of this referral?")
    rows = (row("Question", "Yes", "No"), row(asked[0], "X", ""), row(asked[1], "", "X"))
    found = matrix_at(rows, 0, Context("child"), None, "")
    assert found is not None
    assert [one.answer for one in found[0] if isinstance(one, MatrixRow)] == ["Yes", "No"]


WEB_FORM = """# Report a concern about a child
Submitted 03/11/2026 16:52. This is a copy of what you sent us.
## About you
### What is your name?
Rosa Bell
### Which organisation do you work for?
Havenmoor Road Surgery
### What is your job?
GP, safeguarding lead
### What number can we call you on?
01632 960 140
## About the child
### First name
Ada
### Last name
Tarn
### Date of birth (or best guess of age)
9 Feb 2012
### Have you told the parents you are contacting us?
No
### If not, tell us why
I am not sure about her partner
### Does the child know?
Yes
## Your worries
### What type of worry is it? (we show all you ticked)
Sexual exploitation; Online harm
### Tell us what has happened
She has met a man twice who says he is 17. He gave her a phone and a vape.
"""


def test_a_copy_of_a_web_form_answers_each_question_below_it(tmp_path: Path) -> None:
    (child,) = told(tmp_path / "web.docx.txt", WEB_FORM).records
    said = {
        "name": "Ada Tarn",
        "dob": date(2012, 2, 9),
        "referrer": "Rosa Bell",
        "referrer_agency": "Havenmoor Road Surgery",
        "referrer_role": "GP, safeguarding lead",
        "referrer_phone": "01632 960140",
        "received": date(2026, 11, 3),
        "informed_parent": False,
        "informed_child": True,
        "types": ("Sexual exploitation", "Online harm"),
    }
    assert {name: child.get(name) for name in said} == said
    assert "met a man" in str(child.get("reason"))


TRACKER = """sheet LIVE
| MACE tracker – keep up to date |  |  |  |  |  |  |

| surname, first name | dob | mosaic | what | risk | on since | next |
| HIGH |  |  |  |  |  |  |
| Tarn, Ada | 19/05/2011 | M104482 | CSE / missing | H | 9/6/26 | 22/10/26 |
| Dale, Ben (BD) | 03/10/2009 | M099713 | CCE | H | 14.4.26 | tbc |

| MEDIUM |  |  |  |  |  |  |
| Vane, Jo | 01/12/2012 | M110256 | online | M | 8 Sept 26 | 19/11/26 |
"""


def test_a_tracker_kept_by_hand_is_no_form_of_one_child(tmp_path: Path) -> None:
    paper = told(tmp_path / "list.xlsx.txt", TRACKER)
    rows = [(one.get("name"), one.get("opened"), one.get("risk")) for one in paper.records]
    assert paper.kind == "tracker"
    assert rows == [
        ("Ada Tarn", date(2026, 6, 9), "High"),
        ("Ben Dale", date(2026, 4, 14), "High"),
        ("Jo Vane", date(2026, 9, 8), "Medium"),
    ]
