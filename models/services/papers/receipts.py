"""Receipts filed by the recommendation's own id: each row once, and never by guessing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from models import codes
from models.entities import Recommendation
from models.errors import Refusal
from models.rules import recommendations as rule
from models.rules.recommendations import ACCEPTED, RecommendationStatus, Reply
from models.services.papers.facts import Facts
from models.services.papers.filing import Filing
from models.services.papers.outcomes import SAID_ALREADY, file_reply
from models.services.recommendations import promise

UNKNOWN = "No recommendation of this id is on record; the row was refused"
SAYS_NOTHING = "the row gives no answer; nothing was changed"


@dataclass(frozen=True)
class Receipt:
    """What one row says of one recommendation."""

    answers: tuple[Reply, ...]
    on: date
    by: str | None


def file_answer(filing: Filing, facts: Facts) -> None:
    """An answer to a recommendation: by its id where the paper is a receipt, else by reference."""
    if facts.text("uuid") is None and facts.field("uuid") is None:
        file_reply(filing, facts)
    else:
        _file_receipt(filing, facts)


def _file_receipt(filing: Filing, facts: Facts) -> None:
    """Carry a row to its recommendation, or keep why it was refused; told twice it changes once."""
    given = (facts.text("uuid") or "").replace("-", "").lower()
    row = filing.session.scalars(select(Recommendation).where(Recommendation.uuid == given)).first()
    if row is None:
        filing.refuse(facts.where, f"{UNKNOWN}: {given[:40] or 'no id'}")
        return
    filing.speaks_of(row.child_id)
    try:
        receipt = _read(filing, row, facts)
        _check(row, receipt, filing.today)
    except Refusal as refused:
        filing.refuse(facts.where, f"{row.reference}: {refused.message} The row was refused")
        return
    if _said_already(row, receipt):
        why = SAID_ALREADY if receipt.answers else SAYS_NOTHING
        filing.filed.unchanged.append((facts.where, f"{row.reference}: {why}"))
        return
    _carry(row, receipt)
    filing.filed.made += 1


def _read(filing: Filing, row: Recommendation, facts: Facts) -> Receipt:
    version, in_plan = facts.value("version"), facts.value("in_plan")
    if version is not None and version != row.version:
        raise Refusal(f"It answers version {version}, and version {row.version} stands.")
    if row.withdrawn:
        raise Refusal("This recommendation was withdrawn.")
    for day in (in_plan, facts.value("date")):
        if day is not None and not isinstance(day, date):
            raise Refusal("A date is written as 2026-11-26.")
    day = in_plan if isinstance(in_plan, date) else None
    answers = tuple(_answers(facts, day, filing.today))
    return Receipt(answers, facts.day("date") or filing.today, facts.text("completed_by"))


def _answers(facts: Facts, in_plan: date | None, today: date) -> Iterator[Reply]:
    """The answer, and that the plan shows it: either, both or neither.

    Where a plan that accepts shows it only from a day to come, that is by when it will have it.
    """
    said, evidence = facts.text("response"), facts.text("evidence") or ""
    reason, modified = facts.text("reason") or "", facts.text("modified") or ""
    status = _status(said) if said else None
    news = status not in (None, RecommendationStatus.ISSUED, RecommendationStatus.DRAFT)
    if status is not None and news and status is not RecommendationStatus.IN_PLAN:
        ahead = in_plan if in_plan and in_plan > today and status in ACCEPTED else None
        yield Reply(status, reason, modified, plan_by=ahead)
        if ahead is not None:
            return
    if in_plan is not None or status is RecommendationStatus.IN_PLAN:
        yield Reply(RecommendationStatus.IN_PLAN, reason, modified, in_plan, evidence)


def _status(said: str) -> RecommendationStatus:
    known = codes.recognise("recommendation_statuses", said)
    try:
        return RecommendationStatus(known.code if known else said)
    except ValueError as error:
        raise Refusal("The status is none of the list.") from error


def _check(row: Recommendation, receipt: Receipt, today: date) -> None:
    """Raises Refusal where the rules do not take it; nothing is changed before all is checked."""
    if receipt.on > today:
        raise Refusal("The answer cannot have come after today.")
    if _said_already(row, receipt):
        return
    before = RecommendationStatus(row.status)
    for answer in receipt.answers:
        rule.check_reply(before, answer, today)
        before = answer.status


def _said_already(row: Recommendation, receipt: Receipt) -> bool:
    """Whether the record says all of it."""
    if not receipt.answers:
        return True
    last = receipt.answers[-1]
    return row.status == last.status.value and all(
        not said or said == kept
        for said, kept in (
            (last.reason, row.reply_reason),
            (last.modified_text, row.modified_text),
            (last.plan_by, row.plan_by),
            (last.in_plan_on, row.plan_updated_on),
            (last.evidence, row.plan_evidence),
        )
    )


def _carry(row: Recommendation, receipt: Receipt) -> None:
    for one in receipt.answers:
        row.status, row.replied_on, row.replied_by = one.status.value, receipt.on, receipt.by
        row.reply_reason = one.reason or row.reply_reason
        row.modified_text = one.modified_text or row.modified_text
        promise(row, one.plan_by)
        if one.in_plan_on is not None:
            row.plan_updated_on, row.plan_evidence = one.in_plan_on, one.evidence
