"""What is put right is shown as the minutes will say it before it is kept."""

from typing import Any

from models.errors import Refusal
from ui.desk import Desk
from ui.pages.records.entering import EntryCard

AS_MINUTED = "This is how the minutes say it, without names. Read it, then keep it."


def as_shown(desk: Desk, card: EntryCard, meeting_id: int, values: dict[str, Any]) -> str:
    """What the card says, as everybody may read it; Refusal, with it in the card, until seen so."""
    from exports.put_right import as_minuted

    said = (values.get("corrections") or "").strip()
    told = as_minuted(desk.workspace, meeting_id, said)
    if told != said:
        card.ask({"corrections": told})
        raise Refusal(AS_MINUTED, "corrections")
    return told
