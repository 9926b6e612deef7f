"""Which priority of the strategy an action or a theme serves."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models import codes
from models.queries.improvements import LIST
from ui.desk import Desk
from ui.pages.records.permitted import may
from ui.widgets.combo import Combo
from ui.widgets.labels import SoftLabel

NONE = ""


class Serves(QWidget):
    """One choice of the panel's priorities, kept at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._action_id: int | None = None
        self._subject_id: int | None = None
        self.choice = Combo((), "Priority of the strategy")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(SoftLabel("Priority of the strategy"))
        column.addWidget(self.choice)
        self.choice.changed.connect(self._keep)

    def show_of(self, *, action_id: int | None = None, subject_id: int | None = None) -> None:
        """Show what an action, or a theme, serves."""
        self._action_id, self._subject_id = action_id, subject_id
        known = [(one.code, one.label) for one in codes.load(LIST) if one.active]
        self.choice.set_choices([(NONE, "None"), *known])
        key = ("action", action_id) if action_id else ("subject", subject_id or 0)
        self.choice.set_value(self._desk.workspace.read.strategy_of().get(key, NONE))
        self.choice.setEnabled(may(self._desk, "update_action"))

    def _keep(self, value: object) -> None:
        serve = self._desk.workspace.strategy.serve
        priority = str(value) if value else None
        kept = {"action_id": self._action_id, "subject_id": self._subject_id}
        self._desk.attempt(self, lambda: serve(priority, **kept))
