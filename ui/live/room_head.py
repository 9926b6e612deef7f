"""The head of the room: quorum, how many are here, when it will end, what was kept."""

from PySide6.QtCore import QObject

from models.rules.listing import listed
from ui import look
from ui.live.state import RoomState
from ui.live.timing import forecast_words
from ui.widgets.dates import clock_time
from ui.widgets.labels import SoftLabel
from ui.widgets.tag import Tag

UNPLACED = (
    "Lines for named agencies stay off the panel display while {who} may be here for no agency. "
    "F2 says which agency it is."
)
LARGE = 1.5
"""From this size of text on the head says its least."""


class RoomHead(QObject):
    """The tags and words beside the page's title; `tick` brings them up to date each second."""

    def __init__(self, state: RoomState) -> None:
        super().__init__(state)
        self.state = state
        self.quorum, self.forecast = Tag(), Tag()
        self.unplaced = Tag(kind="medium")
        self.present, self.kept = SoftLabel(wrap=False), SoftLabel(wrap=False)

    def refill(self) -> None:
        """Show quorum and attendance as they stand."""
        quorum, meeting = self.state.facts.quorum, self.state.meeting
        shown = quorum is not None and meeting is not None
        if quorum is not None:
            decided = meeting.quorum_decision if meeting is not None and not quorum.met else None
            words = f"{quorum.words}: {decided}" if decided else quorum.words
            short = look.current().scale > LARGE and not decided
            shown_words = words.partition(":")[0] if short else words
            self.quorum.say(shown_words, "low" if quorum.met else "medium")
        self.quorum.setVisible(shown)
        self.count()
        self.present.setVisible(shown)
        self._tell_unplaced()
        self.tick()

    def count(self) -> None:
        """Say how many are here, without those who step out for the item in hand."""
        here, inside = len(self.state.present), len(self.state.taking_part)
        words = f"{here} present" if inside == here else f"{inside} present, {here - inside} out"
        self.present.setText(words if here else "nobody taken yet")

    def _tell_unplaced(self) -> None:
        """Who is here for no agency, while lines for named agencies stay off the display for it."""
        names = [one.name for one in self.state.without_agency] if self.state.running else []
        who = names[0] if len(names) == 1 else f"{len(names)} people"
        short = look.current().scale >= LARGE
        self.unplaced.say("No agency · F2" if short else f"{who}: no agency · F2")
        said = UNPLACED.format(who=listed(names))
        self.unplaced.setToolTip(said)
        self.unplaced.setAccessibleName(said)
        self.unplaced.setVisible(bool(names))

    def tick(self) -> None:
        """Bring the forecast and the time of the last keeping up to date."""
        forecast = self.state.forecast() if self.state.running else None
        if forecast is not None:
            self.forecast.say(*forecast_words(forecast))
        self.forecast.setVisible(forecast is not None)
        kept = self.state.workspace.store.kept_at
        self.kept.setText(f"Kept {clock_time(kept)}" if kept else "")
