"""The column at the right: what has been judged, decided and agreed."""

from collections.abc import Callable, Collection, Hashable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from models.records.item import ItemRecord
from models.records.outcomes import ActionRow, MeasureRow, RecommendationRow
from models.rules.risk_bands import tint_of
from ui.desk import Desk
from ui.live.ledger import Entry, Ledger, focus_of
from ui.live.state import RoomState
from ui.live.urgent import urgent_in_short
from ui.widgets.card import Card
from ui.widgets.dates import short_date
from ui.widgets.lines import Line

MOST = 6
"""Lines of an entry's words; Enter shows them all."""
Mask = Callable[[str | None], str]
KEYS = "Enter mends · H history · Del takes back · Esc to the capture bar"
ESCAPE = "\x1b"
ARROWS = {"increased": " ▲", "decreased": " ▼"}


class AgreedColumn(Card):
    """What stands agreed on the item in hand, as the room may see it.

    Enter opens an entry to mend it (`list.opened`), H its history, Del takes it back.
    """

    history_wanted = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, state: RoomState) -> None:
        super().__init__()
        self.desk, self.state = desk, state
        self.list = Ledger(
            "Agreed on this item",
            {
                "h": self.history_wanted.emit,
                "Del": self.take_back,
                ESCAPE: lambda _key: self.left.emit(),
            },
        )
        self.body.setContentsMargins(2, 6, 2, 6)
        self.add(self.list)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.setStretchFactor(self.list, 1)

    def refill(self, item: ItemRecord | None) -> None:
        """Show what is agreed on an item."""
        masked = self.state.masked
        entries: list[Line] = []
        if item is not None:
            agreed = agreed_entries(masked, item, "Ctrl+5", here=names_here(self.state))
            entries = [*urgent_in_short(item.urgent, masked), *map(_briefly, agreed)]
        self.list.show_entries(entries)

    def begin(self) -> None:
        """Go to the entries by key."""
        focus_of(self.list)
        self.desk.notice.say(KEYS)

    def take_back(self, key: Hashable) -> None:
        """Take an entry back; undo brings it again."""
        table, row_id = key if isinstance(key, tuple) else ("decision", 0)
        self.desk.attempt(self, self.desk.workspace.conduct.take_back_entry, table, row_id)


def _briefly(line: Line) -> Line:
    return replace(line, most=MOST) if isinstance(line, Entry) else line


def names_here(state: RoomState) -> tuple[str, ...]:
    """The names of those in the room, among whom a surname may not be enough."""
    return tuple(one.name for one in state.present)


def agreed_entries(
    masked: Mask, item: ItemRecord, keys: str = "", *, here: Collection[str] = ()
) -> list[Line]:
    """Risk, decision, actions, measures and recommendations of an item, under headings.

    `keys` are those that lead to a decision, for whoever may take it; `here` are the names of
    those present: an owner goes by the surname where nobody else has it.
    """
    return [
        *_risk(item, keys),
        *_decision(masked, item, keys),
        *_counted("Actions", [_action(masked, one, here) for one in item.actions]),
        *_counted("Disruption", [_measure(masked, one) for one in item.measures]),
        *_counted(
            "Recommendations", [_recommendation(masked, one) for one in item.recommendations]
        ),
    ]


def _risk(item: ItemRecord, keys: str) -> list[Line]:
    if item.row.subject_kind not in ("child", "person_of_concern", "location", "group"):
        return []
    head = Line("h.risk", "Risk after discussion", heading=True)
    risk = item.risk
    if risk is None or not risk.after:
        was = f"before: {item.header.risk.lower()}" if item.header.risk else ""
        return [head, Entry("risk", "Not judged yet", right=was or ("Ctrl+4" if keys else ""))]
    level = f"{risk.after}{ARROWS.get(risk.direction or '', '')}"
    was = f"was {risk.before.lower()}" if risk.before else ""
    tint = tint_of(risk.after, risk.scheme)
    return [head, Entry("risk", was or " ", tag=level, tag_kind=tint)]


def _decision(masked: Mask, item: ItemRecord, keys: str) -> list[Line]:
    head, decision = Line("h.decision", "Decision", heading=True), item.decision
    review = f"review {short_date(item.returns_on)}" if item.returns_on else ""
    if item.looked_at_again_on not in (None, item.returns_on):
        review += f" · looked at again {short_date(item.looked_at_again_on)}"
    if decision is None:
        return [
            head,
            Entry("decision", "Not decided yet", soft=review, right="" if review else keys),
        ]
    second = f"agreed by {decision.second_person}" if decision.second_person else ""
    soft = " · ".join(part for part in (review, second) if part)
    entries: list[Line] = [head, Entry("decision", masked(decision.label), soft=soft)]
    if decision.dissent:
        told = f"Dissent: {masked(decision.dissent)}"
        entries.append(Entry("dissent", told))
    return entries


def _counted(title: str, entries: list[Entry]) -> list[Line]:
    if not entries:
        return []
    return [Line(f"h.{title}", f"{title}  {len(entries)}", heading=True), *entries]


def _action(masked: Mask, one: ActionRow, here: Collection[str]) -> Entry:
    who = ", ".join(part for part in (_surname(one.owner, here), one.agency) if part)
    due = short_date(one.due_on) if one.due_on else one.due_words or ""
    missing = [] if one.owner else ["no named owner"]
    missing += [] if due else ["no date"]
    soft = " · ".join(part for part in (who, due) if part)
    words = masked(one.text)
    return Entry(("action", one.id), words, soft=soft, amber=", ".join(missing))


def _measure(masked: Mask, one: MeasureRow) -> Entry:
    against = masked(one.against)
    name = masked(one.name)
    words = f"{name}: {against}" if against else name
    words = f"{words.removesuffix('.')}. {masked(one.conditions)}" if one.conditions else words
    lead = one.lead or one.applicant or ""
    due = short_date(one.due_on) if one.due_on else ""
    soft = " · ".join(part for part in (lead, due) if part)
    return Entry(("measure", one.id), words, soft=soft, amber="" if due else "no date")


def _recommendation(masked: Mask, one: RecommendationRow) -> Entry:
    to = ", ".join(part for part in (one.to_plan, one.addressed_to) if part)
    due = short_date(one.by_date) if one.by_date else ""
    soft = " · ".join(part for part in (masked(to), due) if part)
    amber = "" if due else "no date"
    return Entry(("recommendation", one.id), masked(one.text), soft=soft, amber=amber)


def _surname(name: str | None, here: Collection[str]) -> str:
    if not name:
        return ""
    last = name.split()[-1]
    shared = any(one != name and one.split()[-1:] == [last] for one in here)
    return name if shared else last
