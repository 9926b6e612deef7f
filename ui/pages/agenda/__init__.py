"""Preparing a meeting: who stands on its agenda, in which order, and what goes out before it."""

from ui.pages.agenda.page import AgendaPage

__all__ = ["AgendaPage"]
