"""The index holds what the rows say, follows each change and is found out when it does not."""

from datetime import datetime

import pytest
from sqlalchemy import text

from models.clock import SetClock
from models.entities import Action, Alias, Child, InformationLine
from models.storage.check import check, rebuild
from models.storage.engine import trusted
from models.storage.store import Store
from tests.models.storage.conftest import CHEAP, PASSPHRASE


@pytest.fixture
def store():
    store = Store.memory(SetClock(datetime(2026, 3, 4, 10)))
    yield store
    store.close()


def keep(store, *rows):
    with store.work("add", "Add") as session:
        session.add_all(rows)
    return [row.id for row in rows]


def rows_with(store, words, table="search_text"):
    """Row ids of the entries that hold these words."""
    with store.reading() as session:
        asked = text(f"SELECT rowid & 1099511627775 FROM {table} WHERE {table} MATCH :words")
        return session.scalars(asked, {"words": words}).all()


def beginning(store, letters):
    with store.reading() as session:
        asked = text("SELECT word FROM search_begin WHERE word GLOB :letters ORDER BY word")
        return session.scalars(asked, {"letters": f"{letters}*"}).all()


def change(store, entity, row_id, **values):
    with store.work("change", "Change") as session:
        row = session.get_one(entity, row_id)
        for name, value in values.items():
            setattr(row, name, value)


def test_a_kept_line_is_found_and_undo_takes_it_out(store):
    (line,) = keep(store, InformationLine(origin="room", text="Seen near the skatepark"))
    assert rows_with(store, '"skatepark"') == [line]
    store.undo()
    assert rows_with(store, '"skatepark"') == []
    store.redo()
    assert rows_with(store, '"skatepark"') == [line]


def test_a_changed_text_is_found_by_its_new_words_alone(store):
    (action,) = keep(store, Action(reference="A001", text="Visit the address", success="Seen"))
    change(store, Action, action, text="Telephone the school")
    assert rows_with(store, '"address"') == []
    assert rows_with(store, '"school" AND "seen"') == [action]
    store.undo()
    assert rows_with(store, '"address"') == [action]


def test_what_is_no_text_leaves_the_index_alone(store):
    (action,) = keep(store, Action(reference="A001", text="Visit the address"))
    change(store, Action, action, status="complete", carried_count=2)
    assert rows_with(store, '"address"') == [action]
    assert check(store).sound


def test_names_are_found_by_their_middle_and_by_their_beginning(store):
    (child,) = keep(store, Child(label="Jade Turner-O'Neil", postcode="NM1 2AB"))
    (alias,) = keep(store, Alias(subject_id=child, name="Li"))
    assert rows_with(store, '"urner"', "search_name") == [child]
    assert rows_with(store, '"nm12ab"', "search_name") == [child]
    assert "jto" in beginning(store, "j") and "li" in beginning(store, "l")
    change(store, Child, child, label="Jade Holloway")
    assert rows_with(store, '"urner"', "search_name") == []
    assert "jh" in beginning(store, "j") and "jto" not in beginning(store, "j")
    assert check(store).sound
    assert alias == 1


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM search_text",
        "UPDATE search_text SET words = 'other'",
        "INSERT INTO search_text (rowid, words) SELECT max(rowid) + 1, 'more' FROM search_text",
        "INSERT INTO search_text (rowid, words) VALUES (7, 'more')",
        "DELETE FROM search_begin WHERE word = 'robin'",
        "INSERT INTO search_begin VALUES ((SELECT max(entry) FROM search_begin), 'more')",
        "INSERT INTO search_begin VALUES (7, 'more')",
        "UPDATE search_name SET words = 'other'",
    ],
)
def test_an_index_that_says_other_than_the_rows_is_found_and_made_again(store, statement):
    keep(store, Child(label="Robin Ashdown"), InformationLine(origin="room", text="Skatepark"))
    with trusted(store.engine.connect()) as connection, connection.begin():
        connection.execute(text(statement))
    problems = check(store).problems
    assert problems and all("check --rebuild" in one for one in problems)
    assert not any("Robin" in one or "more" in one for one in problems)
    rebuild(store)
    assert check(store).sound
    assert rows_with(store, '"skatepark"') and rows_with(store, '"ashdown"', "search_name")


def test_words_taken_out_are_gone_from_the_file(tmp_path):
    store = Store.create(tmp_path / "panel.mace", PASSPHRASE, cost=CHEAP)
    with store.work("add", "Add") as session:
        session.add(InformationLine(origin="room", text="Quixotically zebra"))
    store.undo()
    raw = store.file.connect()
    held = raw.execute("SELECT block FROM search_text_data").fetchall()
    held += raw.execute("SELECT CAST(c0 AS BLOB) FROM search_text_content").fetchall()
    raw.close()
    store.close()
    assert not any(b"quixotically" in block or b"zebra" in block for (block,) in held)
