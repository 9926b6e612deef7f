"""Panels of a few invented people, as they are before a meeting and after, for tests of pages."""

import pytest

from tests.protected import few_rounds
from tests.ui.pages.desk_made import Panel
from tests.ui.pages.held import Held, Planned
from ui.pages.minutes import MinutesPage


@pytest.fixture(autouse=True)
def cheap_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    few_rounds(monkeypatch)


def _lent(made):
    yield made
    made.hub.close()
    made.workspace.close()


@pytest.fixture
def panel(qapp, dressed):
    """People alone."""
    yield from _lent(Panel())


@pytest.fixture
def planned(qapp, dressed):
    """A meeting is planned, with three on its agenda."""
    yield from _lent(Planned())


@pytest.fixture
def held(qapp, dressed):
    """The meeting is over, with what it agreed."""
    yield from _lent(Held())


@pytest.fixture
def minutes(panel, qtbot):
    """The page Minutes of the panel, shown."""
    return panel.show(MinutesPage(panel.desk), qtbot)
