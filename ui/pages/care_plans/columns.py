"""Columns and filters of the recommendations."""

from collections.abc import Callable

from models.records.outcomes import RecommendationRow
from models.rules.recommendations import NO_REASON
from ui.rows import Column

HERE = "Care plans"
Row = RecommendationRow
FILTERS: dict[str, tuple[str, Callable[[Row], bool]]] = {
    "all": ("All", lambda row: True),
    "unsent": ("Not sent yet",
               lambda row: _waits(row) and row.sent_on is None and not _recalled(row)),
    "recalled": ("Recalled, to be sent again", lambda row: _recalled(row)),
    "waiting": ("Waiting for an answer", lambda row: _waits(row) and row.sent_on is not None),
    "overdue": ("Overdue", lambda row: row.overdue),
    "accepted": ("Accepted, not in the plan yet",
                 lambda row: row.status in ("accepted", "accepted modified")),
    "rejected": ("Rejected", lambda row: row.status == "rejected"),
    "unexplained": ("Rejected, no reason yet",
                    lambda row: row.status == "rejected"
                    and (row.reply_reason or "").strip() in ("", NO_REASON)),
    "in plan": ("In the plan", lambda row: row.status == "in plan"),
}  # fmt: skip
COLUMNS = (
    Column[Row]("Child", lambda r: r.child, width=15),
    Column[Row]("Ref", lambda r: r.reference, width=5),
    Column[Row]("Recommendation", lambda r: r.text, width=36, stretch=True),
    Column[Row]("Standing", lambda r: r.standing, kind=lambda r: _kind(r), width=46),
    Column[Row]("Answer by", lambda r: r.reply_by, width=11),
    Column[Row]("To", lambda r: r.addressed_to, width=14, spare=True),
    Column[Row]("Team", lambda r: r.team, width=14, spare=True),
    Column[Row]("Plan", lambda r: r.to_plan, width=14, spare=True),
    Column[Row]("In plan by", lambda r: r.plan_by or r.by_date, width=11, spare=True),
    Column[Row]("Case system", lambda r: r.system_id, width=11, spare=True),
)


def _waits(row: Row) -> bool:
    return row.status == "issued" and not row.withdrawn


def _recalled(row: Row) -> bool:
    return row.recalled_on is not None and not row.withdrawn


def _kind(row: Row) -> str:
    if row.overdue:
        return "high"
    if row.status == "in plan":
        return "low"
    return "medium" if row.status == "rejected" or _recalled(row) else "plain"
