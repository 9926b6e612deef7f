"""The score as it comes about: its arithmetic, its level, and until when the assessment is good."""

from collections.abc import Sequence
from datetime import date

from models import codes
from models.records.assessing import Given
from models.rules.assessing import anything_answered, same_level, score_of
from models.rules.risk_words import way
from models.rules.scheme_form import Question, reckoned
from models.rules.scheme_sums import sums, total
from models.rules.schemes import Score
from ui.widgets.card import Card
from ui.widgets.dates import plain_date
from ui.widgets.labels import SoftLabel, StrongLabel, Words

NOTHING_YET = "Nothing answered yet: no score."


class ScoreCard(Card):
    """Told anew with every answer; it never decides anything."""

    def __init__(self) -> None:
        super().__init__("Score")
        self.lines, self.result, self.meaning = Words(), StrongLabel(), SoftLabel()
        self.differs = Words("", "medium")
        self.moves, self.due = SoftLabel(), SoftLabel()
        for widget in (
            self.lines, self.result, self.differs, self.moves, self.due, self.meaning,
        ):  # fmt: skip
            self.add(widget)

    def show_score(
        self,
        scheme: codes.Scheme | None,
        asked: Sequence[Question],
        given: Sequence[Given],
        entered: int | None,
    ) -> str | None:
        """Tell the score of these answers, or of a total entered; gives the level's words."""
        if scheme is None:
            self._tell((), "Choose the scheme.", "")
            return None
        known = {one.code: one for one in asked}
        answers = [reckoned(known[one.code], one) for one in given if one.code in known]
        if asked and not anything_answered(given):
            self._tell((NOTHING_YET,), "", scheme.meaning)
            return None
        if asked:
            *lines, last = sums(scheme, answers)
            found = score_of(scheme, asked, given)
        else:
            lines, found = [], _of_total(scheme, entered)
            last = total(scheme, found) if entered is not None else found.note
        self._tell(lines, last, scheme.meaning)
        return found.level.label if found.level else None

    def show_judged(self, computed: str | None, judged: str | None, rationale: str | None) -> None:
        """Say where the judgement differs, and that the reason is still to come."""
        differs = bool(computed and judged) and not same_level(computed, judged)
        reasoned = "the reason stands below." if rationale else "say why in the reason."
        self.differs.setText(f"The judgement differs from the score: {reasoned}" * differs)
        self.differs.setVisible(differs)

    def show_move(
        self,
        scheme: codes.Scheme | None,
        before: tuple[str, date, str | None] | None,
        now: str | None,
    ) -> None:
        """Say the level before and whether risk goes up, stays or goes down.

        `before` is its level, its day and its scheme.
        """
        if before is None:
            self.moves.setText("No earlier assessment.")
            return
        level, day, by = before
        moved = way((level, by), now, scheme.code if scheme else None) if now else None
        said = {"increased": "▲ increased", "same": "● the same", "decreased": "▼ decreased"}
        words = f": {said[moved]}" if moved else ""
        self.moves.setText(f"Before: {level}, {plain_date(day)}{words}.")

    def show_due(self, day: date | None) -> None:
        """Say until when the assessment is in date."""
        self.due.setText(f"In date through {plain_date(day)}." if day else "")
        self.due.setVisible(day is not None)

    def _tell(self, lines: Sequence[str], last: str, meaning: str) -> None:
        for label, words in (
            (self.lines, "\n".join(lines)), (self.result, last), (self.meaning, meaning),
        ):  # fmt: skip
            label.setText(words)
            label.setVisible(bool(words))


def _of_total(scheme: codes.Scheme, entered: int | None) -> Score:
    if entered is None:
        return Score(note="Professional judgement.")
    level = next((one for one in scheme.levels if one.holds(entered)), None)
    return Score(points=entered, level=level, note="" if level else "Professional judgement.")
