"""What was set for a day on which nobody works, as the read-back names it."""

from collections.abc import Sequence

from models.records.item import ItemRecord
from models.rules.set_days import not_worked, set_days
from ui.live.agreed_by_agency import Agreed
from ui.live.ledger import Entry
from ui.live.state import RoomState
from ui.widgets.lines import Line


def day_off_lines(state: RoomState, items: Sequence[ItemRecord], agreed: Agreed) -> list[Line]:
    """Each of them with its day and the next working one; `agreed` is what may be read out."""
    days = set_days(items, agreed.actions, agreed.recommendations)
    found = not_worked(days, state.workspace.read.closed_days())
    if not found:
        return []
    head = Line("h.days_off", f"On days off  {len(found)}", heading=True)
    return [head, *(Entry(("off", what), what, soft=said) for what, said in found)]
