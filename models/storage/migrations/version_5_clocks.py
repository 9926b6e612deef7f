"""Version 5, of clocks: return interviews, the National Referral Mechanism, Philomena."""

from alembic.operations import Operations
from sqlalchemy import Boolean, Column, Date, DateTime, ForeignKey, Integer, String

from models.storage.migrations.batch import identity

EPISODE = {
    "found_by": String, "strategy_reason": String, "strategy_by": String, "strategy_on": Date,
    "reported_by_day": Boolean, "returned_by_day": Boolean,
}  # fmt: skip
INTERVIEW = {
    "harm": String, "gone_through_on": Date, "offered_by_day": Boolean, "conducted_by_day": Boolean,
}  # fmt: skip
NRM = {
    "considered_on": Date, "considered_by": String, "to_refer": Boolean, "guardian_on": Date,
    "section_45_note": String, "disqualified": Boolean, "reconsideration_on": Date,
    "reconsideration": String, "review_on": Date,
}  # fmt: skip
PART_1 = (
    "description marks photograph vulnerabilities medical associates worries addresses places "
    "earlier phones accounts money transport identifiers contacts first_steps"
)
PART_2 = "clothing last_seen carried circumstances concerns given_to"


def clocks(operations: Operations) -> None:
    """What is kept of an episode and what follows it, of the NRM, and of a child who may go."""
    grown = (("missing_episode", EPISODE), ("return_interview", INTERVIEW), ("nrm_referral", NRM))
    for table, columns in grown:
        for name, kind in columns.items():
            operations.add_column(table, Column(name, kind))
    operations.create_table(
        "missing_information",
        Column("child_id", Integer, ForeignKey("child.id"), nullable=False),
        *(Column(name, String) for name in PART_1.split()),
        Column("reviewed_on", Date),
        Column("reviewed_by", String),
        Column("review_on", Date),
        *identity(),
        sqlite_autoincrement=True,
    )
    operations.create_index("ix_missing_information_child_id", "missing_information", ["child_id"])
    operations.create_table(
        "missing_circumstances",
        Column("episode_id", Integer, ForeignKey("missing_episode.id"), nullable=False),
        *(Column(name, String) for name in PART_2.split()),
        Column("given_at", DateTime),
        *identity(),
        sqlite_autoincrement=True,
    )
    operations.create_index(
        "ix_missing_circumstances_episode_id", "missing_circumstances", ["episode_id"]
    )
