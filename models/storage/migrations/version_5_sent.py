"""Version 5, of what was sent: when a sheet was recalled, a plan's day, where invitations went."""

from alembic.operations import Operations
from sqlalchemy import Column, Date, String


def sent(operations: Operations) -> None:
    """A recommendation keeps its sheet's recall and its plan's day, an invitation its address."""
    operations.add_column("invitation_sent", Column("address", String))
    operations.add_column("recommendation", Column("recalled_on", Date))
    operations.add_column("recommendation", Column("plan_by", Date))
    operations.execute(
        "UPDATE recommendation SET recalled_on = (SELECT date(max(issue.recalled_at)) FROM issue"
        " WHERE issue.item_id = recommendation.item_id AND issue.document LIKE 'recommendations/%')"
        " WHERE sent_on IS NULL AND status IN ('draft', 'issued')"
    )
