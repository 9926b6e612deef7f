"""Action logs: a row makes an action with its own number, or brings what became of one."""

from datetime import date

from rapidfuzz.fuzz import token_set_ratio
from sqlalchemy import select

from models import codes
from models.entities import Action, ActionUpdate, Meeting
from models.rules.actions import ActionStatus
from models.services.papers.agencies import meet_agency
from models.services.papers.facts import Facts
from models.services.papers.filing import Filing
from models.services.papers.naming_measures import named_measure, say_misfits

STATUSES = {status.value for status in ActionStatus}
ALIKE = 60
"""From this likeness of words on (0 to 100), a row of the same number may be of the same action."""


def file_action(filing: Filing, facts: Facts) -> None:
    """A row of an action log: made with its own reference, or brought up to date."""
    reference, text = facts.text("ref"), facts.text("text")
    numbered = _numbered(filing, reference)
    subject = _subject(filing, facts)
    standing = next((one for one in numbered if _same(one, subject, facts)), None)
    if standing is None and numbered:
        standing = _come_before(filing, subject, facts)
        if standing is None and text is not None:
            reference = _next_reference(filing)
            filing.unread(facts.where, f"{facts.text('ref')} is another action here: {reference}")
    if standing is not None:
        _tell(filing, standing, facts, first=False)
    elif text is not None:
        _tell(filing, _new_action(filing, reference or "", text, subject, facts), facts, first=True)
    filing.leave(facts)


def _numbered(filing: Filing, reference: str | None) -> list[Action]:
    """The actions of that number, of this log first."""
    if not reference:
        return []
    queued = [one for one in filing.queued(Action) if one.reference == reference]
    return [*queued, *filing.session.scalars(select(Action).where(Action.reference == reference))]


def _same(one: Action, subject: int | None, facts: Facts) -> bool:
    """Whether a row of the same number is of that action: another log counts from one as well.

    Another child, another meeting or other words say that it is not.
    """
    made, text = facts.day("meeting"), facts.text("text")
    return (
        (subject is None or one.subject_id in (None, subject))
        and (made is None or one.made_on in (None, made))
        and (text is None or token_set_ratio(text.lower(), one.text.lower()) >= ALIKE)
    )


def _come_before(filing: Filing, subject: int | None, facts: Facts) -> Action | None:
    """The action that an earlier log brought under a number of the panel's own."""
    text, made = facts.text("text"), facts.day("meeting")
    found = select(Action).where(Action.text == text, Action.made_on == made)
    return next((one for one in filing.session.scalars(found) if one.subject_id == subject), None)


def _new_action(
    filing: Filing, reference: str, text: str, subject: int | None, facts: Facts
) -> Action:
    owner, agency = facts.text("owner"), facts.text("agency")
    member = filing.known.member(owner)
    day = facts.day("meeting")
    kind = codes.recognise("action_types", facts.text("type"))
    due, measure = facts.field("due"), named_measure(text)
    say_misfits(filing, facts, measure, subject)
    filing.filed.made += 1
    return filing.add(
        Action(
            reference=reference or _next_reference(filing),
            meeting_id=_meeting(filing, day),
            subject_id=subject,
            kind=kind.code if kind else None,
            text=text,
            owner_name=owner,
            owner_id=member[0] if member else None,
            agency_id=meet_agency(filing, agency) if agency else member[1] if member else None,
            due_on=facts.day("due"),
            due_words=due.raw if due is not None and facts.day("due") is None else None,
            priority=facts.text("priority"),
            measure_type_code=measure.code if measure else None,
            carried_count=facts.number("carried") or 0,
            status=ActionStatus.AGREED.value,
            made_on=day,
        )
    )


def _next_reference(filing: Filing) -> str:
    """A reference of the panel's own row of numbers, where the log gives none."""
    taken = {
        *filing.session.scalars(select(Action.reference)),
        *(one.reference for one in filing.queued(Action)),
    }
    numbers = [int(one[1:]) for one in taken if one[:1] == "A" and one[1:].isdigit()]
    return f"A{max(numbers, default=0) + 1:03}"


def _meeting(filing: Filing, day: date | None) -> int | None:
    if day is None:
        return None
    of_day = select(Meeting.id).where(Meeting.held_on == day, Meeting.cancelled.is_(False))
    return filing.session.scalars(of_day.order_by(Meeting.series_id)).first()


def _subject(filing: Filing, facts: Facts) -> int | None:
    """Whom the action is about: by case system id or by the only record of that very name."""
    by_id, name = filing.known.children.by_system(facts.text("la_id")), facts.text("subject")
    if len(by_id) == 1:
        return by_id[0]
    if name is None:
        return None
    children = filing.known.children.by_system(name) or filing.known.children.named(name)
    others = [
        one
        for one in (
            filing.known.places.find(name),
            filing.known.groups.find(name),
            filing.known.themes.find(name),
        )
        if one is not None
    ]
    found = [*children, *filing.known.persons.named(name), *others]
    if len(found) == 1:
        filing.speaks_of(found[0])
        return found[0]
    filing.unread(facts.where, f"Subject of an action, not joined: {name}")
    return None


def _tell(filing: Filing, action: Action, facts: Facts, first: bool) -> None:
    """Carry the log's status and words to the action, with an update that keeps them."""
    said, words, note = facts.text("status"), facts.text("update"), None
    status = said if said in STATUSES else None
    if said and status is None and said != "carried":
        note = f"Status: {facts.raw('status')}"
    if said == "carried" and first:
        action.carried_count = max(action.carried_count or 0, 1)
    text = "; ".join(part for part in (words, note) if part) or None
    moved = status is not None and status != action.status
    if not moved and (text is None or _told(filing, action, text)):
        return
    done = facts.day("completed")
    filing.add(
        ActionUpdate(
            action_id=action.id,
            at=filing.now,
            status=status,
            text=text,
            by_name=action.owner_name,
        )
    )
    if moved and status is not None:
        action.status, action.status_on = status, done or filing.today


def _told(filing: Filing, action: Action, text: str) -> bool:
    if filing.is_new(Action, action.id):
        return False
    return text in filing.session.scalars(
        select(ActionUpdate.text).where(ActionUpdate.action_id == action.id)
    )
