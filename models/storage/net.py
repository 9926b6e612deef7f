"""A net change: what became of one row in one unit of work."""

from dataclasses import dataclass

from models.storage.shape import Values


@dataclass(frozen=True, slots=True)
class Net:
    """What became of one row: no `before` was added, no `after` was taken out."""

    table: str
    row_id: int
    before: Values | None
    after: Values | None

    def then(self, later: "Net") -> "Net | None":
        """Both changes as one; None when nothing is left of them."""
        if self.before is None:
            if later.after is None:
                return None
            return Net(self.table, self.row_id, None, {**(self.after or {}), **later.after})
        if later.after is None:
            return Net(self.table, self.row_id, {**(later.before or {}), **self.before}, None)
        return self._moved({**(later.before or {}), **self.before}, later.after)

    def _moved(self, before: Values, after: Values) -> "Net | None":
        new = {**(self.after or {}), **after}
        moved = [key for key in new if key not in before or before[key] != new[key]]
        if not moved:
            return None
        old = {key: before.get(key) for key in moved}
        return Net(self.table, self.row_id, old, {key: new[key] for key in moved})

    def inverse(self) -> "Net":
        """The change that takes this one back."""
        return Net(self.table, self.row_id, self.after, self.before)
