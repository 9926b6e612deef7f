"""Panels in files, with a passphrase that costs little."""

from datetime import datetime

import pytest

from models.clock import SetClock
from models.storage.sealing import Cost
from models.storage.store import Store
from tests.models.storage.small import Small

CHEAP = Cost(memory=64, passes=1, lanes=1)
PASSPHRASE = "three quiet words"


@pytest.fixture
def small_clock():
    return SetClock(datetime(2026, 3, 4, 10))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "panel.mace"


@pytest.fixture
def panel(path, small_clock):
    """A panel in an encrypted file, open."""
    store = Store.create(path, PASSPHRASE, who="Ann", clock=small_clock, cost=CHEAP, base=Small)
    yield store
    store.close()


@pytest.fixture
def again(path, small_clock):
    """Opens the panel's file once more, as another window would; closes what it opened."""
    opened = []

    def open_again(passphrase=PASSPHRASE, **how):
        store = Store.open(path, passphrase, clock=small_clock, base=Small, **how)
        opened.append(store)
        return store

    yield open_again
    for store in opened:
        store.close()
