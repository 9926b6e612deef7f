"""Forms that ask of many people: the mother is nobody of concern, the sender is not the child."""

import pytest

from models.intake.understanding.associates import read_associates

from .measure import paper

CHILD = "| Child's name | Kiera Standish | DOB | 14/03/2010 |"


def test_a_mother_in_a_list_of_people_is_nobody_of_concern() -> None:
    read_form = paper(
        "# MACE referral form",
        CHILD,
        "| Who lives at home? |",
        "| Name | Relationship | DOB | Telephone |",
        "| Julie Standish | Mother | 04/05/1984 | 07700 900123 |",
        "| Ben Standish | Brother | 02/02/2014 | |",
        "| Reason for referral | Found with older men twice. |",
    )
    record = read_form.records[0]
    assert len(read_form.records) == 1
    assert record.get("name") == "Kiera Standish"
    assert record.get("parent_name") == "Julie Standish"
    assert record.get("parent_phone") == "07700 900123"
    assert not record.get("associates")


def test_a_plain_telephone_behind_a_name_is_that_persons() -> None:
    record = paper(
        "# MACE referral form",
        CHILD,
        "| Parent / carer 1 | Julie Standish | Tel | 07700 900123 |",
        "| Social worker | Priya Nair | Tel | 01632 960111 ext 4 |",
        "| Referred by | Carl Pemberton | Contact | 01632 960333 c.p@hys.example |",
        "| Reason for referral | Found with older men twice. |",
    ).records[0]
    assert record.get("phone") is None
    assert record.get("parent_phone") == "07700 900123"
    assert record.get("lead_phone") == "01632 960111 ext 4"
    assert record.get("referrer_email") == "c.p@hys.example"


def test_the_name_of_who_makes_the_referral_is_not_the_childs() -> None:
    record = paper(
        "# Multi-agency referral form",
        "## Child subject to the referral details:",
        "| First Name | Surname | Child's DOB | M/F | Home Address |",
        "| Fatima | Zahoor | 16-02-12 | F | 12 Scar Top HD7 5RE |",
        "| Does the child have a disability? | | | Type 1 diabetic |",
        "## Details of the person making the referral",
        "| Name | Lindsay Akroyd | Job title | Outreach nurse |",
        "| Agency | Holme Health | Address | Princess Royal Centre |",
    ).records[0]
    assert record.get("name") == "Fatima Zahoor"
    assert record.get("referrer") == "Lindsay Akroyd"
    assert str(record.get("address")).startswith("12 Scar Top")


def test_a_child_is_never_among_its_own_people_of_concern() -> None:
    record = paper(
        "# MACE referral form",
        CHILD,
        "| People of concern | Kiera has been seen with older men; Dean Rusk |",
    ).records[0]
    assert [person["name"] for person in record.get("associates")] == ["Dean Rusk"]


def test_what_a_suspect_is_called_is_no_nickname_of_the_child() -> None:
    record = paper(
        "# Exploitation referral form",
        "| Family Name | Standish | Forenames | Kiera |",
        "| Alternative Names | Kiki | Date of Birth | 14/03/2010 |",
        "| Parent | N/A | Level of risk | Please say how the level was found, and by whom |",
        "## Suspect Details",
        "| Family Name | Rusk | Forenames | Dean |",
        "| Alternative Names | Deano | Vehicle details | silver Polo |",
    ).records[0]
    assert record.get("name") == "Kiera Standish"
    assert record.get("alias") == "Kiki"
    assert record.get("parent_name") is None
    assert record.get("risk") is None
    assert record.get("associates")[0]["name"] == "Dean Rusk"
    assert record.get("associates")[0]["alias"] == "Deano"


def test_why_a_parent_was_not_told_is_not_why_the_child_is_referred() -> None:
    record = paper(
        "# MACE referral form",
        CHILD,
        "| Is the parent aware of this referral? | No | Reason: | Mum on holiday |",
        "| What are your concerns? | Found with older men twice. |",
    ).records[0]
    assert record.get("reason") == "Found with older men twice."


def test_nobody_that_i_know_of_is_no_social_worker() -> None:
    form = paper("# MACE referral form", CHILD, "| Social worker | none that i know of |")
    assert form.records[0].get("lead") is None


def test_a_tool_of_assessment_is_no_referral_unless_somebody_refers() -> None:
    tool = ("# Criminal Exploitation Measurement Tool", CHILD, "| School | Leaford High |")
    assessed = (*tool, "| Date of assessment | 14/07/2026 | Total score | 36 |")
    referred = (
        *tool,
        "| Name of person making referral | Carl Pemberton | Date of referral | 02/07/2026 |",
        "| Parent aware of this referral? | Yes | Child aware of this referral? | Yes |",
    )
    assert paper(*assessed).kind == "assessment"
    assert paper(*referred).kind == "child"


def test_a_row_across_right_below_the_header_names_the_actions_below() -> None:
    log = paper(
        "# MACE action log",
        "| Ref | Child | Action agreed | Who | Agency | By when |",
        "| CHILDREN |",
        "| 1 | Kiera Standish | Identify the driver | DS A Roper | Police | 07/07/26 |",
        "| LOCATIONS |",
        "| 2 | Priory Arches | Lighting audit | J Cobb | Highways | 31/07/2026 |",
    )
    assert [one.get("text") for one in log.records] == ["Identify the driver", "Lighting audit"]


def test_a_table_for_each_case_is_read_as_labels_and_answers() -> None:
    case = (
        "| Child's name | {} | DOB | {} |",
        "| Address on agenda | 4 Elm Road | Known to your agency? | Yes |",
        "| Relevant information | {} |",
        "| Information not to be shared, and why | Ok to share with all |",
        "## Next case",
    )
    told = (("Kiera Standish", "14/03/2010", "No arrears"), ("Omari Finch", "12/07/2009", "Noise"))
    lines = [
        line.format(*one[:2]) if "name" in line else line.format(one[2])
        for one in told
        for line in case
    ]
    records = paper("# MACE research form", *lines).records
    assert [(r.get("name"), r.get("text")) for r in records] == [
        ("Kiera Standish", "No arrears"),
        ("Omari Finch", "Noise"),
    ]


def test_a_telephone_of_the_child_behind_a_parents_is_the_childs() -> None:
    one = paper(
        "# MACE referral form",
        CHILD,
        "| Parent / carer | Ida Holm | Parent tel | 07700 900409 |",
        "| Young person mobile | 07700 900410 | Young person email | |",
        "| Reason for referral | Found with older men twice. |",
    ).records[0]
    assert (one.get("parent_phone"), one.get("phone")) == ("07700 900409", "07700 900410")


def test_an_address_told_from_the_childs_behind_a_parents_name_is_the_parents() -> None:
    one = paper(
        "# MACE referral form",
        CHILD,
        "| Address | 4 Low Road |",
        "| Parent / carer | Ida Holm | Address (if different from child's) | 1 Mill Lane |",
        "| Reason for referral | Found with older men twice. |",
    ).records[0]
    assert (one.get("address"), one.get("parent_address")) == ("4 Low Road", "1 Mill Lane")


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("S. Mahmood; Hung Nguyen", ["S. Mahmood", "Hung Nguyen"]),
        ("Mr S. Mahmood, tel 07700 900123", ["S. Mahmood"]),
        ("D. Pyke and S. Mahmood", ["D. Pyke", "S. Mahmood"]),
        ("J.T. Marsh", ["J.T. Marsh"]),
        ("St. John Smith", ["St. John Smith"]),
        ("Dean P. Lee Marsh drives a van.", ["Dean P", "Lee Marsh"]),
        ("Dean Pyke. Lee Marsh.", ["Dean Pyke", "Lee Marsh"]),
    ],
)
def test_an_initial_that_begins_a_name_ends_no_sentence(said: str, names: list[str]) -> None:
    assert [one["name"] for one in read_associates(said)] == names


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Van Hung Nguyen", ["Van Hung Nguyen"]),
        ("Robin van Dijk, tel 07700 900123", ["Robin van Dijk"]),
        ("Lee Ford (Fordy), BMW AB12 CDE", ["Lee Ford"]),
        ("Reg Smith; Kia Smith", ["Reg Smith", "Kia Smith"]),
        ("Lee Marsh Ford Fiesta AB12 CDE", ["Lee Marsh"]),
        ("Lee Marsh van AB12 CDE", ["Lee Marsh"]),
        ("Kia Picanto AB12 CDE", [None]),
        ("White van AB12 CDE", [None]),
        ("Black Ford AB12 CDE", [None]),
        ("White, Lee; Green Lee", ["Lee White", "Green Lee"]),
    ],
)
def test_a_name_that_is_a_vehicles_too_is_somebodys(said: str, names: list[str | None]) -> None:
    assert [one["name"] for one in read_associates(said)] == names
