"""What one assessment found: level and judgement, arithmetic, answers under headings, its past."""

from models import codes
from models.records.assessing import Given
from models.records.past import PastState
from models.records.subjects import AssessmentRecord
from models.rules.scheme_form import NOT_ANSWERED, Question, is_present, questions, word_of
from ui.pages.children.assessing.worded import arithmetic, head_of, level_words
from ui.pages.records.changes_told import ChangesTold
from ui.widgets.card import Card, CardList
from ui.widgets.dates import plain_date
from ui.widgets.labels import SoftLabel, Words

NONE = "None recorded."


class Found(CardList):
    """The cards of one assessment."""

    def __init__(self) -> None:
        super().__init__("The assessment chosen")
        self.level, self.indicators = Card("Level"), Card("Indicators")
        self.words, self.counted, self.due = Words(), SoftLabel(), SoftLabel()
        self.listed, self.changes = Words(), ChangesTold()
        for widget in (self.words, self.counted, self.due):
            self.level.add(widget)
        self.indicators.add(self.listed)
        for card in (self.level, self.indicators, self.changes):
            self.add(card)

    def show_one(self, one: AssessmentRecord | None, past: tuple[PastState, ...] = ()) -> None:
        """Show an assessment, or nothing."""
        self.setVisible(one is not None)
        if one is None:
            return
        self.level.say(one.level or "No level", head_of(one, level=False))
        self.words.setText(level_words(one, level=False))
        self.counted.setText("\n".join(arithmetic(one)))
        self.counted.setVisible(bool(self.counted.text()))
        due = "A screening: it counts as no assessment." if one.screening else ""
        due = due or f"In date through {plain_date(one.due_on)}." if one.due_on else ""
        self.due.setText(due if one.in_date else due.replace("In date", "Was in date"))
        self.indicators.say("Indicators", f"{len(one.indicators)} present")
        self.listed.setText("\n".join(_listed(one)) or NONE)
        self.changes.show_states([state for state in past if state.changes])


def _listed(one: AssessmentRecord) -> list[str]:
    code = one.entered.scheme_code if one.entered else None
    scheme = codes.scheme(code) if code else None
    asked = {each.code: each for each in questions(scheme, codes.indicators())} if scheme else {}
    lines, group = [], None
    given = one.entered.given if one.entered else ()
    for each in (each for each in given if each.answer != NOT_ANSWERED or each.evidence):
        question = asked.get(each.code or "")
        under = question.group if question else ""
        if under and under != group:
            lines.append(under)
        group = under or group
        lines.append(_line(question, each))
    return lines


def _line(question: Question | None, given: Given) -> str:
    if given.answer == NOT_ANSWERED:
        return f"– {given.worded}: not answered ({given.evidence})"
    word = word_of(question, given) if question else given.answer
    said = given.worded if word in ("present", "Ticked") else f"{given.worded}: {word.lower()}"
    mark = "•" if is_present(given.answer) else "–"
    return f"{mark} {said}" + (f" ({given.evidence})" if given.evidence else "")
