"""Version 5, of recalls: when the sheet of a recommendation was called back."""

from alembic.operations import Operations
from sqlalchemy import Column, Date


def recalled(operations: Operations) -> None:
    """A recommendation keeps when its sheet was recalled, until one goes again."""
    operations.add_column("recommendation", Column("recalled_on", Date))
    operations.execute(
        "UPDATE recommendation SET recalled_on = (SELECT date(max(issue.recalled_at)) FROM issue"
        " WHERE issue.item_id = recommendation.item_id AND issue.document LIKE 'recommendations/%')"
        " WHERE sent_on IS NULL AND status IN ('draft', 'issued')"
    )
