"""Reports: what the panel's records come to, by day and for whom."""

from ui.pages.reports.page import ReportsPage

__all__ = ["ReportsPage"]
