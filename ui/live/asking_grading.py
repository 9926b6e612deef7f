"""Asks in place how a line of intelligence is graded: three letters, and what they stand for."""

from collections.abc import Hashable

from models.rules.grading import read_grading
from ui.desk import Desk
from ui.live.ask_bar import AskBar
from ui.live.state import RoomState
from ui.widgets.lines import Line

UNGRADED = "Only a line of intelligence is graded: K makes it one."
NOT_POLICE = "Only police grade intelligence, and only what their own agency brought."
QUESTION = "Grade it: source 1 to 3, information A to E, handling P or C with its conditions"
UNREAD = "Type the three of them, such as 2BP."


def ask_grading(desk: Desk, state: RoomState, bar: AskBar, line_id: int) -> None:
    """Ask for the grading of a line and keep it."""

    def answer(text: str, _key: Hashable | None) -> bool:
        given = read_grading(text)
        if given is None:
            bar.refuse(UNREAD)
            return False
        done = desk.attempt(bar, desk.workspace.conduct.grade, line_id, given)
        if done:
            state.refresh({"information_line"})
        return done

    bar.ask(QUESTION, answer, _meant)


def _meant(text: str) -> list[Line]:
    """What the letters typed stand for, before Enter."""
    given = read_grading(text)
    return [Line("graded", given.letters, soft=given.words)] if given else []
