"""Lists keep their rows, whatever stands between them and whichever way they lie."""

import pytest

from .measure import paper

HEAD = "| **No** | **Child** | **Action** | **Owner** | **Due** | **Status** |"
ROWS = (
    "| 1 | Ada Holm | Call the school about transport | Jo Lund | 10/06/2026 | Done |",
    "| 2 | Ben Orr | Ask the landlord for the key | Al Reed | 12/06/2026 | Open |",
    "| 3 | Cy Dale | Visit the flat with the police | Jo Lund | 14/06/2026 | Open |",
)
BLANK = "| | | | | | |"
ACROSS = "| Carried forward from the meeting before, still to be done by those named |"
SHORT = "| Police |"


@pytest.mark.parametrize(
    "between", [(ACROSS,), (ACROSS, SHORT), (BLANK, ACROSS), (BLANK, SHORT, BLANK)], ids=str
)
def test_rows_across_and_empty_rows_end_no_list(between: tuple[str, ...]) -> None:
    one = paper("# Action log", HEAD, *between, *ROWS[:2], *between, ROWS[2])
    assert [record.get("owner") for record in one.records] == ["Jo Lund", "Al Reed", "Jo Lund"]


def test_actions_in_columns_are_read_one_by_one() -> None:
    one = paper(
        "# Action log",
        "| Action | Call the school about transport | Ask the landlord for the key |",
        "| Owner | Jo Lund | Al Reed |",
        "| Due | 10/06/2026 | 12/06/2026 |",
        "| Status | Done | Open |",
    )
    assert [record.get("text") for record in one.records] == [
        "Call the school about transport", "Ask the landlord for the key",
    ]  # fmt: skip
    assert [record.get("owner") for record in one.records] == ["Jo Lund", "Al Reed"]


def test_a_sentence_across_a_list_of_children_is_no_district() -> None:
    one = paper(
        "# MACE tracker",
        "| **Name** | **DOB** | **Risk** | **Plan** |",
        "| Cases carried forward from the meeting before |",
        "| Ada Holm | 01/02/2011 | High | CIN |",
        "| Ben Orr | 03/04/2010 | Low | CP |",
    )
    assert [record.get("name") for record in one.records] == ["Ada Holm", "Ben Orr"]
    assert not any(record.get("district") for record in one.records)


def test_numbered_actions_of_minutes_are_each_under_its_child_and_meeting() -> None:
    one = paper(
        "# MACE operational group: action notes",
        "Notes of the meeting held on Monday 8 June 2026, 10am",
        "## Ada Holm",
        "She is sleeping better since May.",
        "**Action 4/1:** Call the school about transport.",
        "Owner: Jo Lund    By: 10/06/26    Status: Open",
        "**Action 4/2:** Ask the landlord for the key.",
        "Owner: Al Reed    By: 12/06/26    Status: Complete",
        "## Ben Orr",
        "**Action 4/3:** Visit the flat with the police.",
        "Owner: Jo Lund    By: 14/06/26    Status: Open",
    )
    told = [(each.get("ref"), each.get("subject"), each.get("owner")) for each in one.records]
    assert told == [
        ("4/1", "Ada Holm", "Jo Lund"),
        ("4/2", "Ada Holm", "Al Reed"),
        ("4/3", "Ben Orr", "Jo Lund"),
    ]
    assert {str(record.get("meeting")) for record in one.records} == {"2026-06-08"}


def test_the_number_of_a_row_is_nobodys_name() -> None:
    one = paper(
        "# Agency return for panel",
        "**Agency:** Tarn CAMHS",
        "| **Child** | **What we hold** | **Sharing** |",
        "| 1 | Seen twice since May. | All panel |",
        "| 2 | Nothing known. | All panel |",
    )
    assert not any(record.get("name") for record in one.records)


def test_rows_numbered_by_part_are_read_without_their_numbers() -> None:
    one = paper(
        "# Nomination of an adult of concern",
        "| **1** | **SUBJECT** |",
        "| 1.1 | **Surname** | PRYOR | **Forename** | Dale |",
        "| 1.2 | **Nickname** | Dazza | **DOB** | 04/05/1994 |",
        "| 1.3 | **Postcode** | QY1 2AB | **Telephone** | 07700 900557 |",
        "| 2.1 | **Grounds for concern** | He sells to girls from the home and films them. |",
    ).records[0]
    assert (one.get("name"), one.get("alias")) == ("Dale Pryor", "Dazza")
    assert (one.get("postcode"), one.get("phone")) == ("QY1 2AB", "07700 900557")


def test_whom_a_form_is_worried_about_is_the_child_that_nothing_else_names() -> None:
    one = paper(
        "# I am worried about a child: referral to MACE",
        "**Who are you worried about?** Ada Holm",
        "**When is their birthday?** 1 February 2011",
        "**Hospital number:** W0482213",
        "**What is worrying you?** Men wait for her in cars at the gate.",
    ).records[0]
    assert (one.get("name"), one.get("associates"), one.get("la_id")) == ("Ada Holm", None, None)


def test_names_over_the_columns_of_a_return_head_none_of_them() -> None:
    one = paper(
        "# Agency return for panel",
        "**Agency:** Tarn CAMHS",
        "| Child | | | What we hold | | Handling |",
        "| No. | Name of child | DOB | Known | Information | May be shared with |",
        "| 1 | Ada Holm | 01/02/2011 | Y | Seen twice since May. | All panel |",
        "| 2 | ORR, Ben | 03/04/2010 | N | | |",
    )
    told = [(each.get("name"), each.get("text"), str(each.get("sharing"))) for each in one.records]
    assert told[0] == ("Ada Holm", "Seen twice since May.", "all panel")
    assert one.records[1].get("name") == "Ben Orr"
    assert one.records[1].get("nothing_known") is True
