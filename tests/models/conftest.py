"""What tests of the models share: a panel that has nobody on record yet."""

import pytest

from models.workspace import Workspace


@pytest.fixture
def panel(clock):
    """Northmoor's panel in memory, its administrator signed in."""
    workspace = Workspace.memory("Ada Administrator", clock)
    workspace.panel.make("Northmoor MACE")
    yield workspace
    workspace.close()
