"""Every entity of the panel can be added, changed and taken out, and all of it taken back."""

import enum
import importlib
import pkgutil
from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import (
    Boolean,
    Date,
    DateTime,
    Enum,
    Float,
    Integer,
    LargeBinary,
    Numeric,
    Time,
    select,
)

from models import entities
from models.base import AgencySet, Base
from models.clock import SetClock
from models.storage.check import check
from models.storage.store import Store
from tests.models.storage.snapshot import snapshot

for found in pkgutil.iter_modules(entities.__path__):
    importlib.import_module(f"models.entities.{found.name}")

NOON = datetime(2026, 3, 4, 12)


def classes():
    """Every journalled class, parents before those that point at them."""
    order = [table.name for table in Base.metadata.sorted_tables]
    mappers = [
        one
        for one in Base.registry.mappers
        if getattr(one.class_, "__journalled__", True) and not one.polymorphic_abstract
    ]
    return [
        one.class_
        for one in sorted(mappers, key=lambda one: (order.index(one.local_table.name), str(one)))
    ]


def value(column, number):
    """Some value that the column takes, another one for another number."""
    kind = column.type
    if isinstance(kind, AgencySet):
        return (number, number + 1)
    if isinstance(kind, Enum):
        return list(kind.enum_class)[number % len(kind.enum_class)] if kind.enum_class else None
    plain = {
        Boolean: bool(number % 2),
        Date: date(2026, 1, 1) + timedelta(number),
        DateTime: NOON + timedelta(hours=number),
        Time: time(number % 24),
        Integer: number,
        Float: number / 2,
        Numeric: number,
        LargeBinary: bytes([number % 256]),
    }
    by_kind = next((made for sort, made in plain.items() if isinstance(kind, sort)), None)
    try:
        python = kind.python_type
    except NotImplementedError:
        python = str
    if by_kind is None and isinstance(python, type) and issubclass(python, enum.Enum):
        return list(python)[number % len(python)]
    return f"words {number}" if by_kind is None else by_kind


def add(store, cls, number):
    """One row of this class; False when what it points at is not there yet."""
    kind = cls.__mapper__.polymorphic_on
    values = {}
    with store.work("add", "Add") as session:
        for prop in cls.__mapper__.column_attrs:
            column = prop.columns[0]
            if prop.key in ("id", "uuid") or (kind is not None and column.key == kind.key):
                continue
            target = next(iter(column.foreign_keys), None)
            if target is None:
                values[prop.key] = value(column, number)
                continue
            rows = session.scalars(select(target.column).order_by(target.column)).all()
            if len(rows) >= number:
                values[prop.key] = rows[number - 1]
            elif not column.nullable:
                return False
        session.add(cls(**values))
    return True


def fresh():
    return Store.memory(SetClock(NOON))


@pytest.fixture
def peopled():
    """A panel with three rows of everything."""
    store = fresh()
    for number in (1, 2, 3):
        waiting = classes()
        while waiting:
            left = [cls for cls in waiting if not add(store, cls, number)]
            assert len(left) < len(waiting), f"nothing to point at: {left}"
            waiting = left
    yield store
    store.close()


def undo_all(store):
    while store.undo_label:
        store.undo()


def test_everything_added_is_taken_back_and_done_again(peopled):
    full = snapshot(peopled)
    assert all(full.values())
    assert check(peopled).problems == ()
    undo_all(peopled)
    assert not any(snapshot(peopled).values())
    assert check(peopled).problems == ()
    while peopled.redo_label:
        peopled.redo()
    assert snapshot(peopled) == full


def test_everything_changed_is_changed_back(peopled):
    before, number = snapshot(peopled), peopled.last_operation
    for cls in classes():
        kind = cls.__mapper__.polymorphic_on
        with peopled.work("change", "Change") as session:
            row = session.query(cls).order_by(cls.id).first()
            for prop in cls.__mapper__.column_attrs:
                column = prop.columns[0]
                keyed = column.foreign_keys or column.primary_key
                if not keyed and prop.key != "uuid" and (kind is None or column.key != kind.key):
                    setattr(row, prop.key, value(column, 5))
    changed = snapshot(peopled)
    assert changed != before
    assert check(peopled).problems == ()
    for _ in range(peopled.last_operation - number):
        peopled.undo()
    assert snapshot(peopled) == before
    assert check(peopled).problems == ()
