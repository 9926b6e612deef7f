"""Who tells the child and the parents what, by when, and what must not be said."""

from models.records.item import ItemRecord
from models.records.outcomes import TellingRecord
from ui.desk import Desk
from ui.forms import Form
from ui.live.dates import spoken_in
from ui.live.half_typed import HalfTyped
from ui.live.state import RoomState
from ui.live.veil import Veil
from ui.live.word_watch import WordWatch
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.date_edit import DateEdit
from ui.widgets.labels import SectionHeading
from ui.widgets.sentence_line import SentenceLine

SAFE = (("yes", "Safe to write to this address"), ("no", "Not safe to write"))
WHOM = (("child", "The child"), ("parents", "Parents and carers"))


class TellingCard(Card):
    """One short form each for the child and for the parents; children's items only."""

    def __init__(self, desk: Desk, state: RoomState) -> None:
        super().__init__("Who is told")
        self.parts = [TellingForm(desk, state, whom, label) for whom, label in WHOM]
        for part, (_, label) in zip(self.parts, WHOM, strict=True):
            self.add(SectionHeading(label))
            self.add(part)

    def refill(self, item: ItemRecord) -> None:
        """Show who tells whom on an item."""
        self.setVisible(item.row.subject_kind == "child")
        for part in self.parts:
            part.refill(item)

    def flush(self) -> None:
        """Keep what was typed before the room turns away."""
        for part in self.parts:
            part.settle()


class TellingForm(Form):
    """Who tells one of them; kept whenever a field is left and a teller is named."""

    def __init__(self, desk: Desk, state: RoomState, whom: str, label: str) -> None:
        super().__init__(label)
        self.desk, self.state, self.whom = desk, state, whom
        self.item_id: int | None = None
        self._kept: tuple[object, ...] = ()
        self.teller = Combo((), f"Who tells: {label}", free=True)
        self.by = DateEdit(spoken_in(state), f"Told by, {label}")
        self.text, self.must_not = SentenceLine(), SentenceLine()
        self.row("teller", "Who tells", self.teller)
        self.row("by_date", "By", self.by)
        self.text.setAccessibleName(f"What may be said: {label}")
        self.must_not.setAccessibleName(f"What must not be said: {label}")
        self.veils = (Veil(self.text, state), Veil(self.must_not, state))
        self.watches = [WordWatch(one) for one in (self.text, self.must_not)]
        self.row("text", "What may be said", self.veils[0])
        self.row("must_not", "What must not be said", self.veils[1])
        self.safe = Combo(SAFE, f"Is it safe to write: {label}")
        self.row("safe_to_write", "A letter home", self.safe)
        fields = {"teller": self.teller, "by": self.by, "text": self.text}
        fields["must_not"], fields["safe"] = self.must_not, self.safe
        store = desk.workspace.store
        self.half = HalfTyped(self, store, self._draft_key, fields, self._half_typed)
        self.teller.changed.connect(lambda _value: self.settle())
        self.by.changed.connect(lambda _value: self.settle())
        self.safe.changed.connect(lambda _value: self.settle())
        for line in (self.text, self.must_not):
            line.editingFinished.connect(self.settle)

    def refill(self, item: ItemRecord) -> None:
        """Show what is kept of this telling, unless the hand is in it."""
        self._take(item)
        for veil in self.veils:
            veil.refresh()

    def _take(self, item: ItemRecord) -> None:
        found = next((one for one in item.tellings if _is_for(one, self.whom)), None)
        self.teller.set_choices([(one.name, one.name) for one in self.state.present])
        if item.row.id == self.item_id and self.isAncestorOf(self.window().focusWidget() or self):
            return
        if item.row.id != self.item_id:
            self.half.note()
        self.item_id = item.row.id
        self.teller.set_value(found.teller if found else None)
        self.by.set_value(found.by_date if found else None)
        self.text.setText((found.text if found else None) or "")
        self.must_not.setText((found.must_not if found else None) or "")
        self.safe.set_value(_said(found.safe_to_write if found else None))
        self._kept = self._values()
        self.half.recall()

    def settle(self) -> None:
        """Keep the telling where a teller is named and something changed."""
        values = self._values()
        if self.item_id is None or values == self._kept or not values[0]:
            return
        tell = self.desk.workspace.conduct.tell
        if self.desk.attempt(self, tell, self.item_id, self.whom, *values):
            self._kept = values
            self.half.drop()
            if self.item_id == self.state.item_id:
                self.state.refresh({"telling"})

    def _draft_key(self) -> str | None:
        return f"item.{self.item_id}.told.{self.whom}" if self.item_id is not None else None

    def _half_typed(self) -> dict[str, object] | None:
        return self.half.values() if self._values() != self._kept else None

    def _values(self) -> tuple[object, ...]:
        return (
            self.teller.value(),
            self.by.value(),
            self.text.text().strip() or None,
            self.must_not.text().strip() or None,
            {"yes": True, "no": False}.get(str(self.safe.value())),
        )


def _said(safe: bool | None) -> str | None:
    return None if safe is None else "yes" if safe else "no"


def _is_for(one: TellingRecord, whom: str) -> bool:
    return one.whom == whom or (whom == "parents" and one.whom != "child")
