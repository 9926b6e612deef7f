"""What the law asks for a measure: shown where one is chosen, and in the catalogue."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models import codes
from models.codes import MeasureType
from models.rules.reach import reach_words
from ui.widgets.dates import plain_date
from ui.widgets.flow import empty
from ui.widgets.labels import SoftLabel, Words

STANDING = {
    "in force": "In force",
    "check commencement": "Check whether it has commenced before it is relied on",
    "verify": "Check locally before it is relied on",
}


BRIEF = frozenset({"What must be shown", "Who applies", "Court", "How long"})


class LawWords(QWidget):
    """The facts of one measure, a label over each; nothing for a name of one's own."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.hide()

    def show_measure(self, one: MeasureType) -> None:
        """Show all that the catalogue says, each label over its words."""
        empty(self._column)
        for label, text in facts(one, whole=True):
            self._column.addWidget(SoftLabel(label))
            words = Words(text)
            words.setContentsMargins(0, 0, 0, 4)
            self._column.addWidget(words)
        self._told(one)

    def show_code(self, code: object, *, brief: bool = False) -> None:
        """Show the measure of that code, a line a fact, or nothing; `brief` the main ones."""
        one = codes.measure(code) if isinstance(code, str) else None
        empty(self._column)
        for label, text in facts(one, whole=False) if one is not None else ():
            if brief and label not in BRIEF:
                continue
            self._column.addWidget(Words(f"{label}: {text}", "soft"))
        self._told(one)

    def _told(self, one: MeasureType | None) -> None:
        self.setVisible(one is not None)
        self.setAccessibleName(f"What the law asks: {one.name}" if one is not None else "")


def facts(one: MeasureType, *, whole: bool) -> list[tuple[str, str]]:
    """Labels and words of a measure, without what the catalogue does not say."""
    age = f"{targets(one)}, from the age of {one.from_age}" if one.from_age else targets(one)
    asks = [
        ("Legal basis", one.legal_basis),
        ("What must be shown", one.test),
        ("Who applies", one.applicant),
        ("Evidence", one.evidence),
        ("Court", one.court),
        ("How long", one.duration),
        ("On breach", one.breach),
        ("Against", age),
        ("Protects a child", reach_words(one)),
        ("Standing of the law", _standing(one)),
        ("What to record", one.note),
    ]
    further = [
        ("Way", one.way),
        ("Also called", ", ".join(one.synonyms)),
        ("Source", one.source),
    ]
    return [(label, text) for label, text in (*asks, *(further if whole else ())) if text]


CALLED = {
    "C": "child protection",
    "P": "person",
    "L": "place",
    "N": "network",
    "V": "vehicle, phone or online",
    "B": "business or licence",
}


def targets(one: MeasureType) -> str:
    """Against whom or what, in words."""
    return ", ".join(CALLED.get(letter, letter) for letter in one.targets)


def _standing(one: MeasureType) -> str:
    since = f", from {plain_date(one.in_force_from)}" if one.in_force_from else ""
    until = f", to {plain_date(one.in_force_to)}" if one.in_force_to else ""
    return f"{STANDING[one.status]}{since}{until}."
