"""The pages outside the navigation: the list of keys, and the link chart."""

from ui.desk import Desk
from ui.pages.chart_asked import CHART
from ui.pages.keys import KEYS, KeysPage
from ui.pages.page import Page, PageEntry


def _link_chart(desk: Desk) -> Page:
    # Imported when first shown: what lays networks out costs a start that needs none of it.
    from ui.pages.chart import ChartPage

    return ChartPage(desk)


UNLISTED = (
    PageEntry(KEYS, "Keys and commands", KeysPage),
    PageEntry(CHART, "Link chart", _link_chart),
)
