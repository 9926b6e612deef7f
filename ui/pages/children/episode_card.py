"""One missing episode beside the list: its clock, the return interview, and how it was."""

from typing import Any

from PySide6.QtCore import Signal

from models import codes
from models.records.subjects import EpisodeRecord
from models.rules.interviews import Stage
from ui.desk import Desk
from ui.pages.children.learned_names import LearnedNames
from ui.pages.children.strategy_card import StrategyCard
from ui.pages.records.editing import RecordForm
from ui.pages.records.fields import Field, words_of
from ui.pages.records.named_line import NamedLine
from ui.pages.records.permitted import may
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.confirm import ConfirmInPlace
from ui.widgets.dates import plain_date
from ui.widgets.flow import Chips, in_a_row
from ui.widgets.labels import SoftLabel
from ui.widgets.tall_cards import TallCards

YES_NO = ((True, "Yes"), (False, "No"))
KINDS = tuple((one.code, one.label) for one in codes.load("missing_kinds"))
AT_RETURN = (
    "Empty while the child is missing. A day without its hour counts from the end of the day."
)
EPISODE = (
    Field("reported_at", "Reported", "hour"),
    Field("reported_by", "Reported by"),
    Field("kind", "Missing or absent", "pick", KINDS),
    Field("missing_from", "Missing from", "choice", words_of("missing_from")),
    Field("returned_at", "Returned", "hour", hint=AT_RETURN),
    Field("police_risk", "Police risk", "choice", words_of("police_risk")),
    Field("police_reference", "Police reference"),
    Field("found_where", "Found where"),
    Field("found_by", "Found by"),
    Field("found_with", "Found with"),
    Field("harm", "Crime or harm", "long"),
    Field("prevention_check", "Prevention check done", "pick", YES_NO),
)
INTERVIEW = (
    Field("offered_at", "Offered", "hour"),
    Field("provider", "By", "choice", words_of("rhi_providers")),
    Field("accepted", "Accepted", "pick", YES_NO),
    Field("declined_reason", "Declined because", "choice", words_of("rhi_declined")),
    Field("conducted_at", "Held", "hour"),
    Field("independent", "By somebody independent", "pick", YES_NO),
    Field("place", "Held where"),
    Field("push_factors", "What pushed the child away", "long"),
    Field("pull_factors", "What drew the child", "long"),
    Field("harm", "Harm told of", "long"),
    Field("learned", "What was learned", "long", hint="People, places, vehicles, by name."),
    Field("shared_on", "Shared with police and social care", "was"),
)
TINTS = {Stage.OVER: "high", Stage.HELD_LATE: "medium", Stage.SOON: "medium", Stage.HELD: "low"}
HELD = "Names on record are offered as links; each is answered by a person. New ones are added."


class EpisodeCards(TallCards):
    """Everything of the episode stood on; `linking` asks for a new link of the child."""

    linking = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__("The episode")
        self._desk, self._episode_id, self._child_id = desk, 0, 0
        able = may(desk, "add_missing_episode")
        self._able = able
        self.strategy = StrategyCard(desk)
        self.interview_card, self.chips = Card("Return home interview"), Chips(name="Clock")
        self.interview = RecordForm(
            "Return home interview", INTERVIEW, desk, self._mend_interview, editable=able
        )
        self.named, self.seen = NamedLine(desk), SoftLabel()
        self.new = LearnedNames(desk)
        self.through = button("All names are answered", self._gone_through)
        self.link = button("Link a person, place or vehicle", self.linking.emit)
        self.episode_card = Card("The episode")
        self.form = RecordForm("The episode", EPISODE, desk, self._mend, editable=able)
        self.out = ConfirmInPlace("Take out this episode", "Entered by mistake?", "Take it out")
        self._build()

    def show_episode(self, child_id: int, one: EpisodeRecord | None) -> None:
        """Show an episode, or nothing where the child has none."""
        self._child_id = child_id
        back = one is not None and one.returned_at is not None
        for card in (self.interview_card, self.episode_card):
            card.setVisible(one is not None)
        for part in (self.interview, self.learned):
            part.setVisible(back)
        self.strategy.show_child(child_id)
        if one is None:
            self._episode_id = 0
            return
        if one.id != self._episode_id:
            self.settle()
            self.verticalScrollBar().setValue(0)
        self._episode_id = one.id
        self.form.show_values(f"missing_episode.{one.id}", one.values)
        self.interview.show_values(f"return_interview.of.{one.id}", one.interview)
        self._show_clock(one)

    def settle(self) -> bool:
        """Keep what is half-typed."""
        kept = [form.settle() for form in (self.form, self.interview)]
        return all(kept)

    def _build(self) -> None:
        self.learned = Card()
        asked = in_a_row((self.link, self.through))
        for widget in (SoftLabel(HELD), self.named, self.new, asked, self.seen):
            self.learned.add(widget)
        for widget in (self.chips, self.interview):
            self.interview_card.add(widget)
        self.episode_card.add(self.form)
        self.episode_card.add(self.out)
        if not self._able:
            self.out.hide()  # shown before it stands anywhere, it would be a window of its own
        for widget in (self.link, self.through):
            widget.setEnabled(self._able)
        for card in (self.strategy, self.interview_card, self.learned, self.episode_card):
            self.add(card)
        self.out.confirmed.connect(self._take_out)

    def _show_clock(self, one: EpisodeRecord) -> None:
        stage = Stage(one.stage)
        due = f"by {plain_date(one.due)}, {one.due:%H:%M}" if one.due else ""
        tags = [(one.clock[:1].upper() + one.clock[1:], TINTS.get(stage, "plain"))]
        if due and stage in (Stage.RUNNING, Stage.SOON, Stage.OVER):
            tags.append((f"{'Was due' if stage is Stage.OVER else 'Due'} {due}", "plain"))
        self.chips.show_tags(tags)
        told = any(one.interview.get(name) for name in ("learned", "push_factors", "pull_factors"))
        through = one.interview.get("gone_through_on")
        self.named.show_of(self._child_id)
        self.new.show_of(one.id if through is None else 0)
        self.through.setVisible(told and through is None)
        self.seen.setText(f"Gone through on {plain_date(through)}." if through else "")
        self.seen.setVisible(through is not None)

    def _mend(self, field: str, value: Any, seen: Any) -> None:
        self._desk.workspace.register.mend_episode(self._episode_id, field, value, seen)

    def _mend_interview(self, field: str, value: Any, seen: Any) -> None:
        self._desk.workspace.register.mend_interview(self._episode_id, field, value, seen)

    def _gone_through(self) -> None:
        gone_through = self._desk.workspace.register.gone_through
        if self.settle():
            self._desk.attempt(self.interview, gone_through, self._episode_id)

    def _take_out(self, _reason: str) -> None:
        if self._desk.attempt(self, self._desk.workspace.register.remove_episode, self._episode_id):
            self._desk.notice.say("Taken out. Ctrl+Z brings it back.")
