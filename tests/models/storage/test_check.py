"""Whatever was done to the file behind the program's back is found and said where."""

import pytest
from sqlalchemy import Connection, select, text

from models.storage import derived
from models.storage.chain import Head, head
from models.storage.check import check, rebuild
from models.storage.derived import Derived
from models.storage.engine import trusted
from models.storage.ledger import forget_values
from models.storage.store import Store
from models.storage.tables import change
from tests.models.storage.small import Child, Item, Small


@pytest.fixture
def full(panel):
    """A panel with five operations."""
    for label in ("Robin", "Wren", "Finch", "Dove"):
        with panel.work("add", "Add") as session:
            session.add(Child(label=label))
    panel.undo()
    return panel


def tamper(store, statement):
    with trusted(store.engine.connect()) as connection, connection.begin():
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        connection.execute(text(statement))


def head_of(store):
    with store.reading() as session:
        return head(session.connection())


def test_a_sound_file_is_sound_and_checking_adds_nothing(full):
    report = check(full)
    assert (report.sound, report.problems, report.operations) == (True, (), 5)
    assert full.last_operation == head_of(full).number == 5


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        ("UPDATE operation SET label='Other' WHERE number=2", "Operation 2"),
        ("UPDATE operation SET at='2020-01-01 00:00:00.000000' WHERE number=2", "Operation 2"),
        ("UPDATE operation SET actor=9 WHERE number=3", "Operation 3"),
        ("UPDATE change SET after='{}' WHERE operation=2", "Operation 2"),
        ("UPDATE change SET row_id=9 WHERE operation=2", "Operation 2"),
        ("UPDATE change SET salt=NULL WHERE operation=2", "Operation 2"),
        ("DELETE FROM change WHERE operation=4", "Operation 4"),
    ],
)
def test_a_changed_journal_is_found(full, statement, where):
    tamper(full, statement)
    assert check(full).problems[0].startswith(where)


def test_an_operation_taken_out_is_found(full):
    tamper(full, "DELETE FROM change WHERE operation=3")
    tamper(full, "DELETE FROM operation WHERE number=3")
    assert any("Operation 4" in one for one in check(full).problems)


def test_a_tail_cut_off_is_found_against_an_earlier_head(full):
    kept = head_of(full)
    tamper(full, "DELETE FROM change WHERE operation=5")
    tamper(full, "DELETE FROM operation WHERE number=5")
    assert check(full).sound
    assert "Operation 5" in check(full, [kept]).problems[0]
    assert check(full, [Head(4, "0" * 64)]).problems


def test_values_disposed_of_leave_a_chain_that_holds(full):
    with trusted(full.engine.connect()) as connection, connection.begin():
        forget_values(connection, "child", [2])
        kept = connection.execute(select(change).where(change.c.row_id == 2)).mappings().one()
    assert (kept["before"], kept["after"], kept["salt"]) == (None, None, None)
    report = check(full)
    assert report.sound and report.disposed == 1


def test_a_row_that_points_nowhere_is_found(full):
    with full.work("item", "Item") as session:
        session.add(Item(subject_id=1, text="a"))
    raw = full.file.connect()
    raw.execute("PRAGMA foreign_keys=OFF")
    raw.execute("DELETE FROM subject WHERE id=1")
    raw.close()
    assert "Table child, row 1 points at a missing subject." in check(full).problems


def test_a_flipped_bit_is_found(full, path):
    raw = full.file.connect()
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()
    full.engine.dispose()
    whole = bytearray(path.read_bytes())
    whole[-3000] ^= 1
    path.write_bytes(whole)
    assert not check(full).sound


def index_of_labels() -> Derived:
    """A derived table that counts children by label."""

    def make_again(connection: Connection) -> None:
        connection.execute(text("DELETE FROM labels"))
        connection.execute(text("INSERT INTO labels SELECT id, label FROM subject"))

    def wrong(connection: Connection) -> list[str]:
        both = "SELECT id, label FROM labels EXCEPT SELECT id, label FROM subject"
        found = connection.execute(text(both)).all()
        return ["The index of labels is out of date."] if found else []

    def follow(connection: Connection, nets) -> None:
        make_again(connection)

    return Derived(
        frozenset({"labels"}),
        ("CREATE TABLE labels (id INTEGER PRIMARY KEY, label TEXT)",),
        follow,
        make_again,
        wrong,
        Small,
    )


def test_derived_tables_follow_undo_and_are_made_again(monkeypatch):
    monkeypatch.setattr(derived, "REGISTER", derived.REGISTER)
    made = derived.register(index_of_labels())
    try:
        store = Store.memory(base=Small)
        with store.work("add", "Add") as session:
            session.add(Child(label="Robin"))
        labels = text("SELECT label FROM labels")
        with store.reading() as session:
            assert session.scalars(labels).all() == ["Robin"]
        store.undo()
        with store.reading() as session:
            assert session.scalars(labels).all() == []
        with store.work("sly", "Sly") as session:
            session.execute(text("INSERT INTO labels VALUES (7, 'Nobody')"))
        assert check(store).problems == ("The index of labels is out of date.",)
        rebuild(store)
        assert check(store).sound
        store.close()
    finally:
        derived.REGISTER.remove(made)
