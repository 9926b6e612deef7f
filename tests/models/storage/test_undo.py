"""Taking back: exactly what was there before, through the same door, unless others built on it."""

from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from models.clock import SetClock
from models.errors import Conflict, Refusal
from models.storage.chain import follow
from models.storage.store import Store
from tests.models.storage.small import Child, Item, Line, Small, Subject
from tests.models.storage.snapshot import snapshot


@pytest.fixture
def store():
    store = Store.memory(SetClock(datetime(2026, 3, 4, 10)), base=Small)
    yield store
    store.close()


def add(store, *rows):
    with store.work("add", "Add line") as session:
        session.add_all(rows)
    return [row.id for row in rows]


def names(store):
    with store.reading() as session:
        return session.scalars(select(Subject.label).order_by(Subject.id)).all()


def test_undo_and_redo_say_what_they_do(store):
    assert (store.undo_label, store.redo_label) == (None, None)
    add(store, Child(label="Robin"))
    assert store.undo_label == "Undo “Add line”"
    undone = store.undo()
    assert (undone.label, undone.operation, undone.number) == ("Undo “Add line”", "undo", 2)
    assert (store.undo_label, store.redo_label) == (None, "Redo “Add line”")
    assert names(store) == []
    assert store.redo().label == "Redo “Add line”"
    assert (names(store), store.undo_label) == (["Robin"], "Undo “Add line”")


def test_a_step_is_named_in_its_own_words(store):
    with store.work("nrm", "NRM referral") as session:
        session.add(Child(label="Robin"))
    assert store.undo_label == "Undo “NRM referral”"


def test_something_new_ends_redo(store):
    add(store, Child(label="Robin"))
    store.undo()
    add(store, Child(label="Wren"))
    assert store.redo_label is None
    with pytest.raises(Refusal):
        store.redo()


def test_nothing_to_undo_is_said(store):
    with pytest.raises(Refusal):
        store.undo()


def test_a_barrier_is_not_undone_nor_passed(store):
    add(store, Child(label="Robin"))
    with store.work("approve", "Approve minutes", barrier=True):
        pass
    assert store.undo_label is None
    with pytest.raises(Refusal, match="Approve minutes"):
        store.undo()
    assert names(store) == ["Robin"]


def test_a_barrier_of_another_window_holds_for_the_rows_it_settled(store):
    one, two = add(store, Child(label="Robin"), Child(label="Wren"))
    rename(store, one, "Finch")
    rename(store, two, "Dove")
    with elsewhere(store).work("approve", "Approve", barrier=True) as session:
        session.get(Child, one).born = date(2010, 3, 3)
    store.undo()
    with pytest.raises(Refusal, match="settled"):
        store.undo()
    assert names(store) == ["Finch", "Wren"]


def test_a_whole_family_comes_back_with_its_ids(store):
    child = Child(label="Robin", system_id="1")
    item = Item(subject=child, text="a", lines=[Line(text="x"), Line(text="y")])
    add(store, child, item)
    before = snapshot(store)
    with store.work("drop", "Drop") as session:
        session.delete(session.get(Item, item.id))
        session.flush()
        session.delete(session.get(Child, child.id))
    assert names(store) == []
    store.undo()
    assert snapshot(store) == before


def test_a_line_taken_out_of_its_item_comes_back(store):
    child = Child(label="Robin")
    item = Item(subject=child, text="a", lines=[Line(text="x"), Line(text="y")])
    add(store, child, item)
    before = snapshot(store)
    with store.work("drop", "Drop") as session:
        found = session.get(Item, item.id)
        found.lines.pop()
    assert snapshot(store) != before
    store.undo()
    assert snapshot(store) == before


def test_swapped_case_numbers_are_swapped_back(store):
    one, two = add(store, Child(label="Robin", system_id="1"), Child(label="Wren", system_id="2"))
    before = snapshot(store)
    with store.work("swap", "Swap") as session:
        session.get(Child, one).system_id = None
        session.flush()
        session.get(Child, two).system_id = "1"
        session.flush()
        session.get(Child, one).system_id = "2"
    after = snapshot(store)
    store.undo()
    assert snapshot(store) == before
    store.redo()
    assert snapshot(store) == after


def rename(store, row, label):
    with store.work("rename", "Rename") as session:
        session.get(Child, row).label = label


def elsewhere(store):
    """Another window on the same panel."""
    return Store(store.engine, store.clock, Small)


def test_a_line_changed_elsewhere_is_a_conflict_with_both_texts(store):
    (child,) = add(store, Child(label="Robin"))
    rename(store, child, "Wren")
    rename(elsewhere(store), child, "Finch")
    with pytest.raises(Conflict) as caught:
        store.undo()
    conflict = caught.value
    assert (conflict.field, conflict.theirs, conflict.yours) == ("label", "Finch", "Robin")
    assert "Finch" not in str(conflict)
    assert names(store) == ["Finch"]
    assert store.undo_label == "Undo “Rename”"


def test_a_child_deleted_elsewhere_is_a_conflict(store):
    (child,) = add(store, Child(label="Robin"))
    rename(store, child, "Wren")
    with elsewhere(store).work("drop", "Drop") as session:
        session.delete(session.get(Child, child))
    with pytest.raises(Conflict):
        store.undo()


def test_what_others_built_on_is_not_pulled_away(store):
    (child,) = add(store, Child(label="Robin"))
    add(elsewhere(store), Item(subject_id=child, text="a"))
    with pytest.raises(Refusal, match="depends"):
        store.undo()
    assert names(store) == ["Robin"]


def test_access_is_asked_inside_the_unit_of_work(store):
    add(store, Child(label="Robin"))

    def forbid(session, step, nets):
        assert (step.name, len(nets)) == ("add", 1)
        raise Refusal("Only the chair may take this back.")

    store.may_undo = forbid
    with pytest.raises(Refusal, match="chair"):
        store.undo()
    assert names(store) == ["Robin"]


WORDS = st.sampled_from(["", "a", "b", "é", "O'Brien"])
MOVES = st.tuples(
    st.sampled_from(["add", "rename", "item", "line", "drop_item", "drop_child", "move", "many"]),
    st.integers(0, 5),
    WORDS,
)


def do(session, move, at, word):
    """One thing that a person might do to whatever is there."""
    children = session.scalars(select(Child).order_by(Child.id)).all()
    items = session.scalars(select(Item).order_by(Item.id)).all()
    child = children[at % len(children)] if children else None
    item = items[at % len(items)] if items else None
    if move == "add":
        session.add(Child(label=word))
    elif move == "rename" and child:
        child.label = word
    elif move == "item" and child:
        parent = item.id if item else None
        session.add(Item(subject=child, text=word, shared_with=(at, 3), parent_id=parent))
    elif move == "line" and item:
        item.lines = [*item.lines[1:], Line(text=word), Line(text=word)]
    elif move == "drop_item" and item:
        if not any(one.parent_id == item.id for one in items):
            session.delete(item)
    elif move == "drop_child" and child:
        if not any(one.subject_id == child.id for one in items):
            session.delete(child)
    elif move == "move" and item and child:
        item.subject, item.text = child, word
    elif move == "many" and child:
        for moved in ("rename", "item", "line", "drop_item", "add"):
            do(session, moved, at, word)
            session.flush()


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(MOVES, st.sampled_from(["undo", "redo"])), max_size=25))
def test_a_walk_of_doing_and_undoing_comes_back_exactly(walk):
    store = Store.memory(SetClock(datetime(2026, 3, 4, 10)), base=Small)
    past, future = [], []
    for step in walk:
        here = snapshot(store)
        if step == "undo" and past:
            store.undo()
            future.append(here)
            assert snapshot(store) == past.pop()
        elif step == "redo" and future:
            store.redo()
            past.append(here)
            assert snapshot(store) == future.pop()
        elif not isinstance(step, str):
            number = store.last_operation
            with store.work("do", "Do") as session:
                do(session, *step)
            if store.last_operation > number:
                past.append(here)
                future.clear()
    with store.engine.connect() as connection:
        assert follow(connection).problems == []
    store.close()
