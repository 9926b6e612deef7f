"""How a file of each earlier version becomes one of the next; imported only for such a file."""

from collections.abc import Callable
from dataclasses import dataclass

from alembic.operations import Operations
from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, String, UniqueConstraint

from models.storage.migrations.batch import remade

NEVER_WRITTEN = ("scheme_level", "scheme_row", "measure_type")


@dataclass(frozen=True)
class Step:
    """What takes a file to a version; `sheds` names the tables that may lose rows by it."""

    take: Callable[[Operations], None]
    sheds: frozenset[str] = frozenset()


def asked_about(operations: Operations) -> None:
    """Version 2 says who is asked about which item, holds what a panel changed of its lists, and
    finds at once what Today counts.

    Its search index is made at the end of every migration anyway. The tables taken away were
    never written.
    """
    for table in NEVER_WRITTEN:
        operations.drop_table(table)
    operations.create_index("ix_action_open", "action", ["status", "due_on"])
    operations.create_index("ix_missing_episode_returned_at", "missing_episode", ["returned_at"])
    operations.create_index("ix_link_recorded_on", "link", ["recorded_on"])
    operations.create_index("ix_review_item_id", "review", ["item_id"])
    for column in ("details", "changed_by"):
        operations.add_column("code_row", Column(column, String))
    operations.add_column("code_row", Column("changed_on", Date))
    operations.create_table(
        "asked_about",
        Column("item_id", Integer, ForeignKey("agenda_item.id"), nullable=False),
        Column("agency_id", Integer, ForeignKey("agency.id"), nullable=False),
        Column("asked", Boolean, nullable=False),
        Column("id", Integer, primary_key=True, nullable=False),
        Column("uuid", String(32), nullable=False),
        UniqueConstraint("item_id", "agency_id"),
        UniqueConstraint("uuid"),
        sqlite_autoincrement=True,
    )


def ended_interests(operations: Operations) -> None:
    """Version 3 knows from which day a declared interest no longer stands, and what becomes of an
    item that was not reached: when it returns, and who holds it until then.
    """
    operations.add_column("declaration", Column("ended_on", Date))
    with remade(operations, "agenda_item") as item:
        item.add_column(Column("until_then", String))
        item.add_column(Column("until_on", Date))
        item.add_column(
            Column(
                "until_agency_id",
                Integer,
                ForeignKey("agency.id", name="fk_agenda_item_until_agency_id_agency"),
            )
        )
        item.add_column(Column("holder", String))
        item.add_column(
            Column(
                "holder_id",
                Integer,
                ForeignKey("member.id", name="fk_agenda_item_holder_id_member"),
            )
        )


STEPS: dict[int, Step] = {
    2: Step(asked_about, frozenset(NEVER_WRITTEN)),
    3: Step(ended_interests),
}
