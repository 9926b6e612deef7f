"""Today: immediate risk, the next meeting and its days, what is late, what waits."""

from collections.abc import Callable, Hashable, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from models.records.today import Offer, TodayLine
from ui.commands import Command
from ui.desk import Desk
from ui.pages.day_views import ASSESSED, CLOCKS, TIMETABLE, VIEWS, DayViews
from ui.pages.kept_safe import KeptSafe
from ui.pages.line_places import place_of
from ui.pages.noticing import Noticing
from ui.pages.page import Page
from ui.pages.records.permitted import may
from ui.widgets.card import Card, CardList
from ui.widgets.dates import long_date, short_date
from ui.widgets.empty import EmptyState
from ui.widgets.go_line import GoLine
from ui.widgets.offer_line import OfferLine
from ui.widgets.two_columns import TwoColumns

MEETING = "Next meeting"
RISK = "Immediate risk"
SECTIONS = (RISK, "Overdue", "Waiting", "After the meeting")
RETAINED = frozenset({"retention_hold", "kept_on", "disposal", "code_row"})
"""Tables that change what is due for review within a day."""
RESTED_MS = 500
"""What reads every record waits until the first page has long been shown."""
OFFER_KEY = "Ctrl+Return"
MEMBERS = ("Say who sits on the panel", "One by one, or their list as a paper.", "members")
PAPERS = ("Bring in referrals and the tracker", "Word, Excel, PDF, e-mail: Ctrl+O.", "referrals")
MEETINGS = ("Plan the first meeting", "Accepted referrals are proposed for it: Ctrl+N.", "agenda")


ASSESSING = (
    Command("assessed", "Board of risk assessments", "show_assessed", where="Today"),
    Command("ask_author", "Ask for this assessment", "ask_author", "Alt+Q", where="Today",
            argument="ask"),
    Command("ask_authors", "Ask for all assessments shown", "ask_author", "Alt+Shift+Q",
            where="Today", argument="ask_all"),
    Command("write_assessment_requests", "Write the requests for assessments", "ask_author",
            "Alt+W", where="Today", argument="write_requests"),
)  # fmt: skip


class TodayPage(Page):
    """Everything that wants somebody today; each line goes to the thing."""

    title = "Today"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.scroll, self.room = CardList("Today"), TwoColumns()
        self.scroll.add(self.room)
        self.views = DayViews(desk, self.scroll)
        self.body.addWidget(self.views)
        self.lines: tuple[TodayLine, ...] = ()
        self._to_review: tuple[TodayLine, ...] = ()
        self.noticing = Noticing(desk, self.reload)
        self._reviewed: tuple[date, int] | None = None
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(RESTED_MS)
        self._resting.timeout.connect(self._read_retention)
        self._resting.timeout.connect(self._notice)

    def commands(self) -> Sequence[Command]:
        return (
            Command("triage_next", "Triage the first referral", "triage_next", where="Today"),
            Command(
                "take_offer", "Do what the line proposes", "take_offer", OFFER_KEY, where="Today"
            ),
            Command("clocks", "Clocks that run for children", "show_clocks", where="Today"),
            Command("timetable", "Timetable of meetings", "show_timetable", where="Today"),
            Command("plan_season", "Plan a season", "plan_season", where="Today"),
            *ASSESSING,
            Command("next_view", "Next view of Today", "next_view", "Alt+PgDown", where="Today"),
            Command(
                "previous_view",
                "Previous view of Today",
                "previous_view",
                "Alt+PgUp",
                where="Today",
            ),
        )

    def reload(self) -> None:
        """Read what stands on today; the focus stays on its line."""
        kept = self._focused()
        self.say(long_date(self.desk.workspace.store.clock.today()))
        read, begun = self.desk.workspace.read, self.desk.workspace.store.drafted()
        self.lines = (
            *read.today(), *read.half_typed(begun), *self.noticing.lines, *self._to_review,
        )  # fmt: skip
        self._resting.start()
        left = [card for name in SECTIONS if (card := self._card(name)) is not None]
        if not left:
            left = [self._first_steps() or _calm()]
        self.room.show_cards(left, [self._meeting(), KeptSafe(self.desk)])
        self._focus(kept)
        self.views.reload()

    def show_record(self, key: Hashable) -> None:
        """Show today, the clocks or the timetable by its word."""
        self.views.go_to(key if key in VIEWS else None)

    def show_clocks(self) -> None:
        """Show every clock that runs for a child."""
        self.views.go_to(CLOCKS)

    def show_timetable(self) -> None:
        """Show the meetings to come with their deadlines."""
        self.views.go_to(TIMETABLE)

    def plan_season(self) -> None:
        """Ask for the rule of a season in the timetable of meetings."""
        if self.desk.allows(self, "plan_meeting"):
            self.show_timetable()
            self.views.shown(TIMETABLE).plan_season()  # type: ignore[union-attr]

    def show_assessed(self) -> None:
        """Show how every child's assessment stands."""
        self.views.go_to(ASSESSED)

    def ask_author(self, which: str = "ask") -> None:
        """Ask for assessments, one or all shown, or write the requests."""
        board = self.views.shown(ASSESSED)
        if board is not None:
            getattr(board, which)()

    def next_view(self) -> None:
        """Show the next of Today's views."""
        self.views.step(1)

    def previous_view(self) -> None:
        """Show the one before."""
        self.views.step(-1)

    def start_finding(self) -> bool:
        return self.views.start_finding()

    def on_changed(self, changes: Any) -> None:
        if any(table in RETAINED for table, _ in changes.touched):
            self._reviewed = None
        super().on_changed(changes)

    def _read_retention(self) -> None:
        """Count what is due for review once a day, off the window's thread: it reads all."""
        workspace = self.desk.workspace
        now = workspace.store.clock.today(), id(workspace)
        read = self._reviewed == now or not self.isVisible()
        if read or not may(self.desk, "dispose_records"):
            return
        self._reviewed = now

        def done(found: tuple[TodayLine, ...]) -> None:
            if found != self._to_review:
                self._to_review = found
                self.reload()

        self.desk.tasks.run(lambda _progress: workspace.read.to_review(), done, lambda _error: None)

    def _notice(self) -> None:
        if self.isVisible():
            self.noticing.look()

    def triage_next(self) -> None:
        """Go to the first referral that waits."""
        first = next((line for line in self.lines if line.goes_to == "referral"), None)
        if first is None:
            self.desk.notice.say("No referral waits for triage.")
        else:
            self._go(first)

    def take_offer(self) -> None:
        """Do what the line in hand proposes, or the first that proposes anything."""
        made = [one for one in self.findChildren(OfferLine) if not one.isHidden()]
        if not made:
            self.desk.notice.say("No line proposes anything.")
            return
        at = self.focusWidget()
        next((one for one in made if at is not None and one.isAncestorOf(at)), made[0]).take()

    def _take(self, offer: Offer) -> None:
        acts = self._acts.get(offer.act)
        if acts is not None and self.desk.attempt(self, acts, offer.ids, offer.code):
            self._after_offer()

    @property
    def _acts(self) -> dict[str, Callable[[tuple[int, ...], str], object]]:
        """Who does what a line proposes."""
        workspace = self.desk.workspace
        return {
            "no_extract": workspace.minutes.no_extracts,
            "climb": workspace.recommendations.climb,
            "chase_returns": workspace.chasing.returns,
            "chase_actions": workspace.chasing.actions,
            "chase_dissents": workspace.chasing.dissents,
            "settle_dissents": lambda ids, _code: workspace.chasing.settle_dissents(ids),
        }

    def _after_offer(self) -> None:
        """The hand stays on what is proposed next, so that the same key goes on."""
        left = [one for one in self.findChildren(OfferLine) if not one.isHidden()]
        if left and not isinstance(self.focusWidget(), GoLine):
            left[0].line.setFocus()

    def _card(self, section: str) -> Card | None:
        lines = [line for line in self.lines if line.section == section]
        if not lines:
            return None
        card = Card(section, state=f"{len(lines):,}")
        for line in lines:
            card.add(self._line(line))
        return card

    def _line(self, line: TodayLine) -> QWidget:
        tag = {"high": "Now" if line.section == RISK else "Overdue"}.get(line.urgency, "")
        if line.section == "Waiting":
            tag = _pressing(line)
        elif line.section == "Overdue" and line.urgency == "medium" and line.due_on is not None:
            tag = "Soon"
        made = GoLine(line.text, line.detail, tag, line.urgency)
        made.clicked.connect(partial(self._go, line))
        if line.offer is None:
            return made
        offered = OfferLine(made, line.offer.words, OFFER_KEY)
        offered.taken.connect(partial(self._take, line.offer))
        return offered

    def _first_steps(self) -> Card | None:
        """What a new panel still has to do, in order; none once it is under way."""
        read = self.desk.workspace.read
        members, meetings = read.members(), read.meetings()
        if members and meetings:
            return None
        steps = [] if members else [TodayLine("", "", *MEMBERS, None)]
        steps += [] if read.referrals() else [TodayLine("", "", *PAPERS, None)]
        steps += [] if meetings else [TodayLine("", "", *MEETINGS, None)]
        card = Card("First steps")
        for line in steps:
            card.add(self._line(line))
        return card

    def _meeting(self) -> Card:
        lines = [line for line in self.lines if line.section == MEETING]
        card = Card(MEETING)
        for line in lines:
            if line.due_on is None or line is lines[0]:
                card.add(self._line(line))
                continue
            when = line.detail.rpartition(", ")[2]
            made = GoLine(line.text, when, short_date(line.due_on), _tint(line))
            made.clicked.connect(partial(self._go, line))
            card.add(made)
        return card

    def _go(self, line: TodayLine, *_clicked: Any) -> None:
        self.desk.go(*place_of(line))

    def _focused(self) -> str:
        at = self.focusWidget()
        return at.accessibleName() if isinstance(at, GoLine) else ""

    def _focus(self, name: str) -> None:
        for line in self.findChildren(GoLine) if name else ():
            if line.accessibleName() == name and not line.isHidden():
                line.setFocus()
                return


def _tint(line: TodayLine) -> str:
    return line.urgency if line.urgency in ("medium", "accent", "high") else "plain"


def _calm() -> Card:
    card = Card()
    card.add(EmptyState("Nothing is late and nothing waits.", "New papers: Referrals, Ctrl+O."))
    return card


def _pressing(line: TodayLine) -> str:
    """What makes a line that waits press: immediate risk, or a measure that was breached."""
    if line.urgency != "high":
        return ""
    return "Breached" if line.goes_to in ("measure", "breached") else "Immediate risk"
