"""Panels of a few invented people, with a meeting planned or none, for the tests of pages."""

import pytest

from tests.ui.pages.desk_made import Panel
from tests.ui.pages.held import Planned


@pytest.fixture
def panel(qapp, dressed):
    made = Panel()
    yield made
    made.hub.close()
    made.workspace.close()


@pytest.fixture
def planned(qapp, dressed):
    made = Planned()
    yield made
    made.hub.close()
    made.workspace.close()
