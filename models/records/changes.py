"""What was just kept: the one announcement that follows every unit of work."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Changes:
    """One kept operation and the rows it touched, as `(table name, id)`."""

    number: int
    operation: str
    label: str
    touched: frozenset[tuple[str, int]]
    sitting: str

    def touches(self, table: str, row_id: int | None = None) -> bool:
        """True when a row of this table was touched, or that very row."""
        if row_id is not None:
            return (table, row_id) in self.touched
        return any(name == table for name, _ in self.touched)
