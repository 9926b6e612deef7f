"""The tiers of the panel: what kind each is, what it does, its hours, and who always attends."""

from collections.abc import Sequence
from typing import Any

from models import codes
from models.errors import Refusal
from models.records.tiers import SeriesRecord
from models.rules import tiers as rule
from models.rules.recommendations import WITHIN
from ui.desk import Desk
from ui.pages.records.dates import typed_time
from ui.pages.records.fields import Field
from ui.pages.records.permitted import may
from ui.pages.settings.panel import (
    MINUTES,
    OPENING,
    days_to_answer,
    quorum_key,
    section_letters,
)
from ui.pages.settings.people import ListedPart
from ui.pages.settings.seats import SeatsCard
from ui.rows import Column

NAMES = (("yes", "By name"), ("no", "By nobody: themes, places, titles"))
REFERRALS = (
    (rule.ACCEPTED, "Those accepted"), (rule.NEW, "Those still to be screened"),
    (rule.NO_REFERRALS, "None"),
)  # fmt: skip
REGISTER = (("yes", "The register as well"), ("no", "Its own items only"))
AS_PANEL = "Empty: as on the panel"
STEPS_HINT = "Codes with commas, such as papers, meeting; empty: as its kind begins"
OWN = frozenset({"name", "acronym", "kind", "area", "cadence", "feeds_into_id"})


class TiersPart(ListedPart):
    """Every tier in use; the first is the panel itself."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, "Tiers", _columns(desk), ("tier", "tiers"), editable=may(desk, "edit_settings")
        )
        self.seats = SeatsCard(desk)
        self.cards.add(self.seats)

    def fields(self) -> Sequence[Field]:
        tiers = tuple((one.id, one.name) for one in self.desk.workspace.read.series())
        kinds = tuple((one.code, one.label) for one in codes.load("panel_kinds"))
        minutes = tuple(
            Field(MINUTES + one.code, one.label, "number", hint=AS_PANEL)
            for one in codes.load("item_minutes")
        )
        return (
            Field("name", "Name", hint="As it is called here, such as MET strategic group"),
            Field("acronym", "Short name"),
            Field("kind", "Kind", "pick", kinds),
            Field("area", "Area"),
            Field("cadence", "Meets", hint="Such as every quarter"),
            Field("feeds_into_id", "Feeds into", "pick", tiers),
            Field(rule.NAMES, "Speaks of people", "pick", NAMES),
            Field(rule.REFERRALS, "Referrals proposed", "pick", REFERRALS),
            Field(rule.REGISTER, "Who sits here alone reads", "pick", REGISTER),
            Field("starts", "Usually from", hint=AS_PANEL),
            Field("ends", "Usually to", hint=AS_PANEL),
            Field("sections", "Order of sections", hint="Letters with commas"),
            Field("quorum", "Quorum needs", hint="Partners with commas"),
            Field(rule.TIMETABLE, "Steps of its timetable", hint=STEPS_HINT),
            Field("marking", "Marking", hint=AS_PANEL),
            Field("reply_to", "Answers of plans go to", hint=AS_PANEL),
            Field(WITHIN, "Plans answer within", "number", hint=AS_PANEL),
            Field(OPENING, "Minutes for the opening", "number", hint=AS_PANEL),
            *minutes,
        )

    def new_fields(self) -> Sequence[Field]:
        return tuple(one for one in self.fields() if one.name in ("name", "acronym", "kind"))

    def new_values(self) -> dict[str, Any]:
        return {"kind": rule.STRATEGIC}

    def read(self) -> Sequence[SeriesRecord]:
        return self.desk.workspace.read.series()

    def values(self, row: SeriesRecord) -> dict[str, Any]:
        read = self.desk.workspace.read
        own = read.own_settings(row.id)
        does = {
            rule.NAMES: "yes" if row.names_people else "no",
            rule.REFERRALS: row.referrals,
            rule.REGISTER: "yes" if row.whole_register else "no",
        }
        return {
            **{field.name: own.get(field.name) for field in self.fields()},
            **{name: getattr(row, name) for name in OWN},
            **does,
        }

    def title_of(self, row: SeriesRecord) -> tuple[str, str]:
        kind = codes.find("panel_kinds", row.kind)
        return row.name, kind.label if kind else row.kind

    def show_chosen(self, row: SeriesRecord) -> None:
        first = self.rows[0].id == row.id
        self.seats.show_tier(row.id, first=first, editable=may(self.desk, "manage_people"))

    def add(self, values: dict[str, Any]) -> None:
        name = values.pop("name", "")
        kind = values.pop("kind", rule.STRATEGIC)
        self.desk.workspace.tiers.add(name, kind, **values)

    def change(self, row: SeriesRecord, field: str, value: Any) -> None:
        tiers = self.desk.workspace.tiers
        if field in OWN:
            tiers.change(row.id, **{field: value})
        elif field == WITHIN:
            tiers.set(row.id, field, "" if value in (None, "") else days_to_answer(value))
        elif field.startswith(MINUTES):
            tiers.set(row.id, field, _minutes(field, value))
        else:
            tiers.set(row.id, field, _kept(field, str(value or "")))


def _columns(desk: Desk) -> tuple[Column[SeriesRecord], ...]:
    def feeds(one: SeriesRecord) -> str:
        known = {tier.id: tier.name for tier in desk.workspace.read.series()}
        return known.get(one.feeds_into_id or 0, "")

    return (
        Column[SeriesRecord]("Tier", lambda one: one.name, width=20, stretch=True),
        Column[SeriesRecord]("Kind", lambda one: one.kind.capitalize(), width=13),
        Column[SeriesRecord]("Feeds into", feeds, width=20),
    )


def _minutes(field: str, value: Any) -> str:
    if value is None or value == "":
        return ""
    if not isinstance(value, int) or not 0 <= value <= 180:
        raise Refusal("Give whole minutes between 0 and 180.", field)
    return str(value)


def _kept(field: str, text: str) -> str:
    """A setting as it is kept; empty lets the panel's stand."""
    text = text.strip()
    if not text:
        return ""
    if field == "sections":
        return ",".join(section_letters(text))
    if field == rule.TIMETABLE:
        return rule.steps_kept(text, [one.code for one in codes.timetable()])
    if field == "quorum":
        return quorum_key(text)
    if field in ("starts", "ends"):
        return f"{typed_time(text, field):%H:%M}"
    return text
