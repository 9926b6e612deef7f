"""Pages are built in the window: no part of them flashes up as a window of its own."""

import pytest

from tests.ui.widgets.test_no_window_made import Shown
from ui.pages.children import ChildrenPage
from ui.pages.people import PeoplePage
from ui.pages.referrals import ReferralsPage


@pytest.mark.parametrize(("kind", "later"), [
    (ChildrenPage, "child"), (PeoplePage, "record"), (ReferralsPage, "stack"),
])  # fmt: skip
def test_no_part_of_a_page_is_a_window(panel, qapp, qtbot, kind, later):
    shown = Shown()
    qapp.installEventFilter(shown)
    page = panel.show(kind(panel.desk), qtbot)
    getattr(page, later)
    qapp.removeEventFilter(shown)
    assert shown.kinds == [kind.__name__]
