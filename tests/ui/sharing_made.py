"""A generated meeting with every sharing setting, and who may read what, said a second time.

What the room's reader does in SQL is done here in plain Python, from the attendance and the
declarations alone, so that neither can agree with itself.
"""

import random
from dataclasses import dataclass, field
from datetime import date, time

from models.entities import InformationLine
from models.marks import Information, Sharing
from tests.ui.pages.desk_made import Panel

HELD = date(2026, 11, 12)
AGENCIES = ("Police", "Health", "Education", "Housing")
HEADS = ("Zorv", "Quem", "Brath", "Xil", "Vosk", "Dremm", "Phael", "Glynd", "Murq", "Thessk")
TAILS = ("alin", "umbra", "ovane", "irrick", "espeth", "onwy", "ulfane", "ariel", "ettrick")
HEARD = (Sharing.ALL_PANEL, Sharing.NOT_MINUTED)


@dataclass(frozen=True)
class Secret:
    """A word that stands in one thing said, agreed or linked, and who may read that thing."""

    word: str
    item: int
    agency: int | None
    sharing: Sharing
    named: frozenset[int]
    what: str

    def for_all(self, agencies: set[int | None]) -> bool:
        """Whether everybody of these agencies may read it; None is somebody of no agency."""
        if self.sharing in HEARD:
            return True
        known = bool(agencies) and None not in agencies
        return (
            self.sharing is Sharing.NAMED_AGENCIES
            and known
            and (agencies <= self.named | ({self.agency} if self.agency else set()))
        )


@dataclass
class Member:
    """Somebody of the panel: here or not, and in which items they have an interest."""

    id: int
    name: str
    agency: int
    here: bool = True
    interests: set[int] = field(default_factory=set)


class SharedPanel(Panel):
    """Three children and a man on the agenda; each with things under every sharing setting."""

    def __init__(self, seed: int) -> None:
        super().__init__()
        self.dice, self.words, self.secrets = random.Random(seed), set(), []
        self.members, self.items, self.names = [], [], []
        panel, register = self.workspace.panel, self.workspace.register
        self.agencies = [panel.add_agency(name, kind=name.lower()) for name in AGENCIES]
        for at, agency in enumerate([*self.agencies, *self.agencies[:2]]):
            name = f"Member{at} {self.word()}"
            self.members.append(Member(panel.add_member(name, agency, "Lead"), name, agency))
        people = [register.add_child(self.name(), birth_date=date(2010, at, 3)) for at in (1, 2, 3)]
        people.append(register.add_person(self.name(), grounds="Two reports"))
        self.meeting = self.workspace.agenda.plan_meeting(HELD, time(9, 30), time(11, 30))
        self.items = [self.workspace.agenda.add(self.meeting, one) for one in people]
        self.workspace.conduct.start(self.meeting)
        for member in self.members:
            self.workspace.conduct.attend(self.meeting, member.id, "P")
        for item, subject in zip(self.items, people, strict=True):
            self._fill(item, subject)

    def word(self) -> str:
        """A word that stands nowhere else."""
        made = self.dice.choice(HEADS) + self.dice.choice(TAILS) + self.dice.choice("bdfgk") + "o"
        if made.casefold() in self.words:
            return self.word()
        self.words.add(made.casefold())
        return made

    def name(self) -> str:
        """A name of somebody on the agenda."""
        made = f"{self.word()} {self.word()}"
        self.names += made.split()
        return made

    # who may read what

    def agencies_here(self, item: int | None) -> set[int | None]:
        """The agencies in the room; whoever has an interest in the item steps out of it."""
        return {one.agency for one in self.members if one.here and item not in one.interests}

    def forbidden(self, item: int | None) -> set[str]:
        """The words that somebody in the room, at this item or at none, may not read."""
        here = [one for one in self.members if one.here and item not in one.interests]
        barred = set().union(*(one.interests for one in here))
        agencies = {one.agency for one in here}
        kept = {s.word for s in self.secrets if s.item in barred or not s.for_all(agencies)}
        return kept | set(self.names)

    def said_for_all(self, item: int) -> set[str]:
        """The words of an item's lines that everybody in the room may read."""
        agencies = self.agencies_here(item)
        lines = (s for s in self.secrets if s.item == item and s.what == "line")
        return {one.word for one in lines if one.for_all(agencies)}

    # what happens

    def step(self) -> None:
        """Somebody leaves, comes back, or declares an interest."""
        member, conduct = self.dice.choice(self.members), self.workspace.conduct
        if not member.here:
            conduct.attend(self.meeting, member.id, "P")
            member.here = True
        elif self.dice.random() < 0.3 and len(member.interests) < 2:
            item = self.dice.choice(self.items)
            conduct.declare(self.meeting, member.id, "Neighbour", item)
            member.interests.add(item)
        elif sum(one.here for one in self.members) > 1:
            rows = self.workspace.read.attendance(self.meeting)
            conduct.leave(next(row.id for row in rows if row.member_id == member.id))
            member.here = False

    def typed(self, item: int) -> str:
        """A line for the chair alone, as the minute taker types it."""
        marks = {"sharing": Sharing.CHAIR_ONLY, "shared_with": ()}
        return f"n chair only Police: seen at {self._secret(item, None, marks, 'typed')}"

    # filling

    def _fill(self, item: int, subject: int) -> None:
        for sharing in Sharing:
            self._line(item, subject, sharing)
            if sharing in (Sharing.NOT_MINUTED, Sharing.NOT_SHARED):
                continue
            conduct, register = self.workspace.conduct, self.workspace.register
            agency, marks = self._marks(sharing)
            for_action = self._secret(item, agency, marks, "action")
            conduct.record_action(item, f"Ask about {for_action}", agency_id=agency, **marks)
            to_disrupt = self._secret(item, None, marks, "measure")
            conduct.disrupt(item, f"Visit {to_disrupt}", against_id=subject, **marks)
            place = register.add_place(f"{self._secret(item, agency, marks, 'link')} yard")
            relation = "harms at" if subject == self.items[-1] else "frequents"
            register.link(subject, relation, place, agency_id=agency, **marks)

    def _line(self, item: int, subject: int, sharing: Sharing) -> None:
        """A line of a return, as it is filed; what is not shared has no text in life."""
        agency, marks = self._marks(sharing)
        text = f"Seen at {self._secret(item, agency, marks, 'line')}"
        with self.workspace.store.work("file_return", "File a return") as session:
            session.add(
                InformationLine(
                    origin="return", meeting_id=self.meeting, subject_id=subject,
                    agency_id=agency, text=text, information=Information.FACT, **marks,
                )
            )  # fmt: skip

    def _marks(self, sharing: Sharing) -> tuple[int, dict]:
        agency = self.dice.choice(self.agencies)
        named = sharing is Sharing.NAMED_AGENCIES
        chosen = tuple(self.dice.sample(self.agencies, self.dice.randint(1, 3))) if named else ()
        return agency, {"sharing": sharing, "shared_with": chosen}

    def _secret(self, item: int, agency: int | None, marks: dict, what: str) -> str:
        word = self.word()
        named = frozenset(marks["shared_with"])
        self.secrets.append(Secret(word, item, agency, marks["sharing"], named, what))
        return word
