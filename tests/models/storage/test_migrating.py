"""A file of an earlier version is backed up, brought up whole, and otherwise left as it was."""

import subprocess
import sys

import pytest
import sqlalchemy as sa
from sqlalchemy import Connection, text

from models.errors import Refusal, Trouble
from models.storage import derived
from models.storage.check import check
from models.storage.copying import copy_store
from models.storage.derived import Derived
from models.storage.handover import hand_over
from models.storage.lock import Lock
from models.storage.migrations import STEPS, Step, batch
from models.storage.restoring import restore, return_copy
from models.storage.schema import SCHEMA
from models.storage.store import Store
from tests.models.storage.conftest import CHEAP, PASSPHRASE
from tests.models.storage.small import Child, Item, Line, Small
from tests.models.storage.snapshot import snapshot
from tests.models.storage.test_opening import files, names

OLD = 0


def make_old(raw):
    """Take the file back to a version from before the first."""
    raw.execute(f"PRAGMA user_version={OLD}")
    raw.close()


@pytest.fixture
def steps(monkeypatch):
    """Says what the step to the first version does; later versions do nothing to small files."""

    def are(take, sheds=()):
        for number in range(1, SCHEMA + 1):
            monkeypatch.setitem(STEPS, number, Step(lambda operations: None))
        monkeypatch.setitem(STEPS, 1, Step(take, frozenset(sheds)))

    are(lambda operations: None)
    return are


@pytest.fixture
def old(panel, steps):
    """A closed file of the version before, with a family of rows and one taken back."""
    with panel.work("add", "Add") as session:
        child = Child(label="Robin")
        item = Item(subject=child, text="a")
        item.lines = [Line(text="b"), Line(text="c")]
        session.add(item)
    with panel.work("add", "Add") as session:
        session.add(Child(label="Wren"))
    panel.undo()
    rows = snapshot(panel)
    make_old(panel.file.connect())
    panel.close()
    return rows


def remake_subjects(operations):
    with batch.remade(operations, "subject") as table:
        table.add_column(sa.Column("note", sa.String))


def version(store):
    raw = store.file.connect()
    found = raw.execute("PRAGMA user_version").fetchone()[0]
    raw.close()
    return found


def test_a_verified_backup_is_made_and_named(old, again, path):
    found = again()
    assert version(found) == SCHEMA and snapshot(found) == old
    name = found.brought_up.backup
    assert name == "panel.mace.version 0 2026-03-04 100000.mace"
    assert name in found.brought_up.words
    kept = path.with_name(name)
    assert kept.with_name(f"{name}.keys").exists()
    restored = path.with_name("restored.mace")
    restore(kept, restored, passphrase=PASSPHRASE, base=Small)
    other = Store.open(restored, PASSPHRASE, base=Small)
    assert names(other) == ["Robin"] and other.brought_up is None
    other.close()


def test_a_file_of_this_version_is_opened_as_it_is(panel, again, path):
    panel.close()
    before = files(path)
    found = again()
    assert found.brought_up is None
    found.close()
    assert files(path) == before


def test_the_chain_goes_on_by_a_barrier(old, again):
    found = again()
    assert check(found).sound and found.last_operation == 4
    with found.reading() as session:
        last = session.execute(
            text("SELECT name, barrier FROM operation ORDER BY number DESC")
        ).first()
    assert tuple(last) == ("migrate", 1)
    assert found.undo_label is None
    with pytest.raises(Refusal):
        found.undo()


def test_remaking_a_parent_keeps_its_children(old, again, steps):
    steps(remake_subjects)
    found = again()
    assert {name: len(rows) for name, rows in snapshot(found).items()} == {
        "subject": 1, "child": 1, "item": 1, "line": 2,
    }  # fmt: skip
    assert check(found).sound


def test_ids_stay_used_once_in_a_table_made_anew(old, again, steps):
    steps(remake_subjects)
    found = again()
    with found.work("add", "Add") as session:
        session.add(Child(label="Finch"))
    assert set(snapshot(found)["subject"]) == {1, 3}


def fail(operations):
    remake_subjects(operations)
    operations.execute("INSERT INTO nowhere VALUES (1)")


def lose_rows(operations):
    operations.execute("DELETE FROM line")


def point_nowhere(operations):
    operations.execute("UPDATE line SET item_id = 99")


@pytest.mark.parametrize("take", [fail, lose_rows, point_nowhere])
def test_a_step_that_fails_leaves_the_file_as_it_was(old, again, path, steps, take):
    steps(take)
    before = path.read_bytes()
    with pytest.raises(Trouble, match="left as it was"):
        again()
    assert path.read_bytes() == before
    steps(lambda operations: None)
    found = again()
    assert snapshot(found) == old and check(found).sound


def test_a_bug_in_a_step_leaves_the_file_as_it_was_and_lets_go_of_it(old, again, path, steps):
    def stumble(operations):
        remake_subjects(operations)
        raise ZeroDivisionError

    steps(stumble)
    before = path.read_bytes()
    with pytest.raises(ZeroDivisionError):
        again()
    assert path.read_bytes() == before
    with Lock(path) as lock:
        assert lock.first


def test_rows_go_only_where_the_step_says_so(old, again, steps):
    steps(lose_rows, sheds=("line",))
    assert snapshot(again())["line"] == {}


def test_a_file_open_in_another_window_waits(old, again, path):
    before = path.read_bytes()
    with Lock(path), pytest.raises(Trouble, match="other windows"):
        again()
    assert path.read_bytes() == before
    assert again().brought_up is not None


def test_without_a_backup_nothing_is_changed(old, again, path, monkeypatch):
    def full(source, part):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("models.storage.copying.copy_whole", full)
    before = files(path)
    with pytest.raises(Trouble, match="No space left"):
        again()
    assert files(path) == before


def test_a_handed_over_file_still_takes_its_copy_back(panel, path, tmp_path, steps, small_clock):
    with panel.work("add", "Add") as session:
        session.add(Child(label="Robin"))
    copy = tmp_path / "away" / "copy.mace"
    copy.parent.mkdir()
    hand_over(panel, copy)
    make_old(panel.file.connect())
    panel.close()
    away = Store.open(copy, PASSPHRASE, clock=small_clock, base=Small)
    with away.work("add", "Add") as session:
        session.add(Child(label="Wren"))
    make_old(away.file.connect())
    away.close()
    here = Store.open(path, PASSPHRASE, clock=small_clock, base=Small)
    assert here.brought_up and here.handed_over
    here.close()
    assert return_copy(copy, path, passphrase=PASSPHRASE, clock=small_clock, base=Small).sound
    back = Store.open(path, PASSPHRASE, clock=small_clock, base=Small)
    assert names(back) == ["Robin", "Wren"] and version(back) == SCHEMA
    back.close()


def test_a_backup_of_a_newer_version_is_not_restored(panel, path, tmp_path):
    copy_store(panel, tmp_path / "copy.mace")
    raw = panel.file.connect()
    raw.execute(f"PRAGMA user_version={SCHEMA + 1}")
    raw.close()
    newer = tmp_path / "newer.mace"
    panel.close()
    newer.write_bytes(path.read_bytes())
    newer.with_name("newer.mace.keys").write_bytes(path.with_name("panel.mace.keys").read_bytes())
    with pytest.raises(Trouble, match="newer MaceDesk"):
        restore(newer, tmp_path / "back.mace", passphrase=PASSPHRASE, base=Small)
    assert not (tmp_path / "back.mace").exists()


def test_derived_tables_are_made_again(old, again, monkeypatch):
    def count(connection: Connection) -> None:
        connection.exec_driver_sql("INSERT INTO labels SELECT id, label FROM subject")

    monkeypatch.setattr(derived, "REGISTER", [])
    derived.register(
        Derived(
            frozenset({"labels"}),
            ("CREATE TABLE labels (id INTEGER PRIMARY KEY, label TEXT)",),
            lambda connection, nets: None,
            count,
            lambda connection: [],
            Small,
        )
    )
    with again().reading() as session:
        assert session.execute(text("SELECT * FROM labels")).all() == [(1, "Robin")]


OPENS = """
import sys
from pathlib import Path
from models.workspace import Workspace
Workspace.open(Path(sys.argv[1]), sys.argv[2]).close()
print("alembic" in sys.modules)
"""


def test_a_file_of_this_version_is_opened_without_what_migrates(tmp_path):
    Store.create(tmp_path / "panel.mace", PASSPHRASE, cost=CHEAP).close()
    command = [sys.executable, "-c", OPENS, str(tmp_path / "panel.mace"), PASSPHRASE]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    assert said.stdout == "False\n"
