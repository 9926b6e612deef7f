"""What a joined record says otherwise, in a line below the head of the record that stands."""

from collections.abc import Sequence
from datetime import date

from models.records.subjects import AlsoSaid
from ui.widgets.dates import plain_date
from ui.widgets.labels import Words


class AlsoSaidWords(Words):
    """One line for each joined record that differs; hidden where none does."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("What joined records say otherwise")
        self.hide()

    def show_said(self, said: Sequence[AlsoSaid]) -> None:
        """Show the differences, field by field, in the order of the form."""
        by_record: dict[str, list[str]] = {}
        for one in said:
            by_record.setdefault(one.record, []).append(f"{one.field}: {_plain(one.value)}")
        lines = (
            f"The joined record “{record}” says otherwise. {'; '.join(fields)}"
            for record, fields in by_record.items()
        )
        self.setText("\n".join(lines))
        self.setVisible(bool(by_record))


def _plain(value: object) -> str:
    return plain_date(value) if isinstance(value, date) else str(value)
