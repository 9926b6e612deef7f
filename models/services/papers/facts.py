"""What a read record says, asked for by field and kind of value; what nobody asked for is left."""

from collections.abc import Iterator
from datetime import date, datetime, time

from models.intake.papers import ReadField, ReadRecord

DERIVED = frozenset({
    "first_name", "middle_name", "surname", "category_words", "plan_code", "ethnicity_code",
    "nrm_code", "nothing_known", "about", "agencies", "indicators", "age", "returned",
})  # fmt: skip
People = tuple[dict[str, object], ...]


class Facts:
    """A record's fields; `left` gives those that were never asked for."""

    def __init__(self, record: ReadRecord) -> None:
        self.kind = record.kind
        self.where = record.where
        self._fields = {field.name: field for field in reversed(record.fields)}
        self._asked: set[str] = set()

    def field(self, name: str) -> ReadField | None:
        """The field itself, which counts as asked for."""
        self._asked.add(name)
        return self._fields.get(name)

    def where_of(self, name: str) -> str:
        """Where the field stands; where the record does, if the paper has no such field."""
        found = self._fields.get(name)
        return found.where if found is not None else self.where

    def seen(self, name: str) -> object:
        """The value as read, which counts as not asked for yet."""
        found = self._fields.get(name)
        return found.value if found is not None else None

    def value(self, name: str) -> object:
        """The value as read; None where the paper does not say."""
        found = self.field(name)
        return found.value if found is not None else None

    def text(self, name: str) -> str | None:
        """The value as text; empty is None, a list is joined."""
        value = self.value(name)
        if isinstance(value, tuple):
            value = "; ".join(str(one) for one in value)
        return (str(value).strip() or None) if value is not None else None

    def raw(self, name: str) -> str | None:
        """The paper's own words for the field."""
        found = self.field(name)
        return (found.raw.strip() or None) if found is not None else None

    def day(self, name: str) -> date | None:
        """The value as a day."""
        value = self.value(name)
        if isinstance(value, datetime):
            return value.date()
        return value if isinstance(value, date) else None

    def moment(self, name: str) -> datetime | None:
        """The value as a time of day; a day alone begins at midnight."""
        value = self.value(name)
        if isinstance(value, datetime):
            return value
        return datetime.combine(value, time()) if isinstance(value, date) else None

    def when(self, name: str) -> date | None:
        """The value as a time of day, or as the day alone where no hour is told."""
        value = self.value(name)
        return value if isinstance(value, date) else None

    def number(self, name: str) -> int | None:
        """The value as a whole number."""
        value = self.value(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def yes(self, name: str) -> bool | None:
        """The value as yes or no."""
        value = self.value(name)
        return value if isinstance(value, bool) else None

    def words(self, name: str) -> tuple[str, ...]:
        """The value as a list of texts."""
        value = self.value(name)
        parts = value if isinstance(value, tuple) else (value,)
        return tuple(str(part).strip() for part in parts if isinstance(part, str) and part.strip())

    def people(self, name: str) -> People:
        """The value as a list of persons, each a dictionary of name, alias, vehicle, phone …"""
        value = self.value(name)
        rows = value if isinstance(value, tuple) else ()
        return tuple(row for row in rows if isinstance(row, dict))

    def answer(self, name: str) -> str | None:
        """A yes or no with what was said beside it, in words."""
        said, note = self.yes(name), self.text(f"{name}_note")
        if said is None:
            return note or self.raw(name)
        word = "Yes" if said else "No"
        return f"{word}: {note}" if note else word

    def left(self) -> Iterator[ReadField]:
        """Fields with something in them that no one has asked for."""
        for name, field in self._fields.items():
            if name not in self._asked | DERIVED and field.value not in (None, "", (), False):
                yield field
