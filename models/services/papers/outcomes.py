"""What became of recommendations: reply slips."""

from datetime import date

from sqlalchemy import select

from models import codes
from models.entities import Child, Recommendation
from models.errors import Refusal
from models.rules import recommendations as rule
from models.rules.identifiers import number_key
from models.services.papers.facts import Facts
from models.services.papers.filing import Filing
from models.services.recommendations import reply

SLIP = "Said in the reply slip"
DO = "Not taken: ask whoever answered, or enter it on Care plans"
ASK = "Ask whoever answered, and enter it on Care plans."
SAID_ALREADY = "the record says this already; nothing was changed"


def file_reply(filing: Filing, facts: Facts) -> None:
    """A reply slip: the plan holder's answer carried to the recommendation.

    An answer that the rules do not take (another child's recommendation, an earlier wording,
    none) is kept as text with what is wrong and what to do. A "no" without a reason is an
    answer, and asked about.
    """
    row = filing.session.scalars(
        select(Recommendation)
        .where(Recommendation.reference == (facts.text("ref") or ""))
        .order_by(Recommendation.id.desc())
    ).first()
    before = row and _answer(row)
    wrong = _wrong(filing, row, facts)
    if row is None or wrong:
        words = "; ".join(
            text for text in map(facts.text, ("ref", "response", "reason", "modified")) if text
        )
        filing.refuse(facts.where, f"{(wrong or '').rstrip('.')}. {DO}: {words}")
        filing.leave(facts)
        return
    if _answer(row) == before:
        filing.filed.unchanged.append((facts.where, f"{row.reference}: {SAID_ALREADY}"))
    else:
        filing.filed.made += 1
    filing.speaks_of(row.child_id)
    if _gives_no_reason(facts):
        where = facts.where_of("reason")
        filing.tell(where, f"{row.reference}: rejected without a reason. {ASK}")
    _tell_no_day(filing, facts)
    filing.leave(facts)


def _answer(row: Recommendation) -> tuple[object, ...]:
    """What the plan has said of it so far."""
    return (
        row.status, row.reply_reason, row.modified_text, row.plan_by, row.plan_updated_on,
        row.plan_evidence,
    )  # fmt: skip


def _gives_no_reason(facts: Facts) -> bool:
    rejected = facts.text("response") == rule.RecommendationStatus.REJECTED
    return rejected and not facts.text("reason")


def _tell_no_day(filing: Filing, facts: Facts) -> None:
    """A day that nobody can read is told: the answer stands, whether it is in the plan does not."""
    reference, replied, plan = facts.text("ref"), facts.raw("date"), facts.text("plan")
    if replied and facts.day("date") is None:
        filing.tell(facts.where, f"{reference}: the date of reply is no day: {replied}. {ASK}")
    if plan and facts.day("in_plan") is None and codes.recognise("plans", plan) is None:
        filing.tell(facts.where, f"{reference}: the date in the plan is no day: {plan}. {ASK}")


def _wrong(filing: Filing, row: Recommendation | None, facts: Facts) -> str | None:
    if row is None:
        return "No recommendation of that reference"
    given = number_key(facts.text("la_id"))
    if given and given != number_key(filing.get(Child, row.child_id).system_id):
        return "The recommendation is another child's"
    if row.reworded_on and rule.is_of_other_words(facts.text("text") or "", row.text):
        anew = f"{row.reworded_on.day} {row.reworded_on:%B %Y}"
        return f"This answers what was recommended before it was worded anew on {anew}"
    try:
        _answered(filing, row, facts)
    except (Refusal, ValueError) as refused:
        return refused.message if isinstance(refused, Refusal) else "Not an answer of the list"
    return None


def _answered(filing: Filing, row: Recommendation, facts: Facts) -> None:
    """The answer itself, with the plan's day to come, or that the plan shows it since a day."""
    if (facts.day("date") or filing.today) > filing.today:
        raise Refusal("The date of reply is still to come.", "date")
    on, said, modified = facts.day("in_plan"), facts.text("response"), facts.text("modified")
    answered = said is not None and said != rule.RecommendationStatus.IN_PLAN
    ahead = on is not None and on > filing.today
    if ahead and not said and row.status in rule.ACCEPTED:
        # What was accepted already: only its day is news.
        said, modified = row.status, modified or row.modified_text
    if answered or on is None or ahead:
        reply(
            filing.session,
            row.id,
            said or "",
            on=facts.day("date") or filing.today,
            reason=facts.text("reason") or _no_reason(facts),
            modified_text=modified,
            by=facts.text("completed_by"),
            plan_by=on if ahead else None,
        )
    if on is not None and not ahead and row.status != rule.RecommendationStatus.REJECTED:
        _put_in_plan(filing, row, facts, on)


def _no_reason(facts: Facts) -> str | None:
    """What stands for the reason of a "no" that gives none: it is an answer all the same."""
    return rule.NO_REASON if _gives_no_reason(facts) else None


def _put_in_plan(filing: Filing, row: Recommendation, facts: Facts, on: date) -> None:
    slip = SLIP if facts.text("response") else ""
    evidence = facts.text("evidence") or facts.text("plan") or slip
    answer = rule.Reply(rule.RecommendationStatus.IN_PLAN, "", "", on, evidence)
    rule.check_reply(rule.RecommendationStatus(row.status), answer, filing.today)
    row.status, row.plan_updated_on, row.plan_evidence = answer.status.value, on, evidence
    row.replied_on, row.replied_by = facts.day("date") or on, facts.text("completed_by")
