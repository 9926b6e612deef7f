"""Asks in place why a line is intelligence no longer: who verified it, and how."""

from collections.abc import Hashable, Mapping
from typing import Any

from models.marks import Information
from ui.desk import Desk
from ui.live.ask_bar import AskBar
from ui.live.state import RoomState

QUESTION = "Intelligence no longer, {kind} now: who verified it, and how?"


def ask_kind(
    desk: Desk,
    state: RoomState,
    bar: AskBar,
    line_id: int,
    seen: Mapping[str, Any],
    kind: Information,
) -> None:
    """Ask for the reason, and make the line of that kind with it."""

    def answer(reason: str, _key: Hashable | None) -> bool:
        change = desk.workspace.conduct.change_line
        done = desk.attempt(bar, change, line_id, seen, information=kind.value, reason=reason)
        if done:
            state.refresh({"information_line"})
        return done

    bar.ask(QUESTION.format(kind=kind.value), answer, draft=f"kind {line_id}")
