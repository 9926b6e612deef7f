"""The tracker's rows: a part of them is the same as all, a change tells whom it touched."""

from datetime import date, datetime

from models.marks import Role
from models.records.reader import Reader
from models.records.tracker import View
from models.services.signed_in import Person
from models.services.tracker_views import TrackerViews

NOW = datetime(2026, 11, 12, 9, 30)


def test_a_child_read_by_itself_is_as_it_is_among_all_joined_records_too(panel):
    one = panel.register.add_child(
        "Ann Ore", plan="CP", since=date(2026, 10, 5), legal_status="FCO"
    )
    other = panel.register.add_child("Anne Ore", school="Tarn High", team="North")
    panel.register.add_child("Bea Poe")
    panel.register.add_assessment(other, assessed_on=date(2026, 11, 1), level="High")
    panel.register.same(one, other, "Same day of birth")
    everyone = {row.id: row for row in panel.read.tracker()}
    assert set(everyone) & {one, other} == {one}
    (alone,) = panel.read.tracker((one,))
    assert alone == everyone[one]
    assert (alone.school, alone.risk, alone.risk_stands) == ("Tarn High", "High", True)
    assert (alone.since, alone.legal_status) == (date(2026, 10, 5), "FCO")
    assert panel.read.tracked_count() == 3


def test_whom_a_change_touched_is_told_whatever_the_table_and_when_it_is_taken_back(panel):
    child, other = panel.register.add_child("Ann Ore"), panel.register.add_child("Bea Poe")
    register, heard = panel.register, []
    panel.store.subscribe(lambda made: heard.append(panel.read.tracker_touched(made.number)))
    episode = register.add_episode(child, reported_at=datetime(2026, 11, 10, 20))
    register.change_episode(episode, returned_at=datetime(2026, 11, 10, 23))
    register.add_interview(episode, declined_reason="Child declined")
    register.add_assessment(
        child, assessed_on=date(2026, 11, 1), level="High", answers=[("Money", "present")]
    )
    register.add_exploitation(child, "CSE")
    register.change(child, "school", "Tarn High", None)
    for _ in range(6):
        panel.store.undo()
    assert heard == [frozenset({child})] * 12
    heard.clear()
    register.add_alias(other, "Bee", "alias")
    panel.views.keep_view(View("Mine", ("name",)))
    panel.panel.add_member("Kay Baines", None)
    assert heard == [frozenset(), None, None]
    assert panel.read.tracker_touched(panel.store.last_operation - 3, since=True) is None
    begun = panel.store.last_operation
    register.change(child, "school", "Fell School", None)
    register.change(other, "school", "Fell School", None)
    assert panel.read.tracker_touched(begun, since=True) == {child, other}


def test_a_reader_is_told_of_nobody_they_may_not_know_of(panel):
    one, other = panel.register.add_child("Ann Ore"), panel.register.add_child("Bea Poe")
    held = Reader(now=NOW, role=Role.MEMBER, conflicted_subjects=frozenset({one}))
    read = panel.read_as(held)
    assert [row.id for row in read.tracker()] == [other]
    assert read.tracker((one,)) == ()
    assert read.tracked_count() == 1


def test_views_of_ones_own_are_nobody_elses_and_the_panels_are_everybodys(panel):
    panel.views.keep_view(View("Panel's", ("name",), words="Ivy", of_panel=True))
    panel.views.keep_view(View("Mine", ("name", "plan"), words="Ivy"))
    assert [(one.name, one.words) for one in panel.read.tracker_views()] == [
        ("Panel's", ""), ("Mine", ""),
    ]  # fmt: skip
    other = panel.read_as(Reader(now=NOW, role=Role.MEMBER, name="Mo Member"))
    assert [one.name for one in other.tracker_views()] == ["Panel's"]
    mo = TrackerViews(panel.store, Person(None, "Mo Member", Role.MEMBER))
    mo.keep_view(View("Mo's", ("name",)))
    assert [one.name for one in other.tracker_views()] == ["Panel's", "Mo's"]
    assert [one.name for one in panel.read.tracker_views()] == ["Panel's", "Mine"]
