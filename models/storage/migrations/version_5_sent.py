"""Version 5, of what was sent: when a sheet was recalled, where an invitation went."""

from alembic.operations import Operations
from sqlalchemy import Column, Date, String


def sent(operations: Operations) -> None:
    """A recommendation keeps when its sheet was recalled, an invitation its address."""
    operations.add_column("invitation_sent", Column("address", String))
    operations.add_column("recommendation", Column("recalled_on", Date))
    operations.execute(
        "UPDATE recommendation SET recalled_on = (SELECT date(max(issue.recalled_at)) FROM issue"
        " WHERE issue.item_id = recommendation.item_id AND issue.document LIKE 'recommendations/%')"
        " WHERE sent_on IS NULL AND status IN ('draft', 'issued')"
    )
