"""The workspace: one panel's file, opened for one signed-in person."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from models import codes
from models.clock import Clock
from models.errors import Trouble
from models.queries.later import Later
from models.queries.own_codes import own_rows
from models.queries.reading import reading
from models.records.changes import Changes
from models.records.reader import Reader
from models.services.offered import Services
from models.services.signed_in import Person
from models.services.signing_in import first_user, who_signed_in
from models.storage.backup import backup_age
from models.storage.sealing import Cost
from models.storage.store import Store

if TYPE_CHECKING:
    from models.queries import actions as actions_queries
    from models.queries import asking as asking_queries
    from models.queries import children as children_queries
    from models.queries import coming as coming_queries
    from models.queries import contributions as contributions_queries
    from models.queries import declarations as declarations_queries
    from models.queries import disruption as disruption_queries
    from models.queries import documents as documents_queries
    from models.queries import find as find_queries
    from models.queries import history as history_queries
    from models.queries import items as items_queries
    from models.queries import links as links_queries
    from models.queries import looking as looking_queries
    from models.queries import matching as matching_queries
    from models.queries import meetings as meetings_queries
    from models.queries import minutes as minutes_queries
    from models.queries import named_tonight as named_tonight_queries
    from models.queries import panel as panel_queries
    from models.queries import papers as papers_queries
    from models.queries import people as people_queries
    from models.queries import places as places_queries
    from models.queries import pool as pool_queries
    from models.queries import quarterly as quarterly_queries
    from models.queries import readers as readers_queries
    from models.queries import readiness as readiness_queries
    from models.queries import recommendations as recommendations_queries
    from models.queries import referrals as referrals_queries
    from models.queries import running_order as running_order_queries
    from models.queries import today as today_queries
    from models.queries import urgent as urgent_queries
    from models.queries import wording as wording_queries
    from models.queries.action_history import updates_of
    from models.queries.code_book import code_book
    from models.queries.comments import approved_items, comments, no_extracts
    from models.queries.everybody import everybody
    from models.queries.invitations import invitations
    from models.queries.log import log
    from models.queries.measure_details import measure_detail
    from models.queries.past import past_of_item, past_states
    from models.rules.capture import CaptureContext
else:
    actions_queries = Later("actions")
    asking_queries = Later("asking")
    children_queries = Later("children")
    coming_queries = Later("coming")
    contributions_queries = Later("contributions")
    declarations_queries = Later("declarations")
    disruption_queries = Later("disruption")
    documents_queries = Later("documents")
    find_queries = Later("find")
    history_queries = Later("history")
    items_queries = Later("items")
    links_queries = Later("links")
    looking_queries = Later("looking")
    matching_queries = Later("matching")
    meetings_queries = Later("meetings")
    minutes_queries = Later("minutes")
    named_tonight_queries = Later("named_tonight")
    panel_queries = Later("panel")
    papers_queries = Later("papers")
    people_queries = Later("people")
    places_queries = Later("places")
    pool_queries = Later("pool")
    quarterly_queries = Later("quarterly")
    readers_queries = Later("readers")
    readiness_queries = Later("readiness")
    recommendations_queries = Later("recommendations")
    referrals_queries = Later("referrals")
    running_order_queries = Later("running_order")
    today_queries = Later("today")
    urgent_queries = Later("urgent")
    wording_queries = Later("wording")
    updates_of = Later("action_history").updates_of
    code_book = Later("code_book").code_book
    approved_items = Later("comments").approved_items
    comments = Later("comments").comments
    no_extracts = Later("comments").no_extracts
    everybody = Later("everybody").everybody
    invitations = Later("invitations").invitations
    log = Later("log").log
    measure_detail = Later("measure_details").measure_detail
    past_of_item = Later("past").past_of_item
    past_states = Later("past").past_states


def _capture_context(
    session: Session, reader: Reader, meeting_id: int, item_id: int | None = None
) -> "CaptureContext":
    """What the capture bar needs to know; its grammar is imported with the first line typed."""
    from models.queries.capturing import capture_context

    return capture_context(session, reader, meeting_id, item_id)


class Readings:
    """Everything that can be read, for one reader."""

    def __init__(self, store: Store, reader: Callable[[], Reader]) -> None:
        self.store = store
        self.reader = reader

    panel = reading(panel_queries.panel)
    settings = reading(panel_queries.settings)
    setting = reading(panel_queries.setting)
    wording = reading(panel_queries.wording)
    agencies = reading(panel_queries.agencies)
    members = reading(panel_queries.members)
    users = reading(panel_queries.users)
    districts = reading(panel_queries.districts)
    code_book = reading(code_book)
    log = reading(log)

    children = reading(children_queries.children)
    child = reading(children_queries.child)
    history = reading(history_queries.history)
    people = reading(people_queries.people)
    person = reading(people_queries.person)
    places = reading(places_queries.places)
    place = reading(places_queries.place)
    groups = reading(places_queries.groups)
    themes = reading(places_queries.themes)
    things = reading(places_queries.things)
    links_of = reading(links_queries.links_of)
    also_named = reading(links_queries.also_named)
    find = reading(find_queries.find)
    named_tonight = reading(named_tonight_queries.named_tonight)
    look_up = reading(looking_queries.look_up)
    everybody = reading(everybody)
    possible_matches = reading(matching_queries.possible_matches)

    referrals = reading(referrals_queries.referrals)
    referral = reading(referrals_queries.referral)
    match_questions = reading(referrals_queries.match_questions)
    papers_of = reading(papers_queries.papers_of)
    unread = reading(papers_queries.unread)

    meetings = reading(meetings_queries.meetings)
    meeting = reading(meetings_queries.meeting)
    meeting_on = reading(meetings_queries.meeting_on)
    next_meeting = reading(meetings_queries.next_meeting)
    panel_name = reading(coming_queries.panel_name)
    running_meeting = reading(coming_queries.running_meeting)
    attendance = reading(meetings_queries.attendance)
    declarations = reading(declarations_queries.declarations)
    quorum = reading(meetings_queries.quorum)
    running_order = reading(running_order_queries.running_order)
    pool = reading(pool_queries.pool)
    readiness = reading(readiness_queries.readiness)
    asked = reading(asking_queries.asked)
    returns = reading(readiness_queries.returns)
    waiting_returns = reading(readiness_queries.waiting_returns)
    item = reading(items_queries.item)
    items_of = reading(items_queries.items_of)
    contributions = reading(contributions_queries.contributions)
    invitations = reading(invitations)
    capture_context = reading(_capture_context)

    actions = reading(actions_queries.actions)
    past_of_item = reading(past_of_item)
    past_states = reading(past_states)
    updates_of = reading(updates_of)
    recommendations = reading(recommendations_queries.recommendations)
    plans = reading(disruption_queries.plans)
    plan = reading(disruption_queries.plan)
    measures = reading(disruption_queries.measures)
    measure_detail = reading(measure_detail)
    catalogue = reading(disruption_queries.catalogue)

    minutes = reading(minutes_queries.minutes)
    issues = reading(minutes_queries.issues)
    confirmations = reading(minutes_queries.confirmations)
    comments = reading(comments)
    no_extracts = reading(no_extracts)
    approved_items = reading(approved_items)
    meeting_papers = reading(documents_queries.meeting_papers)
    extract_papers = reading(documents_queries.extract_papers)
    known_names = reading(documents_queries.known_names)

    quarterly = reading(quarterly_queries.quarterly)
    today = reading(today_queries.today)
    urgent_lines = reading(urgent_queries.urgent_lines)
    words_in_question = reading(wording_queries.words_in_question)


class Workspace(Services):
    """A panel's file in the hands of one person: services to change it, readings to look at it."""

    def __init__(self, store: Store, person: Person) -> None:
        super().__init__(store, person)
        store.actor = person.user_id
        self.read = Readings(store, self.reader)
        self._interests: Reader | None = None
        self._stop = store.subscribe(self.hear)
        self._adopt_codes()

    @classmethod
    def create(
        cls,
        path: Path,
        passphrase: str,
        user: str,
        *,
        clock: Clock | None = None,
        cost: Cost | None = None,
    ) -> "Workspace":
        """A new encrypted file whose first user is its administrator; the panel is made next."""
        store = Store.create(path, passphrase, who=user, clock=clock, cost=cost)
        return cls(store, first_user(store, user))

    @classmethod
    def open(
        cls,
        path: Path,
        passphrase: str | None = None,
        *,
        recovery_key: str | None = None,
        clock: Clock | None = None,
    ) -> "Workspace":
        """The panel in a file, for whoever's passphrase it is."""
        store = Store.open(path, passphrase, recovery_key=recovery_key, clock=clock)
        return cls(store, who_signed_in(store))

    @classmethod
    def memory(cls, user: str = "Administrator", clock: Clock | None = None) -> "Workspace":
        """A panel in memory, for rehearsal: gone when closed."""
        store = Store.memory(clock)
        return cls(store, first_user(store, user))

    @property
    def panel_name(self) -> str:
        """The panel's name for the marking strip."""
        return self.read.panel_name()

    @property
    def signed_in_name(self) -> str:
        """Who is signed in."""
        return self.person.name

    @property
    def backup_note(self) -> str:
        """How old the last backup is, in a few words."""
        if self.store.file is None:
            return "in memory, nothing is kept"
        age = backup_age(self.store)
        if age is None:
            return "no backup yet"
        hours = int(age.total_seconds() // 3600)
        if hours < 24:
            return "backup today" if hours else "backup within the hour"
        days = hours // 24
        return f"backup {days} day{'' if days == 1 else 's'} ago"

    def unlock(self, passphrase: str) -> bool:
        """Whether this is the passphrase of whoever is signed in; a rehearsal has none."""
        file = self.store.file
        if file is None:
            return True
        try:
            if file.keys.slot is None:
                file.keys.file.candidates(passphrase, None)
            else:
                file.keys.file.private(file.keys.slot, passphrase)
        except Trouble:
            return False
        return True

    def reader(self) -> Reader:
        """The signed-in person as a reader, now."""
        if self._interests is None:
            with self.store.reading() as session:
                self._interests = readers_queries.person(
                    session,
                    self.store.clock.now(),
                    self.person.role,
                    self.person.name,
                    self.person.member_id,
                )
        return self._interests.at(self.store.clock.now())

    def room_reader(self, meeting_id: int, item_id: int | None = None) -> Reader:
        """Everyone present as one reader, whoever is signed in among them."""
        mine = self.reader()
        with self.store.reading() as session:
            room = readers_queries.room(session, self.store.clock.now(), meeting_id, item_id)
        return replace(
            room,
            conflicted_items=room.conflicted_items | mine.conflicted_items,
            conflicted_subjects=room.conflicted_subjects | mine.conflicted_subjects,
        )

    def read_as(self, reader: Reader) -> Readings:
        """Readings as somebody else: the room, or the audience of a document."""
        return Readings(self.store, lambda: reader)

    def close(self) -> None:
        """Close the file."""
        self._stop()
        self.store.close()

    def hear(self, changes: Changes) -> None:
        """Forget what a commit, of this window or another, has made old."""
        tables = {table for table, _ in changes.touched}
        if tables & {"declaration", "member", "agenda_item"}:
            self._interests = None
        if "code_row" in tables:
            self._adopt_codes()

    def _adopt_codes(self) -> None:
        """Let the panel's own rows stand over the shipped lists, everywhere in the program."""
        with self.store.reading() as session:
            codes.adopt(own_rows(session), self.store.clock.today())
