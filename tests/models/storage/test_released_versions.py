"""A file of every released version opens here, and becomes what a new file would be."""

import shutil

import pytest

from models.clock import SetClock
from models.storage.check import check
from models.storage.schema import SCHEMA
from models.storage.store import Store
from models.workspace import Workspace
from tests.models.storage import sample

RELEASED = sorted(one.stem for one in sample.VERSIONS.glob("*.mace"))
"""`4-early` is a file of version 4 as it was before that version had all its tables."""


@pytest.fixture(params=RELEASED)
def old(request, tmp_path):
    """A panel that this version wrote, opened; closed afterwards."""
    stored, path = sample.stored(request.param), tmp_path / "panel.mace"
    for ending in ("", ".keys"):
        shutil.copyfile(f"{stored}{ending}", f"{path}{ending}")
    found = Workspace.open(path, sample.PASSPHRASE, clock=SetClock(sample.MORNING))
    yield found
    found.close()


def schema_of(store):
    """Everything that makes the tables of a file, in a form that does not know how they came."""
    raw = store.file.connect()
    made = {}
    for name, sql in raw.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table'"):
        columns = raw.execute(f'PRAGMA table_xinfo("{name}")').fetchall()
        keys = raw.execute(f'PRAGMA foreign_key_list("{name}")').fetchall()
        made[name] = (
            {column[1:] for column in columns},
            {key[2:] for key in keys},
            {_index(raw, one) for one in raw.execute(f'PRAGMA index_list("{name}")').fetchall()},
            "AUTOINCREMENT" in sql,
            sql if sql.startswith("CREATE VIRTUAL") else "",
        )
    made["others"] = raw.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE type NOT IN ('table', 'index')"
    ).fetchall()
    made["marks"] = raw.execute("PRAGMA application_id").fetchone()
    made["version"] = raw.execute("PRAGMA user_version").fetchone()
    raw.close()
    return made


def _index(raw, row):
    name = "" if row[3] != "c" else row[1]
    columns = raw.execute(f'PRAGMA index_xinfo("{row[1]}")').fetchall()
    return name, *row[2:], tuple(column[2:] for column in columns)


def test_every_version_before_this_one_has_its_sample():
    assert set(RELEASED) >= set(map(str, range(1, SCHEMA)))


def test_its_schema_becomes_that_of_a_new_file(old, tmp_path):
    fresh = Store.create(tmp_path / "fresh.mace", sample.PASSPHRASE, cost=sample.CHEAP)
    try:
        assert schema_of(old.store) == schema_of(fresh)
    finally:
        fresh.close()


def test_it_is_sound_and_holds_what_it_held(old):
    assert check(old.store).problems == ()
    assert [one.label for one in old.read.find("daz")] == ["Darren O'Brien"]
    assert [one.name for one in old.read.children()] == ["Robin Ashdown"]
    (meeting,) = old.read.meetings()
    items = [old.read.item(one.id) for one in old.read.running_order(meeting.id)]
    texts = {line.text for item in items for one in item.rounds for line in one.lines}
    assert texts == {"Came home late", "Named"}
    assert [one.text for one in old.read.actions()] == ["Visit the address"]
    assert old.store.draft("note") == "half a sentence"


def test_it_is_worked_with_and_that_is_undone(old):
    before = old.read.children()
    old.register.add_child("Wren Holloway")
    assert len(old.read.children()) == len(before) + 1
    old.store.undo()
    assert old.read.children() == before
    assert check(old.store).sound
