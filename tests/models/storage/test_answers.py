"""An answer stands as long as no table that it was told by has changed, whoever changed it."""

from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.clock import SetClock
from models.entities import Agency, Child, Member, Subject
from models.queries.once import once
from models.storage.sealing import Cost
from models.storage.store import Store
from models.storage.tables import draft

SHADOWS = ("_data", "_idx", "_content", "_docsize", "_config")
"""The tables in which a search index keeps itself."""
PASSPHRASE = "twelve quiet mornings"


@pytest.fixture
def file(tmp_path: Path, clock: SetClock) -> Iterator[Store]:
    """A store in a file."""
    made = Store.create(tmp_path / "panel.mace", PASSPHRASE, clock=clock, cost=Cost(64, 1, 1))
    yield made
    made.close()


@once
def agencies(session: Session, asked_of: int) -> tuple[str, ...]:
    return tuple(session.scalars(select(Agency.name).order_by(Agency.id)))


def add_agency(store: Store, name: str) -> None:
    with store.work("add", "Add an agency") as session:
        session.add(Agency(name=name))


def read(store: Store) -> tuple[str, ...]:
    with store.reading() as session:
        return agencies(session, 1)


def test_the_same_answer_is_given_until_its_table_changes(store: Store) -> None:
    add_agency(store, "Police")
    first = read(store)
    with store.work("add", "Add a member") as session:
        session.add(Member(name="Jane Khan"))
    assert read(store) is first
    add_agency(store, "Health")
    assert read(store) == ("Police", "Health")


def test_undo_changes_the_answer(store: Store) -> None:
    add_agency(store, "Police")
    assert read(store) == ("Police",)
    store.undo()
    assert read(store) == ()


def test_what_another_window_keeps_is_seen_without_being_told(file: Store, clock: SetClock) -> None:
    add_agency(file, "Police")
    assert read(file) == ("Police",)
    assert file.file is not None
    other = Store.on_copy(file.file.path, file.file.keys, clock)
    add_agency(other, "Health")
    other.close()
    assert read(file) == ("Police", "Health")


def test_a_reading_that_began_before_a_change_keeps_its_own_answer_to_itself(file: Store) -> None:
    add_agency(file, "Police")
    with file.reading() as early:
        assert agencies(early, 2) == ("Police",)
        assert file.file is not None
        other = Store.on_copy(file.file.path, file.file.keys, file.clock)
        add_agency(other, "Health")
        other.close()
        assert agencies(early, 3) == ("Police",)
    with file.reading() as late:
        assert agencies(late, 3) == ("Police", "Health")


def test_what_the_journal_does_not_watch_is_kept_within_its_reading(store: Store) -> None:
    @once
    def drafted(session: Session) -> tuple[str, ...]:
        return tuple(session.scalars(select(draft.c.text)))

    store.keep_draft("one", "half")
    with store.reading() as session:
        assert drafted(session) is drafted(session)
    store.keep_draft("one", "half a line")
    with store.reading() as session:
        assert drafted(session) == ("half a line",)


def test_an_answer_within_an_answer_counts_for_both(store: Store) -> None:
    @once
    def counted(session: Session) -> int:
        return len(agencies(session, 1))

    add_agency(store, "Police")
    read(store)
    with store.reading() as session:
        assert counted(session) == 1
    add_agency(store, "Health")
    with store.reading() as session:
        assert counted(session) == 2


def test_a_row_that_the_reading_has_already_tells_by_its_tables_too(store: Store) -> None:
    @once
    def label(session: Session, child_id: int) -> str:
        return session.get_one(Child, child_id).label

    with store.work("add", "Add a child") as session:
        session.add(Child(id=1, label="Robin Ashdown"))
    with store.reading() as session:
        known = session.get_one(Child, 1)
        assert label(session, known.id) == "Robin Ashdown"
    with store.work("rename", "Rename") as session:
        session.get_one(Subject, 1).label = "Robin Ash"
    with store.reading() as session:
        assert label(session, 1) == "Robin Ash"


def test_a_row_of_two_tables_moves_both(store: Store) -> None:
    @once
    def labels(session: Session) -> tuple[str, ...]:
        return tuple(session.scalars(select(Subject.__table__.c.label)))

    with store.work("add", "Add a child") as session:
        session.add(Child(id=1, label="Robin Ashdown"))
    with store.reading() as session:
        assert labels(session) == ("Robin Ashdown",)
    with store.work("rename", "Rename") as session:
        session.get_one(Child, 1).label = "Robin Ash"
    with store.reading() as session:
        assert labels(session) == ("Robin Ash",)


def test_a_file_changed_whole_is_asked_anew(file: Store) -> None:
    add_agency(file, "Police")
    assert read(file) == ("Police",)
    with file.resting():
        assert file.file is not None
        raw = file.file.connect()
        raw.execute("UPDATE agency SET name = 'Police force'")
        raw.close()
    assert read(file) == ("Police force",)


def test_what_an_answer_took_from_the_same_reading_counts_for_it(store: Store) -> None:
    @once
    def drafted(session: Session) -> tuple[str, ...]:
        return tuple(session.scalars(select(draft.c.text)))

    @once
    def drafts(session: Session) -> int:
        return len(drafted(session))

    store.keep_draft("one", "half")
    with store.reading() as session:
        assert drafted(session) == ("half",)
        assert drafts(session) == 1
    store.keep_draft("two", "another half")
    with store.reading() as session:
        assert drafts(session) == 2


def test_every_table_of_a_file_is_known_to_be_watched_or_not(file: Store) -> None:
    assert file.file is not None
    raw = file.file.connect()
    names = {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    raw.close()
    shadows = {name for name in names for kind in SHADOWS if name.endswith(kind)}
    known = file.answers.watched | file.answers.unwatched
    assert {one for one in names - shadows if not one.startswith("sqlite_")} <= known


def test_a_file_that_has_not_gone_on_from_what_was_heard_is_asked_anew(file: Store) -> None:
    """As a copy put back under an open window would be: the numbers fit, the chain does not."""
    add_agency(file, "Police")
    add_agency(file, "Health")
    assert read(file) == ("Police", "Health")
    assert file.file is not None
    raw = file.file.connect()
    raw.execute("UPDATE agency SET name = 'Council' WHERE name = 'Health'")
    raw.execute("UPDATE operation SET hash = 'another' WHERE number = 2")
    raw.commit()
    assert read(file) == ("Police", "Council")
    raw.execute("UPDATE agency SET name = 'School' WHERE name = 'Council'")
    raw.execute("UPDATE operation SET hash = 'a third' WHERE number = 2")
    raw.execute(
        "INSERT INTO operation SELECT 3, sitting, 99, follows, at, actor, name, label, undoes, "
        "barrier, 'a fourth' FROM operation WHERE number = 2"
    )
    raw.commit()
    raw.close()
    assert read(file) == ("Police", "School")


def test_nothing_is_kept_while_the_panel_is_locked_nor_after_it_is_closed(file: Store) -> None:
    add_agency(file, "Police")
    read(file)
    assert len(file.answers) == 1
    file.answers.shut()
    assert len(file.answers) == 0
    assert read(file) == ("Police",)
    assert len(file.answers) == 0
    file.answers.open()
    read(file)
    assert len(file.answers) == 1
    file.close()
    assert len(file.answers) == 0


def test_a_reading_under_way_when_all_is_given_up_keeps_nothing(file: Store) -> None:
    add_agency(file, "Police")
    with file.reading() as session:
        agencies(session, 1)
        file.answers.forget()
        agencies(session, 2)
        assert len(file.answers) == 0
        later = Thread(target=read, args=(file,))
        later.start()
        later.join()
        agencies(session, 3)
    assert len(file.answers) == 1


def test_only_so_many_are_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.storage.answers.KEPT", 2)
    add_agency(store, "Police")
    with store.reading() as session:
        for one in range(5):
            agencies(session, one)
    assert len(store.answers) == 2


def test_a_unit_of_work_asks_anew(store: Store) -> None:
    add_agency(store, "Police")
    read(store)
    with store.work("add", "Add an agency") as session:
        session.add(Agency(name="Health"))
        session.flush()
        assert agencies(session, 1) == ("Police", "Health")
