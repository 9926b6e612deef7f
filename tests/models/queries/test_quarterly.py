"""The quarterly picture adds up and says where it does not."""

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from models.entities import Assessment, Child, ChildStatus, District, Exploitation
from models.queries.quarterly import quarterly
from models.records.reader import Reader
from models.records.reports import ReportTable
from models.rules.percentages import percent
from models.rules.public_figures import public
from models.storage.store import Store

TRACKER = Path(__file__).parents[3] / "resources" / "demo" / "tracker.xlsx"
DISTRICTS = ("Allerdale", "Barrow", "Carlisle", "Copeland", "Eden", "South Lakeland")
READER = Reader(now=datetime(2026, 11, 12, 9, 30))
ON = date(2020, 12, 31)


def picture(store: Store, on: date = ON, reader: Reader = READER) -> ReportTable:
    with store.reading() as session:
        return quarterly(session, reader, on)


def figures(table: ReportTable) -> dict[str, tuple[int | float | None, ...]]:
    return {row.label: row.values for row in table.rows}


def track(store: Store, *children: dict[str, object]) -> list[int]:
    """Children on the tracker, each with a status and perhaps an assessment and types."""
    ids = []
    with store.work("track", "Track") as session:
        for one in children:
            given = {"plan": "CP", "category": "CSE1", "district": "Eden", **one}
            assessed, types = given.pop("assessed", None), given.pop("types", ())
            child = Child(label=f"Child {len(ids)}")
            session.add(child)
            session.flush()
            ids.append(child.id)
            session.add(ChildStatus(child_id=child.id, **given))
            for worded in types:
                session.add(Exploitation(child_id=child.id, worded=worded))
            if assessed:
                session.add(Assessment(child_id=child.id, assessed_on=assessed))
    return ids


def districts(store: Store, *names: str) -> None:
    with store.work("districts", "Districts") as session:
        for place, name in enumerate(names):
            session.add(District(name=name, position=place))


def test_the_published_picture_comes_out_exactly(store: Store) -> None:
    districts(store, *DISTRICTS)
    rows = load_workbook(TRACKER).active.iter_rows(min_row=2, values_only=True)
    with store.work("fill", "Fill") as session:
        for system_id, first, last, born, gender, district, category, plan, assessed, risk in rows:
            child = Child(
                label=f"{first} {last}", system_id=system_id, gender=gender,
                birth_date=born.date(),
            )  # fmt: skip
            session.add(child)
            session.flush()
            session.add(
                ChildStatus(
                    child_id=child.id, district=district, category=category, plan=plan, risk=risk
                )
            )
            if assessed:
                session.add(Assessment(child_id=child.id, assessed_on=assessed.date()))
    table = picture(store)
    assert table.columns == ("Total", *DISTRICTS, "Unallocated")
    assert figures(table) == {
        "CSE1": (26, 8, 6, 7, 2, 2, 1, 0),
        "CSE2": (10, 2, 3, 3, 0, 0, 2, 0),
        "CSE3": (2, 0, 1, 1, 0, 0, 0, 0),
        "Other forms of exploitation": (22, 4, 10, 2, 2, 0, 3, 1),
        "Total": (60, 14, 20, 13, 4, 2, 6, 1),
        "Early Help": (10, 3, 2, 4, 0, 1, 0, 0),
        "Open case": (4, 1, 1, 1, 0, 0, 1, 0),
        "CiN plan": (12, 3, 4, 2, 1, 0, 2, 0),
        "CP": (15, 5, 5, 1, 3, 0, 1, 0),
        "CLA": (17, 1, 8, 5, 0, 1, 2, 0),
        "Not open": (2, 1, 0, 0, 0, 0, 0, 1),
        "With up to date risk assessment": (20, 4, 10, 5, 0, 0, 1, 0),
        "Overdue risk assessment": (40, 10, 10, 8, 4, 2, 5, 1),
        "% up to date": (33.3, 28.6, 50.0, 38.5, 0.0, 0.0, 16.7, 0.0),
    }
    assert "The districts add to 59; 1 child is in no district: 60 in all." in table.reconciliation
    assert "Categories and plans each add to 60." in table.reconciliation


def test_each_figure_names_the_children_behind_it(store: Store) -> None:
    districts(store, "Eden")
    one, other = track(store, {}, {"category": "CSE2", "district": None})
    rows = {row.label: row for row in picture(store).rows}
    assert rows["CSE1"].children == ((one,), (one,), ())
    assert rows["Total"].children == ((one, other), (one,), (other,))


@pytest.mark.parametrize(
    ("assessed", "overdue"),
    [(date(2020, 11, 30), 1), (date(2020, 12, 1), 0), (date(2020, 12, 31), 0), (None, 1),
     (date(2021, 1, 1), 1)],
)  # fmt: skip
def test_thirty_november_is_overdue_on_new_years_eve(
    store: Store, assessed: date | None, overdue: int
) -> None:
    track(store, {"assessed": assessed})
    assert figures(picture(store))["Overdue risk assessment"][0] == overdue


def test_figures_stay_as_they_stood_on_the_day(store: Store) -> None:
    (one,) = track(store, {"since": date(2020, 6, 1)})
    with store.work("move", "Move") as session:
        session.add(ChildStatus(child_id=one, since=date(2021, 1, 1), plan="CLA", category="CSE3"))
    assert figures(picture(store, date(2020, 5, 31)))["Total"][0] == 0
    assert figures(picture(store))["CSE1"][0] == 1
    assert figures(picture(store, date(2021, 1, 1)))["CLA"][0] == 1


def test_a_child_counts_once_and_the_number_with_both_is_stated(store: Store) -> None:
    track(store, {"other_exploitation": True}, {"types": ("County lines",)}, {"types": ("CSE",)})
    table = picture(store)
    assert figures(table)["CSE1"][0] == 3
    assert figures(table)["Other forms of exploitation"][0] == 0
    both = "2 children with a CSE category also have other forms of exploitation; "
    assert f"{both}each is counted once, by category." in table.reconciliation


def test_that_no_child_has_both_is_said_in_words(store: Store) -> None:
    track(store, {})
    none = "No child with a CSE category also has other forms of exploitation."
    assert none in picture(store).reconciliation


def test_what_is_not_recorded_is_said_not_guessed(store: Store) -> None:
    track(store, {"category": None}, {"plan": None}, {"category": None, "types": ("CCE",)})
    table = picture(store)
    assert figures(table)["Total"][0] == 3
    assert figures(table)["Other forms of exploitation"][0] == 1
    assert "Categories add to 2 of 3: 1 child has no category recorded." in table.reconciliation
    assert "Plans add to 2 of 3: 1 child has no plan or status recorded." in table.reconciliation


def test_cse_without_a_category_stands_by_name_beside_the_figures_that_add_up(
    store: Store,
) -> None:
    districts(store, "Eden")
    alone, with_other, _ = track(
        store,
        {"category": None, "types": ("CSE",)},
        {"category": "", "types": ("CSE: online only", "CCE"), "district": None},
        {"types": ("CSE",)},
    )
    table = picture(store)
    (apart,) = table.apart
    assert (apart.label, apart.values) == ("CSE, no category recorded", (2, 1, 1))
    assert apart.children == ((alone, with_other), (alone,), (with_other,))
    assert figures(table)["Total"][0] == 3
    said = (
        "CSE, no category recorded: 2, in no CSE figure; 1 counted under other forms and "
        "1 counted in the total alone."
    )
    assert said in table.reconciliation
    assert [row.label for row in table.shown][:6] == [
        *(row.label for row in table.rows[:5]), "CSE, no category recorded"
    ]  # fmt: skip
    (published,) = public((table,))
    assert published.apart == ()


def test_where_every_cse_has_its_category_nothing_stands_beside_the_picture(store: Store) -> None:
    track(store, {"types": ("CSE",)}, {"category": None, "types": ("CCE",)})
    assert picture(store).apart == ()


@pytest.mark.parametrize(("lacking", "said"), [(8, "8"), (3, "c")])
def test_the_public_form_says_how_many_no_category_counts(
    store: Store, lacking: int, said: str
) -> None:
    track(store, *([{}] * 12), *([{"category": None}] * lacking))
    table = picture(store)
    told = "Children with no category recorded, who count in the total alone: {}."
    assert not any(line.startswith(told[:20]) for line in table.terms)
    (published,) = public((table,))
    assert told.format(said) in published.terms
    assert not any("plan or status recorded" in line for line in published.terms)
    assert not any("said below" in line for line in (*table.terms, *published.terms))


def test_a_small_category_is_not_worked_out_from_those_whom_no_category_counts(
    store: Store,
) -> None:
    track(store, *([{}] * 12), *([{"category": "CSE2"}] * 3), *([{"category": None}] * 20))
    (published,) = public((picture(store),))
    (unsaid,) = (one for one in published.said if one.rest)
    rows = {row.label: row for row in published.rows}
    hidden = [bool(rows[one].withheld & {0}) for one in ("CSE1", "Total")]
    assert 0 in rows["CSE2"].withheld and (unsaid.withheld or any(hidden))


def test_a_district_of_elsewhere_is_unallocated_and_named_as_such(store: Store) -> None:
    districts(store, "Eden")
    track(store, {"district": "Leeds"}, {"district": " eden "}, {"district": "Out of area"})
    table = picture(store)
    assert figures(table)["Total"] == (3, 1, 2)
    assert table.reconciliation[0] == (
        "The districts add to 1; 2 children are in no district (1 recorded elsewhere): 3 in all."
    )


def test_a_district_written_with_and_counts_with_the_one_written_with_its_sign(
    store: Store,
) -> None:
    districts(store, "Dene & Marsh")
    track(store, {"district": "dene and marsh"}, {"district": "Dene & Marsh"})
    assert figures(picture(store))["Total"] == (2, 2, 0)


def test_where_no_district_is_named_a_tracker_makes_none_of_out_of_area(store: Store) -> None:
    track(
        store, {"district": "OOA - placed in Kent"}, {"district": "Fell"},
        {"district": "Dene & Ay"}, {"district": "Dene and Ay"},
    )  # fmt: skip
    table = picture(store)
    assert table.columns == ("Total", "Dene & Ay", "Fell", "Unallocated")
    assert figures(table)["Total"] == (4, 2, 1, 1)


def test_only_children_on_the_tracker_count_and_nobody_is_no_fault(store: Store) -> None:
    track(store, {"on_tracker": False})
    table = picture(store)
    assert figures(table)["Total"] == (0, 0)
    assert figures(table)["% up to date"] == (None, None)
    share = next(row for row in table.rows if row.percent)
    assert table.explained(share) == "Not told for Total, Unallocated: no child is counted there."
    assert any(one.startswith("A dash in per cent") for one in table.definitions)


def test_how_many_are_of_full_age_on_the_day_is_said(store: Store) -> None:
    ids = track(store, {}, {}, {}, {"on_tracker": False})
    born = (date(2002, 12, 31), date(2003, 1, 1), None, date(1990, 1, 1))
    with store.work("born", "Born") as session:
        for one, day in zip(ids, born, strict=True):
            session.get_one(Child, one).birth_date = day
    assert picture(store).terms[-1].endswith("is known: 1.")
    assert picture(store, date(2021, 1, 1)).terms[-1].endswith("is known: 2.")


def test_children_a_reader_may_not_know_of_are_said_to_be_left_out(store: Store) -> None:
    one, _ = track(store, {}, {})
    held = Reader(now=READER.now, conflicted_subjects=frozenset({one}))
    table = picture(store, reader=held)
    assert figures(table)["Total"][0] == 1
    assert "1 child you may not see is not counted." in table.reconciliation


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [(20, 60, 33.3), (0, 4, 0.0), (1, 16, 6.3), (4, 14, 28.6), (3, 3, 100.0), (0, 0, None)],
)
def test_per_cents_have_one_decimal(part: int, whole: int, shown: float | None) -> None:
    assert percent(part, whole) == shown


def test_of_a_day_to_come_it_is_said_that_nothing_after_today_is_counted(store: Store) -> None:
    track(store, {})
    (said, *_) = picture(store, on=date(2027, 1, 31)).reconciliation
    assert said.startswith("Sun 31 Jan 2027 is still to come: nothing after today, ")
    assert "still to come" not in " ".join(picture(store).reconciliation)
