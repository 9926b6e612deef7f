"""Of which kinds each row of the framework counts: before these are on record nothing is told."""

from models.queries import (
    performance_across,
    performance_actions,
    performance_assessments,
    performance_children,
    performance_disruption,
    performance_kinds,
    performance_meetings,
    performance_minutes,
    performance_missing,
    performance_referrals,
)
from models.queries.began import OUTCOME
from models.records.reports import ReportRow

CHILDREN, CONTEXT = performance_children.SECTION, performance_disruption.CONTEXT
ACROSS, REFERRALS = performance_across.SECTION, performance_referrals.SECTION
MISSING = performance_missing.SECTION
MOVED = "Risk "
KINDS = (
    (REFERRALS, performance_referrals.ACCEPTED.label, (OUTCOME,)),
    (REFERRALS, performance_referrals.TURNED.label, (OUTCOME,)),
    (REFERRALS, performance_referrals.REDIRECTED.label, (OUTCOME,)),
    (REFERRALS, "", ("referral",)),
    # Children on the tracker are counted of those on it, and not told where nobody is.
    (CHILDREN, performance_children.TRACKED.label, ()),
    (CHILDREN, performance_children.ON_PANEL.label, ()),
    (CHILDREN, MOVED, ()),
    (CHILDREN, performance_children.REFERRED.label, ("NRM referral",)),
    (CHILDREN, performance_children.REASONABLE.label, ("decision on reasonable grounds",)),
    (CHILDREN, performance_children.CONCLUSIVE.label, ("decision on conclusive grounds",)),
    (CHILDREN, "", ("decision",)),
    (performance_assessments.SECTION, performance_assessments.MADE.label, ("assessment",)),
    (performance_assessments.SECTION, "", ()),
    (MISSING, "Held by", ("return",)),
    (MISSING, "Declined", ("return",)),
    (MISSING, "", ("episode",)),
    (performance_actions.SECTION, "", ("action",)),
    (performance_actions.BY_AGENCY, "", ("action",)),
    (performance_actions.PLANS, "", ("recommendation",)),
    (performance_meetings.SECTION, "", ("meeting",)),
    (performance_minutes.SECTION, "", ("meeting",)),
    (performance_disruption.SECTION, performance_disruption.DISPLACED.label, ("displacement",)),
    (performance_disruption.SECTION, "", ("measure",)),
    (CONTEXT, performance_disruption.ASSESSED.label, ("place assessment",)),
    (CONTEXT, performance_disruption.GROUPS.label, ("group assessment",)),
    (CONTEXT, "", ("place of concern",)),
    (performance_kinds.SECTION, "", ("measure",)),
    (ACROSS, performance_across.BEFORE.label, ("meeting", "link")),
    (ACROSS, performance_across.AFTER.label, ("meeting", "link")),
    (ACROSS, performance_across.AGAIN.label, ("meeting",)),
    (ACROSS, performance_across.GREW.label, ("group assessment",)),
    (ACROSS, "", ("link",)),
)
"""Section, how the row's label starts, and what must be on record; the first that fits counts."""


def kinds_of(row: ReportRow) -> tuple[str, ...]:
    """Of which kinds something must be on record before a nought is told of the row."""
    return next(
        kinds
        for section, start, kinds in KINDS
        if row.section == section and row.label.startswith(start)
    )
