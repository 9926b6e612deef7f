"""Teams and services with a child, and other fora that have the child."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from models import codes
from models.queries.local import FORA, STATUSES
from models.records.local import ForumRow, ServiceRow
from models.records.subjects import ChildRecord
from models.rules.local import KINDS
from ui.desk import Desk
from ui.pages.records.choices import agencies
from ui.pages.records.editing import RecordForm
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
from ui.pages.records.permitted import may
from ui.widgets.buttons import button
from ui.widgets.card import Card, CardList
from ui.widgets.flow import Chips
from ui.widgets.labels import SoftLabel, Words
from ui.widgets.stacked import Stacked

NO_SERVICE = "No team or service is on record."
NO_FORUM = "No other forum is on record."
SERVICE = (
    Field("since", "Since", "was"),
    Field("worker", "Who works with the child"),
    Field("note", "Note"),
    Field("until", "Until", "was"),
)
FORUM = (
    Field("since", "Since", "was"),
    Field("lead", "Who leads there"),
    Field("next_on", "Meets next", "due"),
    Field("note", "Note"),
    Field("until", "Until", "was"),
)


class Around(CardList):
    """Services first, then other fora; each field is kept by itself."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Teams and fora")
        self._desk, self._child_id = desk, 0
        self._editable = may(desk, "edit_record")
        self.hint = Words("", "medium")
        self.services, self.fora = Card("Teams and services"), Card("Other fora")
        self.no_service, self.no_forum = SoftLabel(NO_SERVICE), SoftLabel(NO_FORUM)
        self.service_entry = EntryCard(
            "A team or service", _service_fields(desk), desk, self._add_service, "Enter it"
        )
        self.forum_entry = EntryCard(
            "Another forum", _forum_fields(), desk, self._add_forum, "Enter it"
        )
        self.service_cards, self.forum_cards = Stacked(self._service), Stacked(self._forum)
        self._build()

    def show_record(self, record: ChildRecord) -> None:
        """Read and show who else is with a child."""
        read, self._child_id = self._desk.workspace.read, record.row.id
        hint = read.overlap_of(self._child_id)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        services, fora = read.services_of(self._child_id), read.fora_of(self._child_id)
        self.no_service.setVisible(not services)
        self.no_forum.setVisible(not fora)
        self.service_cards.keep(one.id for one in services)
        self.forum_cards.keep(one.id for one in fora)
        for one in services:
            card = self.service_cards.card(one.id)
            card.show_row(f"{one.agency}: {one.status_words}", _soft(one), one)
        for each in fora:
            ended = "" if each.until is None else "ended"
            self.forum_cards.card(each.id).show_row(each.forum_words, ended, each)

    def settle(self) -> bool:
        """Keep what is half-typed."""
        cards = (*self.service_cards.cards.values(), *self.forum_cards.cards.values())
        kept = [one.form.settle() for one in cards]
        return all(kept)

    def _service(self, row_id: int) -> "_OneCard":
        return self._card(_status_fields(), partial(self._change_service, row_id))

    def _forum(self, row_id: int) -> "_OneCard":
        return self._card(FORUM, partial(self._change_forum, row_id))

    def _card(self, fields: Sequence[Field], change: Any) -> "_OneCard":
        return _OneCard(self._desk, fields, change, editable=self._editable)

    def _add_service(self, values: dict[str, Any]) -> None:
        add = self._desk.workspace.local.add_service
        add(self._child_id, values.pop("agency_id", 0), values.pop("status", ""), **values)

    def _add_forum(self, values: dict[str, Any]) -> None:
        add = self._desk.workspace.local.add_forum
        add(self._child_id, values.pop("forum", ""), **values)

    def _change_service(self, row_id: int, field: str, value: Any, seen: Any) -> None:
        self._desk.workspace.local.change_service(row_id, field, value, seen)

    def _change_forum(self, row_id: int, field: str, value: Any, seen: Any) -> None:
        self._desk.workspace.local.change_forum(row_id, field, value, seen)

    def _build(self) -> None:
        for card, none, entry, words in (
            (self.services, self.no_service, self.service_entry, "Enter a team or service"),
            (self.fora, self.no_forum, self.forum_entry, "Enter another forum"),
        ):
            new = button(words, entry.ask)
            new.setEnabled(self._editable)
            card.add_to_head(new)
            card.add(none)
        self.fora.body.insertWidget(1, self.hint)
        self.add(self.services)
        self.add(self.service_entry)
        self.add(self.service_cards)
        self.add(self.fora)
        self.add(self.forum_entry)
        self.add(self.forum_cards)


class _OneCard(Card):
    """One service or forum with its fields."""

    def __init__(self, desk: Desk, fields: Sequence[Field], change: Any, *, editable: bool) -> None:
        super().__init__("")
        self._names = tuple(field.name for field in fields)
        self.tags = Chips(name="How it stands")
        self.form = RecordForm("Fields", fields, desk, change, editable=editable)
        self.add(self.tags)
        self.add(self.form)

    def show_row(self, title: str, soft: str, row: ServiceRow | ForumRow) -> None:
        """Show a row."""
        self.say(title, soft)
        warning = getattr(row, "not_eligible", "")
        self.tags.show_tags([(warning[:1].upper() + warning[1:], "medium")] if warning else [])
        self.tags.setVisible(bool(warning))
        key = f"{type(row).__name__} {row.id}"
        self.form.show_values(key, {name: getattr(row, name) for name in self._names})


def _soft(one: ServiceRow) -> str:
    """How the child stands there, where the status does not say so already."""
    return "" if one.stands == one.status_words.casefold() else one.stands


def _listed(name: str) -> tuple[tuple[object, str], ...]:
    return tuple((one.code, one.label) for one in codes.load(name) if one.active)


def _status_fields() -> tuple[Field, ...]:
    return (Field("status", "How the child stands there", "pick", _listed(STATUSES)), *SERVICE)


def _service_fields(desk: Desk) -> tuple[Field, ...]:
    return (
        Field("agency_id", "Team or service", "pick", agencies(desk, active=True)),
        Field("kind", "As what", "pick", KINDS),
        Field("status", "How the child stands there", "pick", _listed(STATUSES)),
        *SERVICE[:3],
    )


def _forum_fields() -> tuple[Field, ...]:
    return (Field("forum", "Forum", "pick", _listed(FORA)), *FORUM[:4])
