"""Words that were typed and wait: whether the room may see them, or F4 shows them first."""

from models.marks import Information, Sharing
from models.rules.capture import read_line
from models.rules.capture.restricting import asks_for_whom
from ui.live.state import RoomState

WAITS_UNSEEN = "What was typed here waits: not everyone here may read it. F4 shows it."


def may_stand(text: str, state: RoomState) -> bool:
    """Whether what stood half-typed may be shown: all present may read it, or it is revealed."""
    if state.revealed or not text.strip():
        return True
    context = state.context
    return context is not None and not any(
        one.sharing not in (None, Sharing.ALL_PANEL, Sharing.NOT_MINUTED)
        or one.information is Information.INTELLIGENCE
        or asks_for_whom(one)
        for one in read_line(text, context)
    )
