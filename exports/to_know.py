"""What whoever issues a meeting's documents is to know beside them."""

from collections.abc import Iterator

from exports.making import Making
from models.records.documents import MeetingPapers
from models.rules.set_days import days_off, passed
from models.rules.wrote_after_all import MEND_ATTENDANCE, told_otherwise, wrote

HAS_PASSED = "that day has passed."
ITEM_ALONE = "I"
MEND_INVITATION = "invite them to it, or no paper goes to them."
MENDED_AT_MEETING = (MEND_ATTENDANCE, MEND_INVITATION)


def to_know(making: Making) -> tuple[str, ...]:
    """Sentences on days that nobody works or that have passed, and on who would get no minutes."""
    closed = making.audiences.panel.closed_days()
    return (
        *(said for item in making.papers.items for said in days_off(item, closed)),
        *(f"{said}: {HAS_PASSED}" for said in _past_due(making.whole)),
        *wrote_after_all(making.whole),
        *came_for_no_item(making.whole),
    )


def _past_due(papers: MeetingPapers) -> tuple[str, ...]:
    """What the meeting agreed, is still to be done, and was due before the day of its papers."""
    asked = [one for item in papers.items for one in item.recommendations]
    return passed(papers.actions, asked, papers.made_at.date())


def wrote_after_all(papers: MeetingPapers) -> Iterator[str]:
    """Who stands as having sent nothing though their agency did: they would get no minutes."""
    senders = wrote(papers.items, papers.returns, papers.meeting.held_on)
    yield from told_otherwise(papers.attendance, senders)


def came_for_no_item(papers: MeetingPapers) -> Iterator[str]:
    """Who stands as having come for an item alone where no item says that it was theirs."""
    invited = {name for item in papers.items for name in item.row.invited}
    for row in papers.attendance:
        if row.code == ITEM_ALONE and row.name not in invited:
            stands = f"{row.name} stands as having come for an item alone, and for none"
            yield f"{stands}: {MEND_INVITATION}"
