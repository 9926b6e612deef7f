"""Disruption between meetings: plans, the register of measures, the catalogue."""

from ui.pages.disruption.page import DisruptionPage

__all__ = ["DisruptionPage"]
