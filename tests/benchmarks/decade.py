"""One authority's ten years of panels, invented, in an encrypted file of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any

from models.clock import SetClock
from models.entities import (
    Action,
    AgencyReturn,
    AgendaItem,
    Alias,
    Assessment,
    Attendance,
    Child,
    ChildStatus,
    Decision,
    Discussion,
    Exploitation,
    InformationLine,
    Issue,
    Link,
    Meeting,
    MinutesVersion,
    MissingEpisode,
    PersonOfConcern,
    Place,
    Recommendation,
    ReturnInterview,
    RiskJudgement,
    Telling,
)
from models.marks import Information, Sharing
from models.storage.check import rebuild
from models.storage.sealing import Cost
from models.workspace import Workspace
from tests.benchmarks.bulk import Bulk
from tests.benchmarks.wording import DISTRICTS, name, sentence

Row = dict[str, Any]
PASSPHRASE = "ten years of panels"
MORNING = datetime(2026, 11, 12, 9, 30)
AGENCIES = (
    "Children's social care", "Police", "Health", "CAMHS", "Education safeguarding",
    "Youth justice service", "Early Help", "Community safety and housing",
)  # fmt: skip
PER_MEETING = 20
LINES_PER_ITEM = 12.5
RETURNED = 5
SHARINGS = [Sharing.ALL_PANEL] * 12 + [Sharing.CHAIR_ONLY] * 2 + [Sharing.NAMED_AGENCIES]
KINDS = [Information.FACT] * 4 + [Information.OPINION] * 2 + [Information.INTELLIGENCE]


@dataclass(frozen=True)
class Size:
    """How much has gathered; items and lines follow from the meetings."""

    children: int = 3_000
    people: int = 5_000
    places: int = 800
    meetings: int = 240
    actions: int = 20_000

    @property
    def items(self) -> int:
        """Agenda items of all meetings."""
        return self.meetings * PER_MEETING

    def times(self, factor: int) -> "Size":
        """So many such authorities in one file."""
        grown = (self.children, self.people, self.places, self.meetings, self.actions)
        return Size(*(one * factor for one in grown))


def make(path: Path, size: Size) -> Path:
    """The file, made; its last meeting is this morning's and its items are not opened yet."""
    cheap = Cost(64, 1, 1)
    workspace = Workspace.create(
        path, PASSPHRASE, "Administrator", clock=SetClock(MORNING), cost=cheap
    )
    workspace.panel.make("Decade MACE", area="Northmoor", districts=DISTRICTS)
    for agency in AGENCIES:
        agency_id = workspace.panel.add_agency(agency)
        for number in range(2):
            workspace.panel.add_member(name(7 * agency_id + number), agency_id, core=not number)
    store = workspace.store
    assert store.file is not None
    with store.resting():
        raw = store.file.connect()
        with Bulk(raw) as bulk:
            Decade(size).write(bulk)
        raw.close()
    rebuild(store)
    workspace.close()
    return path


class Decade:
    """The rows of ten years; every run makes the same ones."""

    def __init__(self, size: Size) -> None:
        self._size = size
        self._random = Random(2026)
        self._returned: list[datetime] = []
        self._step = timedelta(days=15 if size.meetings <= Size.meetings else 1)

    def write(self, bulk: Bulk) -> None:
        """Everything, parents before their children."""
        bulk.add(Child, self._children())
        bulk.add(PersonOfConcern, self._people())
        bulk.add(Place, self._places())
        bulk.add(Alias, self._aliases())
        bulk.add(ChildStatus, self._statuses())
        bulk.add(Exploitation, self._exploitations())
        bulk.add(Assessment, self._assessments())
        bulk.add(MissingEpisode, self._episodes())
        bulk.add(ReturnInterview, self._interviews())
        bulk.add(Link, self._links())
        bulk.add(Meeting, self._meetings())
        bulk.add(Attendance, self._attendance())
        bulk.add(AgencyReturn, self._returns())
        bulk.add(AgendaItem, self._items())
        bulk.add(InformationLine, self._lines())
        bulk.add(Action, self._actions())
        for entity, rows in self._outcomes().items():
            bulk.add(entity, rows)

    def subject_of(self, item: int) -> int:
        """Whom an item is about: three in four a child, who comes back for three meetings."""
        meeting, place = divmod(item - 1, PER_MEETING)
        size = self._size
        turn = (meeting // 3) * PER_MEETING + place
        if place < 15:
            return 1 + turn * 7 % size.children
        if place < 18:
            return 1 + size.children + turn * 11 % size.people
        return 1 + size.children + size.people + turn * 13 % size.places

    def held(self, meeting: int) -> date:
        """The day of a meeting, the last one today."""
        return MORNING.date() - self._step * (self._size.meetings - meeting)

    def _day_after(self, meeting: int) -> datetime:
        return datetime.combine(self.held(meeting), time(16)) + timedelta(days=1)

    def _past_items(self) -> range:
        return range(1, self._size.items - PER_MEETING + 1)

    def _past(self, item: int) -> date:
        return self.held((item - 1) // PER_MEETING + 1)

    def _some_day(self) -> date:
        return MORNING.date() - timedelta(days=self._random.randrange(3650))

    def _children(self) -> Iterator[Row]:
        for one in range(1, self._size.children + 1):
            born = date(2006, 1, 1) + timedelta(days=one * 17 % 5500)
            yield {
                "id": one, "label": name(one), "system_id": f"LCS{100_000 + one}",
                "birth_date": born, "postcode": f"NM{one % 20} {one % 9}AB",
                "gender": "F" if one % 2 else "M", "lead_name": name(one * 3 + 1),
                "team": f"Team {one % 12}", "nrm_status": None if one % 4 else "referred",
            }  # fmt: skip

    def _people(self) -> Iterator[Row]:
        for one in range(1, self._size.people + 1):
            yield {
                "id": self._size.children + one, "label": name(one * 5 + 2),
                "grounds": sentence(one), "priority": "high" if one % 9 == 0 else None,
                "birth_date": date(1970, 1, 1) + timedelta(days=one * 13 % 12_000),
            }  # fmt: skip

    def _places(self) -> Iterator[Row]:
        for one in range(1, self._size.places + 1):
            yield {
                "id": self._size.children + self._size.people + one,
                "label": f"{name(one).split()[1]} Street {one}", "place_type": "takeaway",
                "district": DISTRICTS[one % len(DISTRICTS)], "what_happens": sentence(one),
            }  # fmt: skip

    def _aliases(self) -> Iterator[Row]:
        for one in range(1, self._size.children + self._size.people, 2):
            yield {"subject_id": one, "name": name(one).split()[0][:4] + "z"}

    def _statuses(self) -> Iterator[Row]:
        plans = ("CP", "CLA", "CiN plan", "Early Help")
        for one in range(1, self._size.children + 1):
            for step in range(3):
                yield {
                    "child_id": one, "since": self._some_day(), "plan": plans[(one + step) % 4],
                    "plan_code": None, "district": DISTRICTS[one % len(DISTRICTS)],
                    "category": f"CSE{1 + one % 3}", "on_panel": step == 2 and one % 5 == 0,
                }  # fmt: skip

    def _exploitations(self) -> Iterator[Row]:
        for one in range(1, self._size.children + 1):
            yield {"child_id": one, "worded": "Child sexual exploitation"}
            if one % 3 == 0:
                yield {"child_id": one, "worded": "Child criminal exploitation"}

    def _assessments(self) -> Iterator[Row]:
        levels = ("Low", "Medium", "High")
        for one in range(1, self._size.children + 1):
            for step in range(2):
                yield {
                    "child_id": one, "assessed_on": self._some_day(), "scheme_code": "plain",
                    "judgement_level": levels[(one + step) % 3],
                }  # fmt: skip

    def _episodes(self) -> Iterator[Row]:
        for one in range(1, self._size.children + 1):
            for step in range(one % 6):
                gone = datetime.combine(self._some_day(), time(21, step))
                self._returned.append(gone + timedelta(hours=9))
                yield {
                    "child_id": one, "reported_at": gone,
                    "returned_at": gone + timedelta(hours=9),
                }  # fmt: skip

    def _interviews(self) -> Iterator[Row]:
        """All but one in two hundred were held in time."""
        for number, returned in enumerate(self._returned, 1):
            if number % 200:
                yield {"episode_id": number, "conducted_at": returned + timedelta(hours=40)}

    def _links(self) -> Iterator[Row]:
        for one in range(1, self._size.people + 1):
            for step in range(2):
                child = 1 + (one * 3 + step * 101) % self._size.children
                yield {
                    "from_id": self._size.children + one, "to_id": child, "relation": "exploits",
                    "from_role": "causing harm", "to_role": "harmed", "source": "Police",
                }  # fmt: skip

    def _meetings(self) -> Iterator[Row]:
        last = self._size.meetings
        for one in range(1, last + 1):
            begun = datetime.combine(self.held(one), time(9, 30))
            over = one < last
            yield {
                "id": one, "series_id": 1, "held_on": self.held(one), "starts": time(9, 30),
                "ends": time(12, 30), "state": "closed" if over else "running", "chair_id": 1,
                "started_at": begun, "closed_at": begun + timedelta(hours=3) if over else None,
            }  # fmt: skip

    def _attendance(self) -> Iterator[Row]:
        for meeting in range(1, self._size.meetings + 1):
            for agency in range(1, len(AGENCIES) + 1):
                yield {
                    "meeting_id": meeting, "member_id": 2 * agency - 1, "agency_id": agency,
                    "code": "P", "arrived": time(9, 30),
                }  # fmt: skip

    def _returns(self) -> Iterator[Row]:
        for meeting in range(1, self._size.meetings + 1):
            for agency in range(1, len(AGENCIES) + 1):
                yield {
                    "meeting_id": meeting, "agency_id": agency,
                    "received_at": datetime.combine(self.held(meeting), time(8)),
                }  # fmt: skip

    def _items(self) -> Iterator[Row]:
        done = len(self._past_items())
        for one in range(1, self._size.items + 1):
            meeting, place = divmod(one - 1, PER_MEETING)
            yield {
                "id": one, "meeting_id": meeting + 1, "position": place,
                "section": "V" if place < 15 else "O" if place < 18 else "L",
                "kind": "review" if meeting % 3 else "new", "subject_id": self.subject_of(one),
                "ask": sentence(one), "state": "discussed" if one <= done else "planned",
                "seconds": 600 if one <= done else 0, "slot": time(9 + place // 7, place % 7 * 8),
            }  # fmt: skip

    def _lines(self) -> Iterator[Row]:
        agencies = len(AGENCIES)
        for number in range(int(self._size.items * LINES_PER_ITEM)):
            item = 1 + int(number / LINES_PER_ITEM)
            place = int(number % LINES_PER_ITEM)
            meeting = (item - 1) // PER_MEETING + 1
            agency, back = 1 + place % agencies, place < RETURNED
            sharing = SHARINGS[number % len(SHARINGS)]
            named = (agency, 1 + agency % agencies) if sharing is Sharing.NAMED_AGENCIES else ()
            yield {
                "origin": "return" if back else "room", "meeting_id": meeting,
                "agency_return_id": (meeting - 1) * agencies + agency if back else None,
                "item_id": None if back else item, "subject_id": self.subject_of(item),
                "agency_id": agency, "information_date": self.held(meeting),
                "text": sentence(number), "information": KINDS[number % len(KINDS)].value,
                "sharing": sharing.value, "shared_with": named, "position": place,
            }  # fmt: skip

    def _actions(self) -> Iterator[Row]:
        past = self._past_items()
        for number in range(self._size.actions):
            item = past[number * len(past) // self._size.actions]
            made = self._past(item)
            late = (MORNING.date() - made).days
            yield {
                "reference": f"A{number + 1:06}", "item_id": item, "made_on": made,
                "meeting_id": (item - 1) // PER_MEETING + 1, "subject_id": self.subject_of(item),
                "text": sentence(number + 3), "owner_name": name(number % 16),
                "owner_id": 1 + number % 16, "agency_id": 1 + number % len(AGENCIES),
                "due_on": made + timedelta(days=14), "kind": "safeguard",
                "status": "complete" if late > 40 and number % 50 else "agreed",
            }  # fmt: skip

    def _outcomes(self) -> dict[type[Any], Iterator[Row]]:
        children = [one for one in self._past_items() if (one - 1) % PER_MEETING < 15]
        closed = range(1, self._size.meetings)
        return {
            MinutesVersion: ({
                "meeting_id": one, "number": 1, "made_at": self._day_after(one),
                "state": "issued" if one < self._size.meetings - 1 else "with chair",
            } for one in closed),
            Issue: ({
                "meeting_id": (one - 1) // PER_MEETING + 1, "item_id": one,
                "subject_id": self.subject_of(one), "document": f"extracts/{one}.docx",
                "audience": "child's file", "state": "issued", "at": self._day_after(closed[0]),
            } for one in children[: -PER_MEETING]),
            Discussion: ({
                "item_id": one, "presentation": sentence(one), "voice": sentence(one + 1),
                "parents_view": sentence(one + 2), "analysis": sentence(one + 3),
                "for_file": sentence(one + 4),
            } for one in self._past_items()),
            RiskJudgement: ({
                "item_id": one, "before": "Medium", "after": "High", "direction": "increased",
                "rationale": sentence(one),
            } for one in children),
            Decision: ({
                "item_id": one, "code": "REMAIN", "label": "Remain on panel",
                "rationale": sentence(one), "review_on": self._past(one) + timedelta(days=42),
            } for one in self._past_items()),
            Telling: ({
                "item_id": one, "whom": "child", "teller": name(one), "text": sentence(one),
            } for one in children),
            Recommendation: ({
                "item_id": one, "child_id": self.subject_of(one), "reference": f"R{one:06}",
                "text": sentence(one), "to_plan": "CP", "made_on": self._past(one),
                "status": "in plan" if one % 50 else "issued",
            } for one in children),
        }  # fmt: skip
