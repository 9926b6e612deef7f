"""When the disk is full or another window writes, the person is told and nothing is half kept."""

import threading

import pytest
from sqlalchemy import select

from models.errors import Trouble
from models.storage import engine as engines
from models.storage.check import check
from models.storage.sealing import Cost
from models.storage.store import Store
from tests.models.storage.small import Child, Small

PASSPHRASE = "three quiet words"


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.setattr(engines, "PRAGMAS", (*engines.PRAGMAS, "PRAGMA busy_timeout=20"))
    store = Store.create(tmp_path / "panel.mace", PASSPHRASE, cost=Cost(64, 1, 1), base=Small)
    yield store
    store.close()


def add(store, label):
    with store.work("add", "Add") as session:
        session.add(Child(label=label))


def names(store):
    with store.reading() as session:
        return session.scalars(select(Child.label).order_by(Child.id)).all()


def test_a_full_disk_is_said_and_nothing_is_half_kept(store, monkeypatch):
    add(store, "Robin")
    raw = store.file.connect()
    pages = raw.execute("PRAGMA page_count").fetchone()[0]
    raw.close()
    full = f"PRAGMA max_page_count={pages + 2}"
    with monkeypatch.context() as changed:
        changed.setattr(engines, "PRAGMAS", (*engines.PRAGMAS, full))
        store.engine.dispose()
        with pytest.raises(Trouble, match="disk is full"):
            add(store, "Wren" * 10_000)
        assert (store.last_operation, store.undo_label) == (1, "Undo “Add”")
    store.engine.dispose()
    assert names(store) == ["Robin"]
    add(store, "Finch")
    assert names(store) == ["Robin", "Finch"] and check(store).sound


def test_another_windows_long_write_is_said(store):
    raw = store.file.connect()
    raw.execute("BEGIN IMMEDIATE")
    with pytest.raises(Trouble, match="Another window"):
        add(store, "Robin")
    assert names(store) == []
    raw.execute("ROLLBACK")
    raw.close()
    add(store, "Robin")
    assert names(store) == ["Robin"]


@pytest.mark.parametrize("memory", [True, False])
def test_readings_and_work_on_several_threads_take_turns(store, memory):
    shared = Store.memory(base=Small) if memory else store
    failed = []

    def run(number):
        try:
            for turn in range(15):
                add(shared, f"{number} {turn}")
                names(shared)
        except (RuntimeError, Trouble) as error:
            failed.append(error)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert len(names(shared)) == shared.last_operation == 60
    assert check(shared).sound
    if memory:
        shared.close()


def test_two_windows_writing_by_turns_keep_one_chain(store, tmp_path):
    other = Store.open(tmp_path / "panel.mace", PASSPHRASE, base=Small)
    for number in range(5):
        add(store, f"a{number}")
        add(other, f"b{number}")
    other.undo()
    assert check(store).sound and len(names(store)) == 9
    other.close()
