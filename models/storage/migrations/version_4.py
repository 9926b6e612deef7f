"""Version 4: what leaves is kept and logged, what has not come is chased."""

from alembic.operations import Operations
from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Integer,
    String,
    Text,
    UniqueConstraint,
)

from models.storage.migrations.batch import identity, remade
from models.storage.migrations.version_4_disruption import disrupting
from models.storage.migrations.version_4_groups import groups
from models.storage.migrations.version_4_intelligence import submitted_and_decided
from models.storage.migrations.version_4_mentions import mentioned
from models.storage.migrations.version_4_places import places


def out_and_back(operations: Operations) -> None:
    """Version 4 keeps each version's words, the way of each issue, what was redacted, invitations
    sent, ladders of asking again, grounds of sharing, what a message brought, how long records
    are kept, since when an answer is awaited, and how places are assessed and where they lie.
    """
    _columns_added(operations)
    _sent_before(operations)
    with remade(operations, "paper") as paper:
        paper.add_column(Column("sender", String))
        paper.add_column(Column("sent_at", DateTime))
        paper.add_column(
            Column("parent_id", Integer, ForeignKey("paper.id", name="fk_paper_parent_id_paper"))
        )
    _disclosing(operations)
    _leaving(operations)
    _written(operations)
    _asking_again(operations)
    _retention(operations)
    groups(operations)
    mentioned(operations)
    places(operations)
    submitted_and_decided(operations)
    disrupting(operations)


def _columns_added(operations: Operations) -> None:
    for table, name, kind in (
        ("minutes_version", "approved_by", String),
        ("minutes_version", "approved_at", DateTime),
        ("minutes_version", "text_sha256", String),
        ("issue", "batch", String),
        ("issue", "address", String),
        ("issue", "encrypted", Boolean),
        ("issue", "reason", String),
        ("action", "changed", String),
        ("referral", "reason_code", String),
        ("information_line", "to_submit", Boolean),
        ("recommendation", "fed_version", Integer),
        ("recommendation", "earlier_answers", Text),
        ("recommendation", "reworded_on", Date),
        ("recommendation", "sent_on", Date),
        ("agenda_item", "number", Integer),
        ("agenda_item", "taken_after", Integer),
    ):
        operations.add_column(table, Column(name, kind))


def _sent_before(operations: Operations) -> None:
    """Recommendations whose sheet the log knows went on that day; others wait to be sent."""
    operations.execute(
        "UPDATE recommendation SET sent_on = (SELECT date(min(issue.at)) FROM issue"
        " WHERE issue.item_id = recommendation.item_id AND issue.state = 'issued'"
        " AND issue.recalled_at IS NULL AND issue.document LIKE 'recommendations/%')"
    )
    operations.execute("UPDATE recommendation SET reply_by = NULL WHERE sent_on IS NULL")


def _disclosing(operations: Operations) -> None:
    operations.create_table(
        "disclosure",
        Column("subject_id", Integer, ForeignKey("subject.id"), nullable=False),
        Column("to_whom", String, nullable=False),
        Column("requested_on", Date),
        Column("made_at", DateTime, nullable=False),
        Column("by_name", String),
        Column("digest", String),
        Column("confirmed_at", DateTime),
        Column("confirmed_by", String),
        Column("sent_at", DateTime),
        Column("sent_by", String),
        Column("sha256", String),
        Column("files", Integer),
        *identity(),
        sqlite_autoincrement=True,
    )
    operations.create_index("ix_disclosure_subject_id", "disclosure", ["subject_id"])
    operations.create_table(
        "withholding",
        Column("disclosure_id", Integer, ForeignKey("disclosure.id"), nullable=False),
        Column("line", String, nullable=False),
        Column("reason", String, nullable=False),
        Column("by_name", String),
        *identity(),
        UniqueConstraint("disclosure_id", "line"),
        sqlite_autoincrement=True,
    )


def _leaving(operations: Operations) -> None:
    operations.create_table(
        "redaction",
        Column("confirmation_id", Integer, ForeignKey("confirmation.id")),
        Column("disclosure_id", Integer, ForeignKey("disclosure.id")),
        Column("place", String, nullable=False),
        Column("what", String, nullable=False),
        Column("reason", String),
        Column("times", Integer, nullable=False),
        *identity(),
        sqlite_autoincrement=True,
    )
    for column in ("confirmation_id", "disclosure_id"):
        operations.create_index(f"ix_redaction_{column}", "redaction", [column])
    operations.create_table(
        "invitation_sent",
        Column("meeting_id", Integer, ForeignKey("meeting.id"), nullable=False),
        Column("item_id", Integer, ForeignKey("agenda_item.id")),
        Column("member_id", Integer, ForeignKey("member.id")),
        Column("guest_name", String),
        Column("identity", String, nullable=False),
        Column("sequence", Integer, nullable=False),
        Column("digest", String, nullable=False),
        Column("sent_at", DateTime, nullable=False),
        Column("cancelled", Boolean, nullable=False),
        *identity(),
        sqlite_autoincrement=True,
    )
    for column in ("meeting_id", "identity"):
        operations.create_index(f"ix_invitation_sent_{column}", "invitation_sent", [column])


def _written(operations: Operations) -> None:
    operations.create_table(
        "written_minutes",
        Column("meeting_id", Integer, ForeignKey("meeting.id"), nullable=False),
        Column("version", Integer, nullable=False),
        Column("document", String, nullable=False),
        Column("sign", String, nullable=False),
        Column("at", DateTime, nullable=False),
        Column("text_sha256", String, nullable=False),
        Column("item_ids", Text, nullable=False),
        *identity(),
        sqlite_autoincrement=True,
    )
    for column in ("meeting_id", "sign"):
        operations.create_index(f"ix_written_minutes_{column}", "written_minutes", [column])


def _asking_again(operations: Operations) -> None:
    operations.create_table(
        "chase",
        Column("about", String, nullable=False),
        Column("about_id", Integer, nullable=False),
        Column("step", String, nullable=False),
        Column("asked", String),
        Column("made_at", DateTime, nullable=False),
        Column("due_on", Date),
        Column("done_on", Date),
        Column("by_name", String),
        Column("note", String),
        *identity(),
        sqlite_autoincrement=True,
    )
    operations.create_index("ix_chase_about", "chase", ["about", "about_id"])
    operations.create_table(
        "sharing_ground",
        Column("item_id", Integer, ForeignKey("agenda_item.id"), nullable=False),
        Column("agency_id", Integer, ForeignKey("agency.id")),
        Column("basis", String, nullable=False),
        Column("necessity", String),
        Column("at", DateTime, nullable=False),
        Column("by_name", String),
        *identity(),
        sqlite_autoincrement=True,
    )
    operations.create_index("ix_sharing_ground_item_id", "sharing_ground", ["item_id"])
    operations.create_table(
        "line_question",
        Column("line_id", Integer, ForeignKey("information_line.id"), nullable=False),
        Column("paper_id", Integer, ForeignKey("paper.id")),
        Column("was_sharing", String, nullable=False),
        Column("was_shared_with", Text, nullable=False),
        Column("now_sharing", String, nullable=False),
        Column("now_shared_with", Text, nullable=False),
        Column("asked_at", DateTime, nullable=False),
        Column("answer", String),
        Column("answered_by", String),
        Column("answered_at", DateTime),
        *identity(),
        sqlite_autoincrement=True,
    )
    operations.create_index("ix_line_question_line_id", "line_question", ["line_id"])


def _retention(operations: Operations) -> None:
    operations.create_table(
        "retention_hold",
        Column("scope", String, nullable=False),
        Column("about", String, nullable=False),
        Column("about_id", Integer),
        Column("reason", String, nullable=False),
        Column("by_name", String),
        Column("made_at", DateTime, nullable=False),
        Column("until", Date),
        Column("lifted_at", DateTime),
        Column("lifted_by", String),
        Column("lifted_reason", String),
        *identity(),
        sqlite_autoincrement=True,
    )
    operations.create_table(
        "kept_on",
        Column("about", String, nullable=False),
        Column("about_id", Integer, nullable=False),
        Column("until", Date, nullable=False),
        Column("reason", String, nullable=False),
        Column("by_name", String),
        Column("made_at", DateTime, nullable=False),
        *identity(),
        sqlite_autoincrement=True,
    )
    operations.create_index("ix_kept_on_about", "kept_on", ["about", "about_id"])
    operations.create_table(
        "disposal",
        Column("reference", String, nullable=False),
        Column("kind", String, nullable=False),
        Column("record_uuid", String, nullable=False),
        Column("class_code", String, nullable=False),
        Column("basis", String, nullable=False),
        Column("due_on", Date),
        Column("reason", String, nullable=False),
        Column("by_name", String),
        Column("second_person", String, nullable=False),
        Column("at", DateTime, nullable=False),
        Column("rows", Integer, nullable=False),
        Column("papers", Integer, nullable=False),
        Column("backups", String, nullable=False),
        *identity(),
        sqlite_autoincrement=True,
    )
    operations.create_index("ix_disposal_reference", "disposal", ["reference"])
