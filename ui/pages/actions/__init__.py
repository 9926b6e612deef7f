"""Actions of every meeting: who does what by when, and what became of it."""

from ui.pages.actions.page import ActionsPage

__all__ = ["ActionsPage"]
