"""The notice of what one person, who was not at the meeting, is asked to do; nothing else."""

from collections.abc import Sequence
from datetime import date

from exports import basis, phrases, protection, tables
from exports.imprint import Imprint, status_words
from exports.sheet import Sheet
from exports.template import Template
from exports.wordml import Text
from models.records.documents import MeetingPapers
from models.records.outcomes import ActionRow
from models.rules.quorum import HERE
from models.rules.recipients import OUTSIDE

PRESENT = HERE - OUTSIDE


def absent_owners(papers: MeetingPapers) -> dict[str, list[ActionRow]]:
    """Who was given an action that no paper of theirs tells them of, with what they own.

    Who came for an item alone reads there what is for all the panel, and nothing of another.
    """
    came = {one.name for one in papers.attendance if one.code in PRESENT}
    guests = {item.row.id: item.attending for item in papers.items}
    found: dict[str, list[ActionRow]] = {}
    for one in papers.actions:
        there = guests.get(one.item_id or 0, ()) if tables.for_all_panel(one) else ()
        if one.owner and one.owner not in came and one.owner not in there:
            found.setdefault(one.owner, []).append(one)
    return found


def compose(
    papers: MeetingPapers,
    owner: str,
    actions: Sequence[ActionRow],
    reply_to: str,
    *,
    template: Template | None = None,
) -> Sheet:
    """The notice to one owner, of actions whose words may go to exactly that person."""
    about = Imprint(
        protection.following(papers.panel, actions),
        "Action notice",
        owner,
        papers.made_at,
        version=papers.minutes_version,
        status=status_words(papers.minutes_state),
        reference=papers.meeting.held_on.isoformat(),
    )
    sheet = Sheet(about, template)
    sheet.title("What you are asked to do", papers.panel.name)
    day = phrases.day(papers.meeting.held_on)
    several = "these actions were" if len(actions) > 1 else "this action was"
    sheet.paragraph(f"Dear {phrases.within(owner)},")
    sheet.paragraph(f"At the meeting of {day} {several} agreed with you as owner.")
    for one in actions:
        sheet.heading(one.reference, 1)
        sheet.facts(
            [
                ("Item of the meeting", _item(one, reply_to)),
                ("What", phrases.sentence(one.text)),
                ("Done when", phrases.sentence(one.success)),
                ("By when", _by_when(one, papers.made_at.date())),
            ],
            f"Action {one.reference}",
        )
    sheet.part("notice.reply", 1)
    to = f" to {reply_to}" if reply_to else ""
    sheet.paragraph(
        f"Please say{to} whether you accept this, and when it is done: what was done, and what"
        " changed. If you cannot do it, or not by then, say so now."
    )
    basis.of_panel(sheet, papers.panel)
    sheet.end("End of the notice.")
    return sheet


def _item(action: ActionRow, reply_to: str) -> str:
    """The item's number, by which the owner can ask whom it is about: no name stands here."""
    if not action.item_reference:
        return ""
    return f"{action.item_reference} (ask {reply_to or 'the panel'} whom it is about)"


def _by_when(action: ActionRow, on: date) -> Text:
    """The day in full, and whether it has passed as the notice goes."""
    return (phrases.day(action.due_on) or tables.due(action)[0], *tables.past_due(action, on))
