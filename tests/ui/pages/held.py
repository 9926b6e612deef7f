"""A panel whose meeting is planned, or held and closed, for the pages before and after it."""

from datetime import date, time, timedelta
from itertools import count

from models.marks import Role
from models.services.signed_in import Person
from models.workspace import Workspace
from tests.ui.pages.desk_made import Answers, Panel

HELD = date(2026, 11, 12)
TICKS = count(1_000_000.0, 2.0)
"""A clock by which whoever confirms takes two seconds for each step."""


class Folders(Answers):
    """File dialogues that also answer with a folder."""

    folder = None

    def choose_folder(self, parent, title):
        return self.folder


class Planned(Panel):
    """Two agencies, a child and a person of concern, on the agenda of a meeting."""

    answers = Folders

    def begin(self) -> None:
        super().begin()
        panel, register, agenda = (
            self.workspace.panel,
            self.workspace.register,
            self.workspace.agenda,
        )
        self.police, self.health = panel.add_agency("Police"), panel.add_agency("Health")
        for agency in (self.police, self.health):
            panel.change_agency(agency, agreement_expires=date(2027, 12, 31))
        self.detective = panel.add_member("Jane Khan", self.police, "Detective", core=True)
        self.nurse = panel.add_member("Ann Patel", self.health, "Named nurse", core=True)
        self.boy = register.add_child(
            "Robin Ashdown", system_id="LCS1", birth_date=date(2011, 1, 2)
        )
        self.girl = register.add_child("Ivy Byrne", system_id="LCS2", birth_date=date(2010, 3, 4))
        self.man = register.add_person("Darren Pike")
        self.meeting = agenda.plan_meeting(HELD, time(9, 30), time(10, 30))
        self.boy_item = agenda.add(self.meeting, self.boy)
        self.girl_item = agenda.add(self.meeting, self.girl)
        self.man_item = agenda.add(self.meeting, self.man)

    def now_as(self, role: Role, name: str = "Cleo Chair") -> None:
        """Somebody else signs in."""
        store = self.workspace.store
        user = self.workspace.users.add(name, role)
        self.workspace = Workspace(store, Person(user, name, role))
        self.desk.workspace = self.workspace

    def order(self) -> list[str]:
        return [row.label for row in self.workspace.read.running_order(self.meeting)]


class Held(Planned):
    """The same after its meeting: an action, a recommendation and a measure were agreed."""

    def begin(self) -> None:
        super().begin()
        conduct = self.workspace.conduct
        conduct.start(self.meeting)
        for member in (self.detective, self.nurse):
            conduct.attend(self.meeting, member, "P")
        conduct.open_item(self.boy_item)
        conduct.write(self.boy_item, "voice", "I am frightened of Darren Pike.", "")
        conduct.write(self.boy_item, "for_file", "Robin is safer since Ivy Byrne moved.", "")
        conduct.decide(
            self.boy_item, "REMAIN", "Risk is still high", review_on=HELD + timedelta(42)
        )
        self.action = conduct.record_action(
            self.boy_item,
            "Visit Robin at school",
            owner_id=self.detective,
            due_on=date(2026, 11, 1),
        )
        self.other_action = conduct.record_action(
            self.boy_item, "Check health records", owner_id=self.nurse, due_on=date(2026, 12, 1)
        )
        self.recommendation = conduct.recommend(
            self.boy_item, "Weekly check-in at school", to_plan="CP plan", by_date=date(2026, 12, 1)
        )
        self.measure = conduct.disrupt(
            self.boy_item, "Child Abduction Warning Notice", against_id=self.man
        )
        conduct.finish_item(self.boy_item)
        conduct.close(self.meeting)


def read_and_confirm(minutes):
    """Look through the document that is chosen, mark by mark to its end, and confirm it."""
    documents = minutes.documents
    key = documents.table.current_key()
    documents.looking.clock = lambda: next(TICKS)
    for _ in range(100):
        if documents.table.current_key() != key or documents.confirm_button.isHidden():
            return
        minutes.confirm()
    raise AssertionError("It could not be confirmed.")
