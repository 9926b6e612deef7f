"""The link chart: who is linked with whom, as a picture and in words beside it."""

from ui.pages.chart.page import ChartPage

__all__ = ["ChartPage"]
