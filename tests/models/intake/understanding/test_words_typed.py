"""Names, days, people and answers as they are typed in a hurry, and what is not believed."""

from datetime import date

import pytest

from models.intake.understanding.associates import read_associates
from models.intake.understanding.dates import read_day
from models.intake.understanding.names import read_name
from models.intake.understanding.values import read_value

from .lists_made import sheet, word
from .measure import read

ADULT = [
    "Full name – BRANNIGAN, Curtis",
    "DOB – 14th Feb 1998",
    "Car(s) – Silver BMW – GK15 PLO",
    "Children thought to be linked – Chidi Okonkwo-Reyes and Harvey Tindall",
    "Why is this person of concern? – Collects boys at lunch.",
    "Nominated by – DS Farah Aziz, Police",
]


@pytest.mark.parametrize(
    "title",
    [
        "# Nomination: individual believed to pose a risk to children",
        "# Panel nomination of an adult",
    ],
)
def test_a_nominated_adult_never_becomes_a_child(title: str) -> None:
    bold = [f"**{label} – **{value}" for label, value in (one.split(" – ", 1) for one in ADULT)]
    paper = read("paper", word(title, *bold))
    assert [record.kind for record in paper.records] == ["person_of_concern"]
    (record,) = paper.records
    assert (record.get("name"), record.get("dob")) == ("Curtis Brannigan", date(1998, 2, 14))
    assert record.get("children") == ("Chidi Okonkwo-Reyes", "Harvey Tindall")


def test_a_form_in_small_tables_is_one_child_with_the_associates_in_theirs() -> None:
    paper = read(
        "paper",
        word(
            "# MACE referral",
            [["First Name", "Last Name", "Date of Birth"], ["Jaxon", "Mbeki-Hughes", "05/09/2010"]],
            "",
            [["Referring Agency", "Referring Officer"], ["Housing Options", "Lynne Cartwright"]],
            "",
            [["What Jaxon says", "What mum says"], ["“I can’t go home.”", "Too scared."]],
            "",
            [
                ["Associate name", "Nickname", "DOB", "Vehicle", "Phone"],
                ["Terrence Obi", "T", "12/12/1995", "BX20 LLO", "07700 900999"],
                ["MALIK, Zain", "", "", "", "07700 900998"],
            ],
        ),
    )
    (record,) = paper.records
    assert (record.get("name"), record.get("referrer")) == (
        "Jaxon Mbeki-Hughes",
        "Lynne Cartwright",
    )
    assert (record.get("voice"), record.get("parent")) == ("“I can’t go home.”", "Too scared.")
    people = record.get("associates")
    assert isinstance(people, tuple)
    assert [one["name"] for one in people] == ["Terrence Obi", "Zain Malik"]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("St. John, Ava", "Ava St. John"),
        ("ap Rhys, Dai", "Dai ap Rhys"),
        ("LI, Bo", "Bo Li"),
        ("Bo LI", "Bo Li"),
        ("Ó SÉ, Cian", "Cian Ó Sé"),
        ("LE BLANC, Zoë", "Zoë Le Blanc"),
        ("Zoë LE BLANC", "Zoë Le Blanc"),
        ("NG, Kai", "Kai Ng"),
    ],
)
def test_a_surname_of_short_or_several_words_is_read(typed: str, name: str) -> None:
    assert read_name(typed).name == name


@pytest.mark.parametrize("typed", ["20100303", "030310", "Third of March 2010", "3rd. March 2010"])
def test_a_day_typed_without_signs_or_in_words_is_read(typed: str) -> None:
    assert read_day(typed, 2026, born=True).value == date(2010, 3, 3)


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("dob", "1/1/2031"),
        ("name", "=cmd|calc"),
        ("name", "4 Lowfield Road"),
        ("immediate_risk", "She is with him now"),
        ("immediate_risk", "Possibly – see below"),
    ],
)
def test_what_cannot_be_is_kept_as_written_and_marked(field: str, typed: str) -> None:
    label = {"dob": "Date of birth", "name": "Name of child"}.get(field, "Immediate risk?")
    rows = [
        ["System ID", "C-100"],
        ["Reason for referral", "Seen with older males."],
        [label, typed],
    ]
    paper = read("paper", word("# MACE referral", rows))
    (record,) = paper.records
    found = next(one for one in record.fields if one.name == field)
    assert found.value is None and "kept as written" in found.note and found.raw == typed
    assert any(typed in one.text for one in paper.not_understood)


def test_a_tick_after_no_is_no() -> None:
    assert read_value("child", "immediate_risk", "Yes: No: ✓", 2026)[0].value is False


@pytest.mark.parametrize(
    ("typed", "people"),
    [
        ("'Tigs' (Marlon Tighe), Sean Petrie +44 7700 900812",
         [("Marlon Tighe", "Tigs", None), ("Sean Petrie", None, "07700 900812")]),
        ("Older male known only as “Tigs”, 07700 900811", [("Tigs", None, "07700 900811")]),
        ("1. Marlon Tighe, tel 07700 900811 2. Sean Petrie",
         [("Marlon Tighe", None, "07700 900811"), ("Sean Petrie", None, None)]),
        ("Marlon Tighe; tel 07700 900811", [("Marlon Tighe", None, "07700 900811")]),
        ("“Jay” (surname n/k); Gary N/K", [("Jay", None, None), ("Gary", None, None)]),
        ("Sean Petrie - nickname: Shaz - vehicle: none", [("Sean Petrie", "Shaz", None)]),
    ],
)  # fmt: skip
def test_each_adult_keeps_his_own_nickname_and_telephone(
    typed: str, people: list[tuple[str, str | None, str | None]]
) -> None:
    found = read_associates(typed)
    assert [(one["name"], one["alias"], one["phone"]) for one in found] == people
    assert not any(one["vehicle"] for one in found)


def test_a_vehicle_is_its_registration_and_its_looks_describe_the_person() -> None:
    (person,) = read_associates("Dale Prowse (“Prowsey”), silver Astra, WN12 ABC")
    assert (person["vehicle"], person["description"]) == ("WN12 ABC", "silver Astra")


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        ("Overdue", "agreed"),
        ("Incomplete", "agreed"),
        ("Not complete", "agreed"),
        ("On track", "in progress"),
        ("Amber", "in progress"),
        ("Not done", "not done"),
        ("Done", "complete"),
    ],
)
def test_an_action_past_its_day_is_open_and_a_colour_is_under_way(typed: str, status: str) -> None:
    assert read_value("actions", "status", typed, 2026)[0].value == status


def test_an_owner_in_brackets_is_the_agency_and_a_day_without_a_year_follows_the_meeting() -> None:
    rows = [
        ["Ref", "Date agreed", "Subject", "Action", "Owner (agency)", "Target date", "Status"],
        ["1", "12 May 2026", "Ella Stone", "Complete NRM", "Rita Vaughan (CSC)", "30 June", "Open"],
        ["2", "12 May 2026", "Toxdale Park", "Fix lighting", "Housing", "2 Jan", "Open"],
    ]
    first, second = read("log.xlsx", sheet([["Action log"], [], *rows])).records
    assert (first.get("owner"), first.get("agency")) == ("Rita Vaughan", "CSC")
    assert (second.get("owner"), second.get("agency")) == (None, "Housing")
    assert (first.get("due"), second.get("due")) == (date(2026, 6, 30), date(2027, 1, 2))


def test_a_level_of_another_scheme_is_marked_and_a_suspected_factor_is_not_present() -> None:
    level = read_value("child", "risk", "Significant", 2026)[0]
    assert level.value == "High" and "schemes differ" in level.note
    rows = [
        ["Factor", "Present", "Suspected", "Absent"],
        ["Missing overnight", "x", "", ""],
        ["Older associates", "", "x", ""],
        ["Unexplained injuries", "", "", "x"],
        ["Debt", "x", "", ""],
    ]
    child = [["Child", "Ella Stone"], ["Case number", "M-100"], ["Total score", "17"]]
    (record,) = read("paper", word("# Exploitation risk assessment", child, "", rows)).records
    assert record.get("indicators") == ("Missing overnight", "Debt")
    answers = record.get("indicator_answers")
    assert isinstance(answers, tuple) and ("Older associates", "suspected", "") in answers


def test_a_district_across_a_list_heads_rows_and_is_no_child() -> None:
    rows = [
        ["System no.", "Child", "DoB", "Locality", "Risk"],
        ["EASTGATE"],
        ["C-1", "Palmer-Knox, Dre", "09/04/2009", "Eastgate", "High"],
    ]
    (record,) = read("tracker.xlsx", sheet([["MACE tracker"], *rows])).records
    assert record.get("name") == "Dre Palmer-Knox"


def test_an_adult_s_day_of_birth_on_a_child_s_form_is_marked() -> None:
    rows = [["Name of child", "Dean Alan Wheatley"], ["DOB", "04/05/1994"], ["Reason", "Vapes."]]
    (record,) = read("paper", word("# MACE referral", rows)).records
    dob = next(one for one in record.fields if one.name == "dob")
    assert dob.value == date(1994, 5, 4) and "check whom" in dob.note


def test_a_nickname_in_a_list_of_several_is_nobody_elses() -> None:
    said = 'Kayleigh Brant (15), "Smurf", Darren Pyke approx 24yrs and Kayleigh\'s cousin Mo'
    told = [(one["name"], one["alias"]) for one in read_associates(said)]
    assert told == [("Kayleigh Brant", None), ("Smurf", None), ("Darren Pyke", None), ("Mo", None)]
    both = read_associates('Lee Marsh, "Marshy", Darren Pike, "Daz"')
    assert [one["alias"] for one in both] == ["Marshy", "Daz"]


def test_how_somebody_is_related_is_no_nickname() -> None:
    (one,) = read_associates("Jasmin W-D (peer)")
    assert (one["alias"], one["description"]) == (None, "peer")


def test_a_bold_label_without_a_colon_is_a_label() -> None:
    paper = read(
        "paper",
        word(
            "# Referral to the MACE panel",
            "**Child/Young persons name:** WHITTAKER-DALE, Jasmin Louise (known as Jazzy)",
            "**Address** 14 Larch Close, Brookside",
            "**School/College** Fenside Academy",
            "**Legal status / plan** CP plan",
            "**Social worker / allocated worker** Tanya Orme",
            "**Reason for referral** Out late with older lads.",
        ),
    )
    (record,) = paper.records
    said = {name: record.get(name) for name in ("name", "address", "school", "plan", "lead")}
    assert said == {
        "name": "Jasmin Louise Whittaker-Dale",
        "address": "14 Larch Close, Brookside",
        "school": "Fenside Academy",
        "plan": "CP",
        "lead": "Tanya Orme",
    }
