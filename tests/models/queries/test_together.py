"""Items read together hold what each holds by itself, and are asked about in one statement."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from models.clock import SetClock
from models.queries import audiences, child_papers, items
from models.queries.names_on_record import known_names
from models.queries.running_order import item_row
from models.queries.together import About, foresee
from models.records.reader import Reader
from models.storage.store import Store
from tests.exports.generated_matters import generated
from tests.exports.generated_record import Generated

NOW = datetime(2026, 11, 12, 14, 5)


@pytest.fixture(scope="module")
def panel() -> Iterator[tuple[Store, Generated]]:
    """A generated panel with everything in it that some reader may not see."""
    store = Store.memory(SetClock(NOW))
    yield store, generated(store, 4)
    store.close()


@pytest.fixture
def asked() -> Iterator[list[str]]:
    """The statements that were run."""
    statements: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        statements.append(statement)

    event.listen(Engine, "before_cursor_execute", hear)
    yield statements
    event.remove(Engine, "before_cursor_execute", hear)


def readers(session: Session, made: Generated) -> list[Reader]:
    """The panel, its chair, agencies, those with an interest, guests of an item, a child's file."""
    body = audiences.body(NOW)
    held = audiences.conflicted(session, body, made.meeting_id)
    first = min(made.items.values())
    return [
        body,
        audiences.chair(session, body, made.meeting_id),
        *(audiences.agencies(NOW, one) for one in sorted(made.agencies.values())[:2]),
        audiences.agencies(NOW, without=held[:1]),
        audiences.guests(NOW, first),
        audiences.child_file(NOW, first),
    ]


def test_items_read_together_are_what_each_reader_has_of_each(
    panel: tuple[Store, Generated],
) -> None:
    store, made = panel
    with store.reading() as session:
        who = readers(session, made)
    read = 0
    for reader in who:
        with store.reading() as session:
            together = items.items_of(session, reader, made.meeting_id)
        for one in together:
            with store.reading() as session:
                alone = items.item(session, reader, one.row.id)
            assert alone is not None
            assert one == replace(alone, pointed_out=(), since_last=None)
            read += 1
    assert read > len(who)


def test_childrens_parts_read_together_are_the_very_parts_read_one_by_one(
    panel: tuple[Store, Generated],
) -> None:
    store, made = panel
    body, ids = audiences.body(NOW), sorted(made.items.values())
    with store.reading() as session:
        known = known_names(session, body)
        together = child_papers.papers_of_children(session, body, ids, known)
    alone = []
    for one in ids:
        with store.reading() as session:
            alone.append(child_papers.extract_papers(session, body, one, known))
    assert list(together) == alone
    assert len({one.child_uuid for one in together}) == len(ids) > 1


def test_what_is_foreseen_is_asked_at_once_and_anything_else_by_itself(
    panel: tuple[Store, Generated], asked: list[str]
) -> None:
    store, made = panel
    first, second, *_ = made.items.values()
    with store.reading() as session:
        foresee(session, About.ITEM, (first, second))
        item_row(session, first)
        once = len(asked)
        other = item_row(session, second)
        assert (other.id if other else None) == second
        assert len(asked) == once
        assert item_row(session, 0) is None
        assert len(asked) == 2 * once


def test_a_unit_of_work_asks_one_by_one(panel: tuple[Store, Generated]) -> None:
    store, made = panel
    first, second, *_ = made.items.values()
    with store.work("read", "Read") as session:
        foresee(session, About.ITEM, (first, second))
        assert About.ITEM not in session.info
