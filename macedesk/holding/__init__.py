"""Holding a meeting from a script: each line goes through the service that the window uses."""

from macedesk.holding.meeting import Holding
from macedesk.holding.script import moments

__all__ = ["Holding", "moments"]
