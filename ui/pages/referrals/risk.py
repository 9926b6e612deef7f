"""Immediate risk of a referral: who was told, when, and the reference they gave."""

from typing import Any

from models.records.papers import ReferralRecord
from models.rules.triage import TELL_NOW
from ui.desk import Desk
from ui.pages.records.entering import EntryCard
from ui.pages.records.fields import Field
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.dates import plain_date
from ui.widgets.in_sight import bring_into_sight

FIELDS = (
    Field("told", "Who was told", hint="MASH or the police, and the name of who took it."),
    Field("told_at", "When", "moment"),
    Field("reference", "Their reference"),
)


class RiskCard(Card):
    """The red bar and its form while nobody was told; afterwards what was done, in one line."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Immediate risk")
        self._desk, self._referral_id = desk, 0
        self.bar = Banner(TELL_NOW, "high")
        self.done = Banner("", "low")
        self.entry = EntryCard("", FIELDS, desk, self._tell, "Keep who was told", lasting=True)
        for widget in (self.bar, self.done, self.entry):
            self.add(widget)

    def show_record(self, record: ReferralRecord) -> None:
        """Show a referral's immediate risk; nothing where there is none."""
        new = record.row.id != self._referral_id
        self._referral_id = record.row.id
        row = record.row
        self.setVisible(row.immediate_risk)
        open_ = row.immediate_risk and not row.immediate_risk_settled
        self.bar.say(TELL_NOW if open_ else "")
        self.entry.setVisible(open_)
        self.done.say("" if open_ or not row.immediate_risk else _told(record))
        if new:
            values = {"told": record.told, "told_at": record.told_at}
            self.entry.ask(values | {"reference": record.told_reference})
            self.entry.setVisible(open_)

    def begin(self) -> bool:
        """Go to the first field while nobody was told; False otherwise."""
        waits = not self.isHidden() and not self.entry.isHidden()
        if waits:
            self.entry.editor_of(FIELDS[0].name).setFocus()
            bring_into_sight(self.entry)
        return waits

    def _tell(self, values: dict[str, Any]) -> None:
        if "told_at" not in values:
            values["told_at"] = None
        self._desk.workspace.referrals.tell_immediate_risk(
            self._referral_id,
            values.get("told", ""),
            values["told_at"],
            values.get("reference", ""),
        )


def _told(record: ReferralRecord) -> str:
    at = record.told_at
    when = f" on {plain_date(at)} at {at:%H:%M}" if at else ""
    reference = f", reference {record.told_reference}" if record.told_reference else ""
    return f"Told: {record.told or 'not recorded'}{when}{reference}."
