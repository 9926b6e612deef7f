"""The question about an interest that is pointed out: who chairs instead, or what it is."""

from collections.abc import Hashable

from models.records.attending import PointedOut
from ui.desk import Desk
from ui.live.ask_bar import AskBar
from ui.live.choices import Find, among
from ui.live.state import RoomState
from ui.widgets.lines import Line

NONE, LEAVES = "none", "leaves"


def ask_interest(desk: Desk, state: RoomState, bar: AskBar, item_id: int, who: PointedOut) -> None:
    """Ask in place; whatever is answered, nobody is asked again about this item."""
    meeting, conduct = state.meeting, desk.workspace.conduct
    if meeting is None:
        return

    def takes_the_chair(_text: str, key: Hashable | None) -> bool:
        other = key if isinstance(key, int) else None
        return key is not None and _settle(desk, state, bar, conduct.take_chair, item_id, other)

    def declares(text: str, key: Hashable | None) -> bool:
        if key == NONE:
            return _settle(desk, state, bar, conduct.no_interest, item_id, who.member_id)
        asked = (meeting.id, who.member_id, text, item_id)
        return _settle(desk, state, bar, conduct.declare, *asked)

    if who.chairs:
        bar.ask("Who takes the chair for this item?", takes_the_chair, _chairs(state, who))
    else:
        bar.ask(f"What is the interest of {who.member} in this item?", declares, _interests(who))


def _settle(desk: Desk, state: RoomState, bar: AskBar, act: object, *args: object) -> bool:
    done = desk.attempt(bar, act, *args)  # type: ignore[arg-type]
    if done:
        state.refresh({"declaration"})
    return done


def _chairs(state: RoomState, who: PointedOut) -> Find:
    others = [
        Line(one.member_id, one.name, soft=one.agency or "")
        for one in state.taking_part
        if one.member_id not in (None, who.member_id)
    ]
    return among([Line(NONE, f"{who.member} stays in the chair"), *others])


def _interests(who: PointedOut) -> Find:
    def find(text: str) -> list[Line]:
        if not text:
            return [Line(NONE, "No interest")]
        return [Line(LEAVES, "Declare it", soft=f"{who.member} leaves for this item")]

    return find
