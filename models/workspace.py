"""The workspace: one panel's file, opened for one signed-in person."""

from collections.abc import Callable
from pathlib import Path

from models.clock import Clock
from models.errors import Trouble
from models.queries import (
    actions,
    capturing,
    children,
    disruption,
    documents,
    find,
    history,
    items,
    links,
    matching,
    meetings,
    minutes,
    panel,
    papers,
    people,
    places,
    pool,
    quarterly,
    readers,
    readiness,
    recommendations,
    referrals,
    running_order,
    today,
)
from models.queries.reading import reading
from models.records.changes import Changes
from models.records.reader import Reader
from models.services.actions import ActionService
from models.services.agenda import AgendaService
from models.services.conduct import ConductService
from models.services.disruption import DisruptionService
from models.services.minutes import MinutesService
from models.services.panel import PanelService
from models.services.papers import PaperService
from models.services.recommendations import RecommendationService
from models.services.referrals import ReferralService
from models.services.register import RegisterService
from models.services.signed_in import Person
from models.services.users import UserService, first_user, who_signed_in
from models.storage.backup import backup_age
from models.storage.sealing import Cost
from models.storage.store import Store


class Readings:
    """Everything that can be read, for one reader."""

    def __init__(self, store: Store, reader: Callable[[], Reader]) -> None:
        self.store = store
        self.reader = reader

    panel = reading(panel.panel)
    settings = reading(panel.settings)
    setting = reading(panel.setting)
    wording = reading(panel.wording)
    agencies = reading(panel.agencies)
    members = reading(panel.members)
    users = reading(panel.users)
    codes = reading(panel.codes)
    districts = reading(panel.districts)

    children = reading(children.children)
    child = reading(children.child)
    history = reading(history.history)
    people = reading(people.people)
    person = reading(people.person)
    places = reading(places.places)
    place = reading(places.place)
    groups = reading(places.groups)
    themes = reading(places.themes)
    things = reading(places.things)
    links_of = reading(links.links_of)
    also_named = reading(links.also_named)
    find = reading(find.find)
    possible_matches = reading(matching.possible_matches)

    referrals = reading(referrals.referrals)
    referral = reading(referrals.referral)
    match_questions = reading(referrals.match_questions)
    papers_of = reading(papers.papers_of)
    unread = reading(papers.unread)

    meetings = reading(meetings.meetings)
    meeting = reading(meetings.meeting)
    meeting_on = reading(meetings.meeting_on)
    next_meeting = reading(meetings.next_meeting)
    attendance = reading(meetings.attendance)
    declarations = reading(meetings.declarations)
    quorum = reading(meetings.quorum)
    running_order = reading(running_order.running_order)
    pool = reading(pool.pool)
    readiness = reading(readiness.readiness)
    returns = reading(readiness.returns)
    item = reading(items.item)
    items_of = reading(items.items_of)
    capture_context = reading(capturing.capture_context)

    actions = reading(actions.actions)
    recommendations = reading(recommendations.recommendations)
    plans = reading(disruption.plans)
    plan = reading(disruption.plan)
    measures = reading(disruption.measures)
    catalogue = reading(disruption.catalogue)

    minutes = reading(minutes.minutes)
    issues = reading(minutes.issues)
    confirmations = reading(minutes.confirmations)
    meeting_papers = reading(documents.meeting_papers)
    extract_papers = reading(documents.extract_papers)
    known_names = reading(documents.known_names)

    quarterly = reading(quarterly.quarterly)
    today = reading(today.today)


class Workspace:
    """A panel's file in the hands of one person: services to change it, readings to look at it."""

    def __init__(self, store: Store, person: Person) -> None:
        self.store = store
        self.person = person
        store.actor = person.user_id
        self.panel = PanelService(store, person)
        self.register = RegisterService(store, person)
        self.papers = PaperService(store, person)
        self.referrals = ReferralService(store, person)
        self.agenda = AgendaService(store, person)
        self.conduct = ConductService(store, person)
        self.actions = ActionService(store, person)
        self.recommendations = RecommendationService(store, person)
        self.disruption = DisruptionService(store, person)
        self.minutes = MinutesService(store, person)
        self.users = UserService(store, person)
        self.read = Readings(store, self.reader)
        self._interests: Reader | None = None
        self._stop = store.subscribe(self._forget)

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
        return self.read.panel().name

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
                self._interests = readers.person(
                    session,
                    self.store.clock.now(),
                    self.person.role,
                    self.person.name,
                    self.person.member_id,
                )
        return self._interests.at(self.store.clock.now())

    def room_reader(self, meeting_id: int, item_id: int | None = None) -> Reader:
        """Everyone present as one reader."""
        with self.store.reading() as session:
            return readers.room(session, self.store.clock.now(), meeting_id, item_id)

    def read_as(self, reader: Reader) -> Readings:
        """Readings as somebody else: the room, or the audience of a document."""
        return Readings(self.store, lambda: reader)

    def close(self) -> None:
        """Close the file."""
        self._stop()
        self.store.close()

    def _forget(self, changes: Changes) -> None:
        if {table for table, _ in changes.touched} & {"declaration", "member", "agenda_item"}:
            self._interests = None
