"""Flows: looked at, copied, written, foretold, begun on a day."""

from ui.pages.settings.flows.part import FlowsPart

__all__ = ["FlowsPart"]
