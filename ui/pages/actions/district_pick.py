"""In which district the actions are that are shown, and their task list."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui import look
from ui.desk import Desk
from ui.widgets.combo import Combo

EVERY = ""


class DistrictPick(Combo):
    """Every district, or one; an action is where the child lives or the place lies."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(((EVERY, "All districts"),), "District")
        self._desk = desk
        self._of: dict[int, str] = {}
        self._named, self._of_cases = False, True
        self.set_value(EVERY)
        self.setMinimumWidth(look.current().px(150))

    def reload(self) -> None:
        """Read which districts there are, and where each open action is."""
        read = self._desk.workspace.read
        names = read.districts()
        self.set_choices([(EVERY, "All districts"), *((one, one) for one in names)])
        if self.value() is None:
            self.set_value(EVERY)
        self._named = bool(names)
        self.show_with_cases(self._of_cases)
        self._of = dict(read.districts_of_actions())

    def show_with_cases(self, shown: bool) -> None:
        """Stand beside the case actions alone, and only where there are districts."""
        self._of_cases = shown
        self.setVisible(shown and self._named)

    def holds(self) -> Callable[[int], bool]:
        """Whether an action, by its id, is in the district that is chosen."""
        chosen = self.value() or EVERY
        return lambda action_id: chosen == EVERY or self._of.get(action_id) == chosen

    def write(self, parent: QWidget) -> None:
        """Write the task list of what is chosen to a file."""
        from exports import district_tasks

        district = str(self.value() or EVERY)
        to = self._desk.dialogues.save_file(parent, "Task list", "task-list.docx")
        if to is None:
            return
        write = district_tasks.write
        if self._desk.attempt(parent, write, self._desk.workspace, district, to):
            self._desk.notice.say("The task list is written.")
