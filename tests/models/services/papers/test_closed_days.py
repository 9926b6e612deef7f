"""A tracker's closed day: history of a child who is new, and never a closure of one who is open."""

from datetime import date

import pytest

from models.entities import Child, ChildStatus, UnreadText
from models.services.panel import PanelService
from models.services.papers.listing import HISTORY
from models.services.register import RegisterService
from tests.models.services.papers.conftest import ADMINISTRATOR
from tests.models.services.papers.made import listed

HEAD = ("Child", "DOB", "LA ID", "Plan", "Risk", "Date assessed", "Date closed")
TODAY, EVE, CLOSED = date(2026, 11, 9), date(2026, 2, 2), date(2026, 2, 3)
OPEN = ("Ada Tarn", "04/04/2011", "LCS1", "CIN", "High", "01/10/2026", "")


def closed(day: str, name: str = "Ada Tarn", number: str = "LCS1") -> tuple[str, ...]:
    return (name, "04/04/2011", number, "CIN", "High", "01/10/2026", day)


def sheet(*rows: tuple[str, ...]) -> bytes:
    return listed([HEAD, *rows])


@pytest.fixture
def on_tracker(rows):
    def standing(child_id: int = 1) -> list[tuple[date | None, bool]]:
        found = rows(ChildStatus, ChildStatus.child_id == child_id)
        return [(one.since, one.on_tracker) for one in found]

    return standing


def test_the_first_sheet_brings_a_closed_child_as_history(papers, on_tracker) -> None:
    (kept,) = papers.import_files([("t.csv", sheet(closed("03/02/2026")))])
    assert kept.told == ()
    assert on_tracker() == [(EVE, True), (CLOSED, False)]


def test_a_child_who_is_history_alone_is_no_open_record(papers, rows) -> None:
    papers.import_files([("t.csv", sheet(closed("03/02/2026")))])
    (child,) = rows(Child)
    assert (child.closed_on, child.closed_reason) == (date(2026, 2, 3), HISTORY)


def test_a_child_who_was_history_comes_back_by_a_later_sheet(papers, rows, on_tracker) -> None:
    papers.import_files([("t.csv", sheet(closed("03/02/2026")))])
    (again,) = papers.import_files([("u.csv", sheet(OPEN))])
    assert on_tracker()[-1][1] is True
    assert rows(Child)[0].closed_on is None
    assert again.told == ()


def test_a_child_stands_on_the_tracker_from_the_day_it_came_on(papers, on_tracker) -> None:
    head = (*HEAD, "Date referred")
    papers.import_files([("t.csv", listed([head, (*closed("03/02/2026"), "05/01/2026")]))])
    assert on_tracker() == [(date(2026, 1, 5), True), (EVE, True), (CLOSED, False)]


@pytest.mark.parametrize("said", ["04/02/2026", "24/12/2026", "not known", "31/06/2025"])
def test_a_day_on_which_nobody_can_have_come_on_is_left_as_it_is(
    papers, rows, on_tracker, said
) -> None:
    head = (*HEAD, "Date referred")
    papers.import_files([("t.csv", listed([head, (*closed("03/02/2026"), said)]))])
    assert on_tracker() == [(EVE, True), (CLOSED, False)]
    if said != "not known":
        assert any(said[:5] in one.text or "2026-" in one.text for one in rows(UnreadText))


def test_a_sheet_that_comes_back_closes_nobody_who_is_open(papers, rows, on_tracker) -> None:
    papers.import_files([("t.csv", sheet(OPEN))])
    (again,) = papers.import_files([("u.csv", sheet(closed("03/11/2026")))])
    assert on_tracker() == [(TODAY, True)]
    ((_, said),) = again.told
    assert said.startswith("Ada Tarn: closed on Tue 3 Nov 2026 by this paper, and open here.")
    assert said in [one.text for one in rows(UnreadText)]
    assert again.reason == "1 row is asked about, what beside each."


def test_the_rest_of_such_a_row_is_taken(papers, rows) -> None:
    papers.import_files([("t.csv", sheet(OPEN))])
    moved = (*closed("03/11/2026")[:3], "CP", *closed("03/11/2026")[4:])
    papers.import_files([("u.csv", sheet(moved))])
    latest = rows(ChildStatus)[-1]
    assert (latest.plan_code, latest.on_tracker) == ("CP", True)


def test_the_preview_says_so_before_anything_is_kept(papers) -> None:
    papers.import_files([("t.csv", sheet(OPEN))])
    (seen,) = papers.preview([("u.csv", sheet(closed("03/11/2026")))])
    assert "it stays open" in seen.matches[0][1].why
    (open_still,) = papers.preview([("v.csv", sheet((*OPEN[:4], "Low", *OPEN[5:])))])
    assert "stays open" not in open_still.matches[0][1].why


def test_a_child_open_in_one_row_is_not_closed_by_another(papers, on_tracker) -> None:
    (kept,) = papers.import_files([("t.csv", sheet(OPEN, closed("03/02/2026")))])
    assert on_tracker() == [(TODAY, True)]
    assert len(kept.told) == 1


def test_a_child_who_is_off_the_tracker_stays_off_by_a_closed_row(papers, on_tracker) -> None:
    papers.import_files([("t.csv", sheet(closed("03/02/2026")))])
    (again,) = papers.import_files([("u.csv", sheet(closed("04/02/2026")))])
    assert on_tracker() == [(EVE, True), (CLOSED, False)]
    assert again.told == ()


def test_a_record_that_was_closed_here_is_not_opened_by_a_sheet(papers, store, rows) -> None:
    papers.import_files([("t.csv", sheet(OPEN))])
    RegisterService(store, ADMINISTRATOR).close(rows(Child)[0].id, "Moved to Kent", second(store))
    (again,) = papers.import_files([("u.csv", sheet((*OPEN[:4], "Low", *OPEN[5:])))])
    assert rows(ChildStatus)[-1].on_tracker is False
    assert "the record is closed here" in again.told[0][1]


@pytest.mark.parametrize("said", ["24/12/2026", "soon"])
def test_a_day_to_come_or_none_closes_nobody_and_is_told(papers, on_tracker, said) -> None:
    (kept,) = papers.import_files([("t.csv", sheet(closed(said)))])
    assert on_tracker() == [(TODAY, True)]
    assert len(kept.told) == 1


def test_nothing_is_asked_where_the_column_says_nothing(papers) -> None:
    (kept,) = papers.import_files([("t.csv", sheet(closed("N/A")))])
    assert kept.told == ()


def second(store) -> str:
    PanelService(store, ADMINISTRATOR).add_member("Sam Beck")
    return "Sam Beck"
