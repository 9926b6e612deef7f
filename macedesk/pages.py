"""The pages of the window in the order of the navigation; each is imported when first shown."""

from collections.abc import Callable
from importlib import import_module

from ui.desk import Desk
from ui.pages.page import Page, PageEntry

NAVIGATION = (
    ("today", "Today", "", "ui.pages.today", "TodayPage"),
    ("referrals", "Referrals", "", "ui.pages.referrals", "ReferralsPage"),
    ("children", "Children", "", "ui.pages.children", "ChildrenPage"),
    ("people", "People and places", "People", "ui.pages.people", "PeoplePage"),
    ("agenda", "Agenda", "", "ui.pages.agenda", "AgendaPage"),
    ("meeting", "Meeting", "", "ui.pages.meeting", "MeetingPage"),
    ("actions", "Actions", "", "ui.pages.actions", "ActionsPage"),
    ("disruption", "Disruption", "", "ui.pages.disruption", "DisruptionPage"),
    ("minutes", "Minutes", "", "ui.pages.minutes", "MinutesPage"),
    ("care_plans", "Care plans", "", "ui.pages.care_plans", "CarePlansPage"),
    ("reports", "Reports", "", "ui.pages.reports", "ReportsPage"),
    ("settings", "Settings", "", "ui.pages.settings", "SettingsPage"),
)


def entries() -> tuple[PageEntry, ...]:
    """Every page with the way to build it."""
    return tuple(
        PageEntry(page_id, title, _maker(module, name), short)
        for page_id, title, short, module, name in NAVIGATION
    )


def _maker(module: str, name: str) -> Callable[[Desk], Page]:
    def make(desk: Desk) -> Page:
        made: Page = getattr(import_module(module), name)(desk)
        return made

    return make
