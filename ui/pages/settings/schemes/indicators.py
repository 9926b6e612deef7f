"""The indicators of a scheme: added many at once, worded, weighed, ordered, taken out."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models import codes
from models.rules.scheme_form import Question, questions
from ui.desk import Desk
from ui.pages.records.fields import Field
from ui.pages.settings.ordered import Acts, OrderedPart
from ui.widgets.lines import Line

ADDED = (
    Field("group", "Heading", hint="Such as Missing. Empty for none."),
    Field("lines", "Indicators", "long", hint="One to a line: a whole form can be pasted."),
)
FIELDS = (
    Field("label", "Words"),
    Field("group", "Heading"),
    Field("weight", "Weight", "number", hint="What one of it counts."),
    Field("most", "At most", "number", hint="Where a number is given."),
)
NONE = "This scheme asks nothing: it has levels alone."
BANK = "It asks the indicator bank. Add indicators to ask your own instead."


class Indicators(OrderedPart):
    """A scheme's indicators under their headings, with the fields of the one stood on."""

    NAME, CARD, FORM = "Indicators of the scheme", "Indicator", "Indicator"
    DRAFT, FIELDS = "indicator", FIELDS

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Add indicators", ADDED, "Add them")
        self._build()

    def show_scheme(self, scheme: codes.Scheme, *, editable: bool) -> None:
        """Show a scheme's indicators; those of one in use are read only."""
        asked = questions(scheme, codes.indicators())
        self._take(scheme, _lines(scheme, asked), editable=editable)
        self.note.setText("" if scheme.indicators else BANK if scheme.bank else NONE)
        self.note.setVisible(bool(self.note.text()))
        self.sides.setVisible(bool(asked))
        self.sides.show_second(editable and bool(scheme.indicators))

    def _acts(self) -> Acts:
        schemes = self._desk.workspace.schemes
        return Acts(schemes.change_indicator, schemes.move_indicator, schemes.drop_indicator)

    def _lines(self) -> Sequence[codes.SchemeIndicator]:
        return self._of.indicators

    def _add(self, values: dict[str, Any]) -> None:
        if self._of is not None:
            lines = (values.get("lines") or "").splitlines()
            group = values.get("group") or ""
            self._desk.workspace.schemes.add_indicators(self._of.code, group, lines)

    def _build(self) -> None:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        column.addStretch(1)
        self._stand((self.entry, self.note), side, 0.55)


def _lines(scheme: codes.Scheme, asked: tuple[Question, ...]) -> list[Line]:
    lines, group = [], None
    for at, one in enumerate(asked):
        if one.group and one.group != group:
            lines.append(Line(("group", at), one.group, heading=True))
        group = one.group
        parts = [f"weight {one.weight}" if one.weight != 1 else "",
                 f"0 to {one.most}" if one.most is not None else ""]  # fmt: skip
        lines.append(Line(one.code, one.label, soft=", ".join(filter(None, parts))))
    return lines
