"""What a picture of the chart says where it goes: whose it is, of which day, who by initials."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtGui import QImage

from models.records.network import Node
from models.rules.network.told import counted
from ui.pages.chart.plan import Plan
from ui.pages.chart.saving import picture
from ui.pages.chart.state import ChartState
from ui.pages.chart_asked import AGENDA
from ui.widgets.dates import plain_date

Called = Callable[[Node], str]


def picture_of(plan: Plan, state: ChartState, read: Any, title: str, called: Called) -> QImage:
    """The chart with its panel and day above; nodes go by what they are `called`."""
    named = replace(plan, names={node.id: called(node) for node in plan.network.nodes})
    marking = read.panel().marking
    return picture(named, marking, _head(state, read, title), counted(state.drawn))


def _head(state: ChartState, read: Any, title: str) -> str:
    asked = state.question
    if asked.kind == AGENDA and asked.meeting_id is not None:
        title = f"Agenda of {plain_date(read.meeting(asked.meeting_id).held_on)}"
    made = f"made {plain_date(state.today)}"
    until = state.chosen.until
    known = f"known by {plain_date(until)}" if until is not None and until < state.today else ""
    return " · ".join(filter(None, (read.panel().name, title, known, made)))
