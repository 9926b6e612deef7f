"""What a unit of work promises: whole or not at all, announced once, never unseen."""

from datetime import date, datetime

import pytest
from sqlalchemy import insert, select, text, update
from sqlalchemy.exc import IntegrityError

from models.clock import SetClock
from models.errors import Refusal
from models.records.changes import Changes
from models.storage.store import Store
from tests.models.storage.small import Child, Item, Line, Seen, Small


@pytest.fixture
def store():
    store = Store.memory(SetClock(datetime(2026, 3, 4, 10)), base=Small)
    yield store
    store.close()


def add_child(store, label="Robin", **values):
    with store.work("record_child", "Record child") as session:
        child = Child(label=label, **values)
        session.add(child)
    return child.id


def test_what_was_kept_can_be_read(store):
    child = add_child(store, born=date(2010, 3, 3))
    with store.reading() as session:
        found = session.get(Child, child)
        assert (found.label, found.born) == ("Robin", date(2010, 3, 3))


def test_a_refusal_leaves_no_trace(store):
    with pytest.raises(Refusal), store.work("record_child", "Record child") as session:
        session.add(Child(label="Robin"))
        session.flush()
        raise Refusal("No.")
    assert store.last_operation == 0
    with store.reading() as session:
        assert session.scalars(select(Child)).all() == []


def test_listeners_hear_of_every_table_that_was_touched(store):
    heard: list[Changes] = []
    stop = store.subscribe(heard.append)
    child = add_child(store)
    stop()
    add_child(store)
    (changes,) = heard
    assert changes.touched == {("subject", child), ("child", child)}
    assert (changes.number, changes.operation, changes.label) == (1, "record_child", "Record child")
    assert changes.sitting == store.sitting
    assert changes.touches("child") and not changes.touches("item")


def test_nothing_changed_is_nothing_kept(store):
    child = add_child(store)
    with store.work("rename", "Rename") as session:
        session.get(Child, child).label = "Robin"
    with store.work("rename", "Rename") as session:
        gone = Child(label="Wren")
        session.add(gone)
        session.flush()
        session.delete(gone)
    assert store.last_operation == 1


def test_work_within_work_is_a_mistake(store):
    with (
        pytest.raises(RuntimeError),
        store.work("one", "One"),
        store.work("two", "Two"),
    ):
        pass
    add_child(store)


def test_a_listener_does_not_write(store):
    def meddle(changes: Changes) -> None:
        add_child(store, "Wren")

    store.subscribe(meddle)
    with pytest.raises(RuntimeError):
        add_child(store)
    assert store.last_operation == 1


def test_a_reading_cannot_write(store):
    with pytest.raises(RuntimeError), store.reading() as session:
        session.add(Child(label="Robin"))
        session.flush()
    with pytest.raises(RuntimeError), store.reading() as session:
        session.execute(insert(Seen).values(word="a"))


def test_a_reading_inside_a_reading_sees_the_same(store):
    with store.reading() as outer, store.reading() as inner:
        assert outer is inner
    add_child(store)


@pytest.mark.parametrize(
    "statement",
    [
        update(Child).values(system_id="1"),
        text("UPDATE child SET system_id='1'"),
        text("/* quiet */ DELETE FROM child"),
        text("WITH a AS (SELECT 1) DELETE FROM child"),
        text("PRAGMA foreign_keys=OFF"),
        text("SAVEPOINT a"),
    ],
)
def test_writing_past_the_journal_is_stopped(store, statement):
    with pytest.raises(RuntimeError), store.work("sly", "Sly") as session:
        session.execute(statement)


def test_unjournalled_tables_are_written_freely(store):
    with store.work("see", "See") as session:
        session.execute(insert(Seen).values(word="a"))
    with store.reading() as session:
        assert session.scalars(select(Seen.word)).all() == ["a"]
    assert store.last_operation == 0


def test_a_broken_constraint_keeps_nothing_and_names_nobody(store):
    add_child(store, system_id="77")
    with pytest.raises(IntegrityError) as caught:
        add_child(store, "Wren Fairweather", system_id="77")
    assert "Wren" not in str(caught.value)
    assert store.last_operation == 1


def test_agencies_travel_as_a_sorted_set(store):
    child = add_child(store)
    with store.work("item", "Item") as session:
        session.add(Item(subject_id=child, text="a", shared_with=(7, 3, 7), lines=[Line(text="l")]))
    with store.reading() as session:
        assert session.scalars(select(Item)).one().shared_with == (3, 7)
