"""A list tells how children stand on its own day, and of an earlier one only what it dates."""

from datetime import date, datetime
from io import BytesIO

import openpyxl
import pytest
from sqlalchemy import select

from models.entities import Child, ChildStatus, Exploitation
from models.queries.quarterly import quarterly
from models.records.reader import Reader
from models.services.papers.mending import by_lists_day, mend, of_day, of_other_days
from tests.models.services.papers.made import listed

HEAD = ("Child", "DOB", "LA ID", "Plan", "Category", "Risk", "Date assessed", "Date referred")
TODAY = date(2026, 11, 9)


def row(plan="CP", risk="High", category="CSE3", assessed="01/10/2026", came="12/01/2026"):
    return ("Ada Tarn", "04/04/2011", "LCS1", plan, category, risk, assessed, came)


def book(title: str, *rows: tuple[str, ...], sheet: str = "Live") -> bytes:
    made = openpyxl.Workbook()
    made.active.title = sheet
    for one in ((title,), HEAD, *rows):
        made.active.append(list(one))
    written = BytesIO()
    made.save(written)
    return written.getvalue()


@pytest.fixture
def stood(rows):
    """How the child stood, from each day on."""

    def told():
        found = sorted(rows(ChildStatus), key=lambda one: (one.since or date.min, one.id))
        return [(one.since, one.plan, one.category, one.risk) for one in found]

    return told


def test_what_a_sheet_says_today_is_not_dated_back_to_the_day_of_referral(papers, stood, rows):
    papers.import_files([("t.csv", listed([HEAD, row()]))])
    assert stood() == [(date(2026, 1, 12), None, None, None), (TODAY, "CP", "CSE3", "High")]
    assert all(one.on_tracker for one in rows(ChildStatus))


def test_an_earlier_quarter_counts_the_child_without_what_nobody_knew_then(papers, store):
    papers.import_files([("t.csv", listed([HEAD, row()]))])
    reader = Reader(now=datetime(2026, 11, 12, 9, 30))
    with store.reading() as session:
        then, now = (quarterly(session, reader, day) for day in (date(2026, 3, 31), TODAY))
    assert [r.values[0] for r in then.rows if r.label in ("CSE3", "Total", "CP")] == [0, 1, 0]
    assert [r.values[0] for r in now.rows if r.label in ("CSE3", "Total", "CP")] == [1, 1, 1]


@pytest.mark.parametrize("title, file, day", [
    ("Northmoor MACE – live tracker. As at 30/09/26", "t.xlsx", date(2026, 9, 30)),
    ("Position at 30th September", "t.xlsx", date(2026, 9, 30)),
    ("Live tracker, updated by RA", "tracker 2026-10-05.xlsx", date(2026, 10, 5)),
    ("Live tracker", "mace-tracker-051026.xlsx", date(2026, 10, 5)),
    ("Live tracker", "Tracker October 2026.xlsx", date(2026, 10, 31)),
    ("Live tracker", "tracker v1.2.xlsx", TODAY),
    ("Live tracker", "Tracker Marlborough 2026.xlsx", TODAY),
    ("Live tracker", "mayfield 26.xlsx", TODAY),
    ("Live tracker for the panel of 3 December 2026", "t.xlsx", TODAY),
])  # fmt: skip
def test_the_day_of_a_list_is_the_one_that_it_tells(papers, stood, title, file, day):
    papers.import_files([(file, book(title, row(assessed="01/09/2026")))])
    assert stood()[-1][0] == day


def test_a_list_whose_entries_lie_long_behind_is_of_the_latest_of_them(papers, stood):
    (seen,) = papers.preview([("t.csv", listed([HEAD, row(assessed="29/12/2020", came="")]))])
    (record,) = seen.paper.records
    assert "its latest entry is of this day; check" in [one.note for one in record.fields][-1]
    papers.keep([seen])
    assert stood() == [(date(2020, 12, 29), "CP", "CSE3", "High")]


def test_a_person_may_say_of_what_day_a_list_tells(papers, stood):
    (seen,) = papers.preview([("t.csv", listed([HEAD, row(), other()]))])
    papers.keep([seen], {("t.csv", 0, "as_of"): "30/06/2026"})
    assert {day for day, plan, *_ in stood() if plan} == {date(2026, 6, 30)}


def test_trackers_of_a_year_read_in_any_order_build_up_what_was_so(papers, stood):
    sheets = [
        ("c.xlsx", book("As at 30/06/26", row(plan="CLA", risk="High"))),
        ("a.xlsx", book("As at 31/12/25", row("CIN", "Low", "CSE1", "01/12/2025", ""))),
        ("b.xlsx", book("As at 31/03/26", row(plan="CIN", risk="Medium", category="CSE2"))),
    ]
    papers.import_files(sheets)
    assert stood() == [
        (date(2025, 12, 31), "CiN plan", "CSE1", "Low"),
        (date(2026, 3, 31), "CiN plan", "CSE2", "Medium"),
        (date(2026, 6, 30), "CLA", "CSE3", "High"),
    ]


def test_an_older_list_read_later_changes_nothing_of_the_time_after(papers, stood, rows):
    sheets = (("a", "31/01/26", "CP"), ("c", "31/03/26", "CP"), ("b", "28/02/26", "CLA"))
    for name, day, plan in sheets:
        papers.import_files([(f"{name}.xlsx", book(f"As at {day}", row(plan=plan, came="")))])
    assert [one[:2] for one in stood()] == [
        (date(2026, 1, 31), "CP"), (date(2026, 2, 28), "CLA"), (date(2026, 3, 31), "CP"),
    ]  # fmt: skip
    assert len(rows(Child)) == 1


def test_a_plan_with_a_start_of_its_own_stands_from_then(papers, stood):
    head = (*HEAD, "Plan start date", "Category since")
    papers.import_files([("t.csv", listed([head, (*row(), "02/03/2026", "01/06/2026")]))])
    assert stood() == [
        (date(2026, 1, 12), None, None, None),
        (date(2026, 3, 2), "CP", None, None),
        (date(2026, 6, 1), "CP", "CSE3", None),
        (TODAY, "CP", "CSE3", "High"),
    ]


def test_a_kind_of_exploitation_is_known_from_the_lists_day_on(papers, rows):
    head = (*HEAD, "Type of exploitation")
    papers.import_files([("t.csv", listed([head, (*row(), "CCE")]))])
    assert [one.since for one in rows(Exploitation)] == [TODAY]
    papers.import_files([("tracker 2026-06-30.csv", listed([head, (*row(assessed=""), "CCE")]))])
    assert [one.since for one in rows(Exploitation)] == [date(2026, 6, 30)]


def other():
    return ("Ben Howe", "01/02/2010", "LCS2", "CP", "CSE1", "Low", "01/10/2026", "")


@pytest.mark.parametrize("name, said, field, day", [
    ("t.csv", "12 Oct", "assessed", date(2026, 10, 12)),
    ("t.csv", "12/10", "assessed", date(2026, 10, 12)),
    ("t.csv", "28/12", "assessed", date(2025, 12, 28)),
    ("t.csv", "done 3rd Sept, SW", "assessed", date(2026, 9, 3)),
    ("tracker 31.01.26.csv", "28/12", "assessed", date(2025, 12, 28)),
    ("tracker 31.01.26.csv", "15 Feb", "next_review", date(2026, 2, 15)),
    ("tracker 31.12.25.csv", "6/1", "next_review", date(2026, 1, 6)),
    ("t.csv", "2 Nov", "next_review", date(2026, 11, 2)),
])  # fmt: skip
def test_a_day_without_its_year_is_read_by_the_lists_and_to_be_checked(
    papers, name, said, field, day
):
    head = (*HEAD, "Next review")
    told = (*row(assessed=said, came=""), "") if field == "assessed" else (*row(came=""), said)
    (seen,) = papers.preview([(name, listed([head, told]))])
    (record,) = seen.paper.records
    (found,) = (one for one in record.fields if one.name == field)
    assert (found.value, found.raw) == (day, said)
    assert found.note.startswith("no year written") and found.note.endswith("check")
    assert found.sure < 0.75
    assert not seen.paper.not_understood


def test_a_day_that_is_none_stays_as_it_is_written(papers):
    (seen,) = papers.preview([("t.csv", listed([HEAD, row(assessed="31/9", came="")]))])
    assert [one.text for one in seen.paper.not_understood] == ["Date assessed: 31/9"]


def test_an_older_list_brings_nothing_back_that_was_changed_since_its_day(papers, stood, store):
    for title, file in (("As at 30/09/26", "t.xlsx"), ("As at 09/11/26", "u.xlsx")):
        papers.import_files([(file, book(title, row(assessed="01/09/2026")))])
    with store.work("test", "Test") as session:
        child = session.scalars(select(Child.id)).one()
        left = {"plan": "Early Help", "category": "CSE3", "risk": "Low", "on_tracker": False}
        session.add(ChildStatus(child_id=child, since=date(2026, 10, 20), **left))
    papers.import_files([("v.xlsx", book("As at 10/10/26", row("CiN", "Medium")))])
    assert [one for one in stood() if one[0] > date(2026, 10, 1)] == [
        (date(2026, 10, 10), "CiN plan", "CSE3", "Medium"),
        (date(2026, 10, 20), "Early Help", "CSE3", "Low"),
    ]


@pytest.mark.parametrize("field, said, first, then", [
    ("assessed", "28/12", date(2025, 12, 28), date(2024, 12, 28)),
    ("assessed", "12 Mar", date(2026, 3, 12), date(2025, 3, 12)),
    ("next_review", "15 Feb", date(2027, 2, 15), date(2026, 2, 15)),
    ("nrm", "Referred 20/10", date(2026, 10, 20), date(2025, 10, 20)),
])  # fmt: skip
def test_days_without_their_year_follow_the_day_that_a_person_says_of_the_list(
    papers, field, said, first, then
):
    head = (*HEAD, "Next review", "NRM")
    own = row(assessed=said if field == "assessed" else "", came="")
    told = (*own, said if field == "next_review" else "", said if field == "nrm" else "")
    (seen,) = papers.preview([("t.csv", listed([head, told]))])
    day = "nrm_date" if field == "nrm" else field
    assert seen.paper.records[0].get(day) == first
    for shown in (
        by_lists_day(seen, {("t.csv", 0, "as_of"): "31/10/2025"}),
        mend(seen, {("t.csv", 0, "as_of"): date(2025, 10, 31)}, TODAY),
    ):
        assert shown.paper.records[0].get(day) == then
    kept = mend(seen, {("t.csv", 0, "as_of"): "31/10/2025", ("t.csv", 0, day): "01/02/2026"}, TODAY)
    assert kept.paper.records[0].get(day) == date(2026, 2, 1)


def test_a_day_typed_without_its_year_is_read_by_the_lists(papers):
    (seen,) = papers.preview([("tracker 31.01.26.csv", listed([HEAD, row(assessed="", came="")]))])
    typed = mend(seen, {("tracker 31.01.26.csv", 0, "assessed"): "28 Dec"}, TODAY)
    assert typed.paper.records[0].get("assessed") == date(2025, 12, 28)


def test_a_day_said_for_all_lists_is_that_of_those_which_tell_none(papers, stood):
    seen = papers.preview([
        ("t.csv", listed([HEAD, row()])),
        ("u.xlsx", book("As at 31/01/26", other())),
    ])  # fmt: skip
    day = date(2026, 6, 30)
    assert of_other_days(seen, day) == {"u.xlsx": date(2026, 1, 31)}
    papers.keep(seen, of_day(seen, day))
    assert {one[0] for one in stood() if one[1]} == {day, date(2026, 1, 31)}
