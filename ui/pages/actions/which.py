"""Which actions are shown: by how they stand, or by the priority of the strategy they serve."""

from collections.abc import Callable
from typing import Any

from models.records.outcomes import ActionRow
from models.rules.actions import ActionStatus
from ui.widgets.combo import Combo

CARRIED_OFTEN = 3
SERVING = "serving "
"""What stands before a priority among the choices."""
Keep = Callable[[ActionRow], bool]
FILTERS: dict[str, tuple[str, Keep]] = {
    "open": ("Open", lambda row: not row.finished),
    "overdue": ("Overdue", lambda row: row.rag == "red"),
    "soon": ("Due soon or without a date", lambda row: row.rag == "amber"),
    "carried": ("Carried three times or more", lambda row: row.carried_count >= CARRIED_OFTEN),
    "escalated": ("Escalated", lambda row: row.status == ActionStatus.ESCALATED),
    "finished": ("Finished", lambda row: row.finished),
    "all": ("All", lambda row: True),
}


class WhichActions(Combo):
    """The choice, with each priority that some actions serve below the others."""

    def __init__(self) -> None:
        super().__init__([(key, words) for key, (words, _) in FILTERS.items()], "Which actions")
        self._serves: dict[int, str] = {}
        self.set_value("open")

    def offer(self, read: Any) -> None:
        """Offer the priorities in use; what is shown stays where it is still offered."""
        self._serves = {one: code for (about, one), code in read.strategy_of().items()
                        if about == "action"}  # fmt: skip
        offered = {key: words for key, (words, _) in FILTERS.items()}
        offered |= {f"{SERVING}{row.code}": f"For: {row.label}"
                    for row in read.priorities() if row.actions}  # fmt: skip
        which = str(self.value())
        self.set_choices(list(offered.items()))
        self.set_value(which if which in offered else "open")

    def show_priority(self, code: str) -> None:
        """Choose the actions that serve a priority, finished ones too."""
        self.set_value(f"{SERVING}{code}")

    def keep(self) -> Keep:
        """Whether an action is shown."""
        which = str(self.value())
        if which.startswith(SERVING):
            code = which.removeprefix(SERVING)
            return lambda row: self._serves.get(row.id) == code
        return FILTERS.get(which, FILTERS["open"])[1]
