"""What a tracker's row says in doubtful words is told, and kept with its paper."""

from models.entities import ChildStatus, Exploitation, UnreadText
from models.intake.understanding.value_codes import CLOSED
from tests.models.services.papers.made import TRACKER, listed

ROW = ("CL1", "Tia", "Kerr", "17/02/2009", "F", "Midvale", "CSE1", "CLA", "01/10/2026", "High")


def row(district: str, category: str, plan: str) -> tuple[str, ...]:
    return (*ROW[:5], district, category, plan, *ROW[8:])


def test_the_kinds_in_a_category_column_stand_on_the_record(papers, rows) -> None:
    papers.import_files([("two.csv", listed([TRACKER, row("Midvale", "CSE/CCE", "CLA")]))])
    assert [one.worded for one in rows(Exploitation)] == ["CSE", "CCE"]
    (status,) = rows(ChildStatus)
    assert (status.category, status.other_exploitation) == (None, True)


def test_a_closed_plan_a_guessed_kind_and_a_near_district_are_told(papers, rows) -> None:
    data = listed([TRACKER, row("Mid vale", "csexual exp", "Closed")])
    (kept,) = papers.import_files([("two.csv", data)])
    sentences = [text for _, text in kept.told]
    assert sentences == [
        f"Tia Kerr: “Closed” read as Not open{CLOSED}.",
        "Tia Kerr: “csexual exp” read as Child sexual exploitation.",
        "Tia Kerr: the district “Mid vale” is nearly “Midvale”, and is counted as another.",
    ]
    assert {one.text for one in rows(UnreadText)} >= set(sentences)
    assert [one.worded for one in rows(Exploitation)] == ["Child sexual exploitation"]
