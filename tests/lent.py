"""Panels made once and lent as copies: each test has one of its own and waits for a copy alone."""

from typing import Any
from unittest.mock import patch

from models.clock import Clock
from models.services.signed_in import Person
from models.storage import engine
from models.storage.store import Store
from models.workspace import Workspace


class Lending:
    """What a panel in memory held when it was taken, and who was signed in to it."""

    def __init__(self, workspace: Workspace) -> None:
        self.person: Person = workspace.person
        self._held: Any = engine._connect(":memory:")
        with workspace.store.engine.connect() as connection:
            connection.connection.driver_connection.backup(self._held)

    def workspace(self, clock: Clock) -> Workspace:
        """Another panel in memory that holds the same; nothing of it is there to be undone."""
        with patch.object(engine, "_template", lambda *_: self._held):
            store = Store.memory(clock)
        return Workspace(store, self.person)
