"""A line that a later return shares otherwise: both ways of sharing, and which of them holds."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from models.records.chasing import LineQuestionRow
from ui.widgets.banner import Banner

MOST_SHOWN = 160


class LineQuestionBar(Banner):
    """Asks about one line after the other; `answered` carries the question and whether it holds."""

    answered = Signal(int, bool)

    def __init__(self) -> None:
        super().__init__(kind="medium")
        self._id = 0
        self.take = self.offer("The later one holds", lambda: self.answered.emit(self._id, True))
        self.keep = self.offer("As it stood before", lambda: self.answered.emit(self._id, False))

    def show_questions(self, rows: Sequence[LineQuestionRow]) -> None:
        """Show the first; nothing where none waits."""
        self._id = rows[0].id if rows else 0
        self.say(question_words(rows) if rows else "")


def question_words(rows: Sequence[LineQuestionRow]) -> str:
    """What a later return says of a line: how it stood, how it would stand, what holds so far."""
    one = rows[0]
    text = one.text if len(one.text) <= MOST_SHOWN else f"{one.text[:MOST_SHOWN]} …"
    about = f" of {one.about}" if one.about else ""
    more = f" ({len(rows) - 1} more like it)" if len(rows) > 1 else ""
    return (
        f"{one.agency} said a line{about} as “{one.was}” and now as “{one.now}”: “{text}”. "
        f"Until you say, the narrower of the two holds.{more}"
    )
