"""Reports: figures of a day as table and picture, and as files."""

from ui.pages.reports.page import ReportsPage

__all__ = ["ReportsPage"]
