"""What became of actions and recommendations: action logs and reply slips."""

from datetime import date

from sqlalchemy import select

from models import codes
from models.entities import (
    Action,
    ActionUpdate,
    Child,
    Meeting,
    Recommendation,
)
from models.errors import Refusal
from models.matching.weighing import number_key
from models.rules import recommendations as rule
from models.rules.actions import ActionStatus
from models.services.papers.agencies import meet_agency
from models.services.papers.facts import Facts
from models.services.papers.filing import Filing
from models.services.recommendations import reply

STATUSES = {status.value for status in ActionStatus}


SLIP = "Said in the reply slip"


def file_action(filing: Filing, facts: Facts) -> None:
    """A row of an action log: made with its own reference, or brought up to date."""
    reference, text = facts.text("ref"), facts.text("text")
    standing = _standing(filing, reference)
    if standing is None and text is None:
        filing.leave(facts)
        return
    if standing is None:
        standing = _new_action(filing, reference or "", text or "", facts)
        _tell(filing, standing, facts, first=True)
    else:
        _tell(filing, standing, facts, first=False)
    filing.leave(facts)


def _standing(filing: Filing, reference: str | None) -> Action | None:
    if not reference:
        return None
    for one in filing.queued(Action):
        if one.reference == reference:
            return one
    return filing.session.scalars(select(Action).where(Action.reference == reference)).first()


def _new_action(filing: Filing, reference: str, text: str, facts: Facts) -> Action:
    owner, agency = facts.text("owner"), facts.text("agency")
    member = filing.known.member(owner)
    day = facts.day("meeting")
    kind = codes.recognise("action_types", facts.text("type"))
    due = facts.field("due")
    filing.filed.made += 1
    return filing.add(
        Action(
            reference=reference or _next_reference(filing),
            meeting_id=_meeting(filing, day),
            subject_id=_subject(filing, facts),
            kind=kind.code if kind else None,
            text=text,
            owner_name=owner,
            owner_id=member[0] if member else None,
            agency_id=meet_agency(filing, agency) if agency else member[1] if member else None,
            due_on=facts.day("due"),
            due_words=due.raw if due is not None and facts.day("due") is None else None,
            priority=facts.text("priority"),
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
    return filing.session.scalar(
        select(Meeting.id).where(Meeting.held_on == day, Meeting.cancelled.is_(False))
    )


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


def file_reply(filing: Filing, facts: Facts) -> None:
    """A reply slip: the plan holder's answer carried to the recommendation.

    An answer that the rules do not take (no reason given, another child's recommendation) is kept
    as text with what is wrong.
    """
    row = filing.session.scalars(
        select(Recommendation)
        .where(Recommendation.reference == (facts.text("ref") or ""))
        .order_by(Recommendation.id.desc())
    ).first()
    wrong = _wrong(filing, row, facts)
    if row is None or wrong:
        words = "; ".join(
            text for text in map(facts.text, ("ref", "response", "reason", "modified")) if text
        )
        filing.unread(facts.where, f"{wrong}: {words}")
        filing.leave(facts)
        return
    filing.filed.made += 1
    filing.speaks_of(row.child_id)
    filing.leave(facts)


def _wrong(filing: Filing, row: Recommendation | None, facts: Facts) -> str | None:
    if row is None:
        return "No recommendation of that reference"
    given = number_key(facts.text("la_id"))
    if given and given != number_key(filing.get(Child, row.child_id).system_id):
        return "The recommendation is another child's"
    try:
        _answered(filing, row, facts)
    except (Refusal, ValueError) as refused:
        return refused.message if isinstance(refused, Refusal) else "Not an answer of the list"
    return None


def _answered(filing: Filing, row: Recommendation, facts: Facts) -> None:
    """The answer itself, and that the plan shows it, where its day is not still to come."""
    on, said = facts.day("in_plan"), facts.text("response")
    answered = said is not None and said != rule.RecommendationStatus.IN_PLAN
    ahead = on is not None and on > filing.today
    if answered or on is None or ahead:
        later = f"To be in the plan on {on.day} {on:%B %Y}" if on and ahead else None
        reply(
            filing.session,
            row.id,
            said or "",
            on=facts.day("date") or filing.today,
            reason="; ".join(filter(None, (facts.text("reason"), later))) or None,
            modified_text=facts.text("modified"),
            by=facts.text("completed_by"),
        )
    if on is not None and not ahead and row.status != rule.RecommendationStatus.REJECTED:
        _put_in_plan(filing, row, facts, on)


def _put_in_plan(filing: Filing, row: Recommendation, facts: Facts, on: date) -> None:
    slip = SLIP if facts.text("response") else ""
    evidence = facts.text("evidence") or facts.text("plan") or slip
    answer = rule.Reply(rule.RecommendationStatus.IN_PLAN, "", "", on, evidence)
    rule.check_reply(rule.RecommendationStatus(row.status), answer, filing.today)
    row.status, row.plan_updated_on, row.plan_evidence = answer.status.value, on, evidence
    row.replied_on, row.replied_by = facts.day("date") or on, facts.text("completed_by")
