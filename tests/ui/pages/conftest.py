"""A panel of a few invented people for the tests of pages."""

import pytest

from tests.ui.pages.desk_made import Panel


@pytest.fixture
def panel(qapp, dressed):
    made = Panel()
    yield made
    made.hub.close()
    made.workspace.close()
