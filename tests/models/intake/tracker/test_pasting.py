"""A pasted block goes to the children that its rows name, and writes over nobody's name."""

from dataclasses import replace
from datetime import date

import pytest

from models.intake.tracker import pasting, whose
from models.intake.tracker.heads import are_heads, columns_of
from models.intake.tracker.pasting import block, filled, pasted
from models.records.tracker import ProposedSet, TrackedChild
from models.rules.tracker.columns import AT_FIRST
from tests.benchmarks.tracked import tracked

TODAY = date(2026, 11, 12)


def child(at: int, name: str, **given: object) -> TrackedChild:
    fields: dict[str, object] = {"system_id": f"LCS{at}00", "plan": "CP", "team": None, **given}
    return replace(tracked(1)[0], id=at, uuid=f"{at:032x}", name=name, **fields)  # type: ignore[arg-type]


ANN, BEA, CAT, SAM, SAM_TOO = (
    child(1, "Ann Ore", birth_date=date(2010, 1, 2)),
    child(2, "Bea O’Poe", nhs_number="943 476 5919"),
    child(3, "Cat Roe", system_id=None, birth_date=None),
    child(4, "Sam Moe", birth_date=date(2011, 5, 6)),
    child(5, "Sam Moe", birth_date=date(2012, 7, 8)),
)
ALL = (ANN, BEA, CAT, SAM, SAM_TOO)
Row = tuple[str, str, str, str]


def paste(text: str, at: str = "name") -> ProposedSet:
    keys = AT_FIRST[AT_FIRST.index(at) :]
    rows = block(text)
    return pasted(rows, ALL[: len(rows)], keys, TODAY, everybody=ALL)


def told(found: ProposedSet) -> list[Row]:
    return [(one.who, one.title, one.now, one.standing.value) for one in found.rows]


def test_rows_under_heads_go_to_whom_they_name() -> None:
    found = paste("Child\tPlan\nCat Roe\tCLA\nORE, Ann\tEarly Help")
    assert told(found) == [
        ("Cat Roe", "Plan", "CLA", "change"), ("Ann Ore", "Plan", "Early Help", "change"),
    ]  # fmt: skip
    assert found.ticked == {0, 1} and found.notes == (pasting.BY_WHOM,)


@pytest.mark.parametrize(
    ("text", "at"),
    [("Cat Roe\t\tCLA\nAnn Ore\tLCS100\tCLA", "name"), ("Cat Roe\tCLA\nAnn Ore\tCLA", "plan"),
     ("CLA\tCat Roe\nCLA\tAnn Ore", "plan")],
)  # fmt: skip
def test_rows_without_heads_go_to_whom_a_column_of_names_names(text: str, at: str) -> None:
    rows = [one for one in told(paste(text, at)) if one[1] == "Plan"]
    by_name = {one[0] for one in rows}
    assert by_name == ({"Cat Roe", "Ann Ore"} if at == "plan" else set())
    assert {one.who for one in paste(text, at).rows} == {"Cat Roe", "Ann Ore"}


def test_a_number_says_whose_and_another_name_is_looked_at_first() -> None:
    found = paste("System id\tName\tTeam\nlcs200\tBea Newname\tNorth\nLCS100\tAnn Ore\tSouth")
    assert told(found) == [
        ("Bea O’Poe", "Child", "Bea Newname", "conflict"), ("Bea O’Poe", "Team", "North", "change"),
        ("Ann Ore", "Team", "South", "change"),
    ]  # fmt: skip
    assert found.rows[0].note == "Another name." and found.ticked == {1, 2}
    assert told(paste("NHS no\tTeam\n9434765919\tNorth")) == [
        ("Bea O’Poe", "Team", "North", "change")
    ]


def test_one_of_two_of_a_name_is_known_by_the_date_of_birth() -> None:
    text = "First name\tSurname\tDOB\tTeam\nSam\tMoe\t08/07/2012\tNorth"
    (one,) = paste(text).rows
    assert one.change is not None and one.change.child_id == SAM_TOO.id


@pytest.mark.parametrize(
    ("heads", "row", "why"),
    [("Child\tTeam", "Sam Moe\tNorth", whose.SEVERAL), ("Child\tTeam", "Dee Loe\tN", whose.NOBODY),
     ("Child\tBorn\tTeam", "Ann Ore\t3/1/2010\tN", whose.BORN),
     ("Child\tSystem id\tTeam", "Ann Ore\tLCS200\tN", whose.TWO),
     ("System id\tNHS number\tTeam", "LCS100\t9434765919\tN", whose.TWO),
     ("Child\tSystem id\tTeam", "Ann Ore\tLCS999\tN", whose.NUMBERED),
     ("Child\tTeam", "\tNorth", whose.UNSAID)],
)  # fmt: skip
def test_a_row_of_nobody_or_of_several_is_named_and_left(heads: str, row: str, why: str) -> None:
    found = paste(f"{heads}\n{row}")
    (one,) = found.rows
    assert (one.title, one.note, one.takeable, found.ticked) == ("Row 2", why, False, frozenset())


def test_a_child_twice_in_a_block_is_taken_once() -> None:
    found = paste("Child\tTeam\nAnn Ore\tNorth\nAnn Ore\tSouth")
    assert [one.note for one in found.rows] == ["", pasting.TWICE] and found.ticked == {0}


def test_a_number_where_none_stands_is_looked_at_unless_another_number_says_whose() -> None:
    by_name = paste("Child\tSystem id\nCat Roe\tLCS999")
    assert [one.standing.value for one in by_name.rows] == ["conflict"] and not by_name.ticked
    by_number = paste("System id\tNHS number\nLCS100\t9434765870")
    assert told(by_number) == [("Ann Ore", "NHS number", "9434765870", "change")]


def test_heads_are_read_as_where_a_tracker_is_taken_in() -> None:
    found = paste("YP\tLCS no\tRA date\tShoe size\nAnne Oar\tLCS100\t3/11/2026\t5")
    assert [(one.title, one.now, one.standing.value) for one in found.rows] == [
        ("Assessed", "3 Nov 2026", "change"), ("Child", "Anne Oar", "conflict"),
    ]  # fmt: skip
    assert {one.who for one in found.rows} == {"Ann Ore"} and found.ticked == {0}
    assert found.notes[1] == "Columns that the tracker does not have were passed over: Shoe size."


def test_an_answer_that_papers_also_use_for_a_head_is_none() -> None:
    assert not are_heads(["CCE", "Open"]) and not are_heads(["EHM"]) and not are_heads(["", ""])
    assert are_heads(["RA date", "RAG"]) and are_heads(["Child", "Whatever", "LCS no"])
    assert columns_of(["LCS no", "System id", "Notes"]) == ("", "system_id", "")


def test_a_level_read_otherwise_and_an_assessment_without_one_are_said() -> None:
    high = replace(ANN, risk="High", risk_stands=True)
    rows = block("Child\tAssessed\tRisk\nAnn Ore\t3 Nov 2026\tvery high")
    found = pasted(rows, [high], AT_FIRST, TODAY, everybody=[high])
    assert [(one.title, one.now, one.standing.value, one.note) for one in found.rows] == [
        ("Assessed", "3 Nov 2026", "change", "It is added at High, the level that stands."),
        ("Risk", "very high", "not taken",
         "“very high” is read as High, the panel's word. That stands here."),
    ]  # fmt: skip
    same = pasted(
        block("Child\tRisk\nAnn Ore\thigh risk"), [high], AT_FIRST, TODAY, everybody=[high]
    )
    assert not same.rows


def test_columns_that_the_tracker_lacks_are_passed_over_and_said() -> None:
    found = paste("Child\tShoe size\tPlan\nAnn Ore\t5\tCLA")
    assert told(found) == [("Ann Ore", "Plan", "CLA", "change")]
    assert found.notes[1] == "Columns that the tracker does not have were passed over: Shoe size."


def test_a_block_that_names_nobody_goes_by_place_and_says_so() -> None:
    found = paste("CLA\nCLA", "plan")
    assert [one.who for one in found.rows] == ["Ann Ore", "Bea O’Poe"]
    assert found.notes == (pasting.BY_PLACE,)


def test_a_lead_who_is_called_as_a_child_is_does_not_say_whose_a_row_is() -> None:
    assert [one.who for one in paste("Cat Roe\nCat Roe", "lead").rows] == ["Ann Ore", "Bea O’Poe"]


def test_no_name_or_number_is_written_over_by_place() -> None:
    found = paste("Dee Loe\tLCS900\nEve Moe\tLCS901\nFay Noe\tLCS902")
    assert [one.takeable for one in found.rows] == [False] * 5 + [True]
    assert found.rows[-1].who == "Cat Roe" and not found.ticked
    assert not filled("Dee Loe", [ANN], ["name"], TODAY).rows[0].takeable


def test_a_number_is_no_title_however_its_letters_read() -> None:
    found = paste("LCS901\nLCS902\nLCS903", "system_id")
    assert [one.who for one in found.rows] == ["Ann Ore", "Bea O’Poe", "Cat Roe"]
