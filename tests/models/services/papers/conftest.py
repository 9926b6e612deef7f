"""A panel in memory whose administrator keeps papers."""

from collections.abc import Callable
from datetime import datetime

import pytest
from sqlalchemy import select

from models.clock import SetClock
from models.marks import Role
from models.services.agenda import AgendaService
from models.services.panel import PanelService
from models.services.papers import PaperService
from models.services.signed_in import Person
from models.storage.store import Store

ADMINISTRATOR = Person(1, "Ruth Abbot", Role.ADMINISTRATOR)


@pytest.fixture
def papers(store: Store, clock: SetClock) -> PaperService:
    clock.set(datetime(2026, 11, 9, 9, 0))
    PanelService(store, ADMINISTRATOR).make("Northmoor MACE", districts=("Harbourside", "Midvale"))
    return PaperService(store, ADMINISTRATOR)


@pytest.fixture
def agenda(store: Store) -> AgendaService:
    return AgendaService(store, ADMINISTRATOR)


@pytest.fixture
def rows(store: Store) -> Callable[..., list]:
    """Every row of an entity, or those that meet a condition."""

    def read(entity, *where) -> list:
        with store.reading() as session:
            return list(session.scalars(select(entity).where(*where).order_by(entity.id)))

    return read
