"""What a meeting agreed under those who do it, as the read-back and the panel display list it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.records.item import ItemRecord
from models.records.outcomes import ActionRow, MeasureRow, RecommendationRow
from ui.live.ledger import Entry
from ui.live.state import RoomState
from ui.widgets.dates import short_date
from ui.widgets.lines import Line

Mask = Callable[[str | None], str]
NOBODY, HOLDERS = "No agency", "Whoever holds the plan"
Found = ActionRow | MeasureRow | RecommendationRow


@dataclass(frozen=True)
class Agreed:
    """Actions, measures and recommendations of a meeting, with the items that they are of."""

    actions: tuple[ActionRow, ...] = ()
    measures: tuple[MeasureRow, ...] = ()
    recommendations: tuple[RecommendationRow, ...] = ()
    references: tuple[tuple[int, str], ...] = ()

    def __len__(self) -> int:
        return len(self.actions) + len(self.measures) + len(self.recommendations)

    @property
    def counted(self) -> str:
        """How many of each there are: "Actions agreed  5 · disruption 2 · recommendations 1"."""
        more = [("disruption", self.measures), ("recommendations", self.recommendations)]
        told = [f"{what} {len(rows)}" for what, rows in more if rows]
        return " · ".join((f"Actions agreed  {len(self.actions)}", *told))

    @property
    def items(self) -> frozenset[int | None]:
        """The items that something was agreed on."""
        return frozenset(one.item_id for one in self.everything())

    def item_of(self, key: object) -> int | None:
        """The item of an entry, by the entry's key."""
        return next((one.item_id for one in self.everything() if _key(one) == key), None)

    def without(self, others: "Agreed") -> "Agreed":
        """What stands here and not there."""
        known = {_key(one) for one in others.everything()}
        return Agreed(
            tuple(one for one in self.actions if _key(one) not in known),
            tuple(one for one in self.measures if _key(one) not in known),
            tuple(one for one in self.recommendations if _key(one) not in known),
            self.references,
        )

    def everything(self) -> Iterator[Found]:
        """Each action, measure and recommendation."""
        yield from self.actions
        yield from self.measures
        yield from self.recommendations


def agreed_of(read: Any, meeting_id: int) -> tuple[Sequence[ItemRecord], Agreed]:
    """The items of a meeting and what was agreed there, as far as the reader may know."""
    items: Sequence[ItemRecord] = read.items_of(meeting_id)
    return items, Agreed(
        tuple(read.actions(meeting_id=meeting_id)),
        tuple(row for item in items for row in item.measures),
        tuple(row for item in items for row in item.recommendations if not row.withdrawn),
        tuple((item.row.id, item.row.reference) for item in items),
    )


def by_agency(masked: Mask, agreed: Agreed, agencies: Mapping[str, str]) -> list[Line]:
    """What was agreed under the agencies that do it, what nobody owns first.

    `agencies` are those of people and of themselves by name; a recommendation to nobody of them
    stands last, under whoever holds the plan.
    """
    rows = [(_whose(one, agencies), one) for one in agreed.everything()]
    rows.sort(key=lambda row: (_turn(row[0]), _due(row[1])))
    references = dict(agreed.references)
    lines: list[Line] = []
    agency: str | None = None
    for whose, one in rows:
        if whose != agency:
            agency = whose
            lines.append(Entry(("agency", agency), agency, head=True))
        lines.append(entry_of(masked, one, references))
    return lines or [Entry("none", "No action was agreed.")]


def entries_of(masked: Mask, agreed: Agreed) -> Iterable[Line]:
    """Everything that was agreed, in no groups."""
    references = dict(agreed.references)
    return [entry_of(masked, one, references) for one in agreed.everything()]


def agencies_by_name(state: RoomState) -> dict[str, str]:
    """The agency of whoever is on the meeting's list, and each agency by its own name."""
    named = {one.name: one.agency for one in state.facts.attendance if one.agency}
    return named | {one: one for one in set(named.values())}


def entry_of(masked: Mask, one: Found, references: Mapping[int, str]) -> Entry:
    """An action, measure or recommendation with who and when, and what it lacks."""
    if isinstance(one, ActionRow):
        return _action(masked, one)
    tag = references.get(one.item_id or 0, "")
    if isinstance(one, MeasureRow):
        return _measure(masked, one, tag)
    return _recommendation(masked, one, one.item_reference or tag)


def _action(masked: Mask, one: ActionRow) -> Entry:
    due = short_date(one.due_on) if one.due_on else one.due_words or ""
    missing = [] if one.owner else ["no named owner"]
    missing += [] if due else ["no date"]
    soft = " · ".join(part for part in (one.owner or "", due) if part)
    tag = one.item_reference or one.reference
    return Entry(_key(one), masked(one.text), soft=soft, amber=", ".join(missing), tag=tag)


def _measure(masked: Mask, one: MeasureRow, tag: str) -> Entry:
    against = masked(one.against)
    words = f"{masked(one.name)}: {against}" if against else masked(one.name)
    due = short_date(one.due_on) if one.due_on else ""
    soft = " · ".join(part for part in ("disruption", masked(one.lead), due) if part)
    return Entry(_key(one), words, soft=soft, amber="" if due else "no date", tag=tag)


def _recommendation(masked: Mask, one: RecommendationRow, tag: str) -> Entry:
    into = f"recommended to {one.to_plan}" if one.to_plan else "recommended"
    due = short_date(one.by_date) if one.by_date else ""
    soft = " · ".join(part for part in (masked(into), masked(one.addressed_to), due) if part)
    return Entry(_key(one), masked(one.text), soft=soft, amber="" if due else "no date", tag=tag)


def _key(one: Found) -> tuple[str, int]:
    kinds = {ActionRow: "action", MeasureRow: "measure", RecommendationRow: "recommendation"}
    return kinds[type(one)], one.id


def _whose(one: Found, agencies: Mapping[str, str]) -> str:
    if isinstance(one, ActionRow):
        return one.agency or NOBODY
    if isinstance(one, MeasureRow):
        named = (agencies.get(name) for name in (one.lead, one.applicant) if name)
        return next(filter(None, named), NOBODY)
    return agencies.get(one.addressed_to or "", HOLDERS)


def _turn(agency: str) -> tuple[int, str]:
    """Nobody's first, then agency by agency, whoever holds a plan last."""
    return {NOBODY: 0, HOLDERS: 2}.get(agency, 1), agency


def _due(one: Found) -> tuple[str, date]:
    """Actions before measures and recommendations, each by its day."""
    due = one.by_date if isinstance(one, RecommendationRow) else one.due_on
    return _key(one)[0], due or date.max
