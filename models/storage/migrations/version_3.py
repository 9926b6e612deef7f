"""Version 3: interests that end, and what becomes of an item that was not reached."""

from alembic.operations import Operations
from sqlalchemy import Column, Date, ForeignKey, Integer, String

from models.storage.migrations.batch import remade


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
