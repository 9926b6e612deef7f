"""A generated panel of some dozens of records, for figures that are worked out twice."""

from datetime import date, datetime, time, timedelta
from random import Random

from sqlalchemy import select

from models.entities import (
    Action,
    Agency,
    AgencyReturn,
    AgendaItem,
    Assessment,
    Attendance,
    Child,
    ChildStatus,
    Decision,
    Discussion,
    DisruptionPlan,
    ExtractDue,
    Issue,
    Link,
    Measure,
    MeasureStep,
    Meeting,
    MissingEpisode,
    NrmReferral,
    PanelSeries,
    PersonOfConcern,
    Place,
    PlaceAssessment,
    Recommendation,
    Referral,
    ReturnInterview,
)
from models.storage.store import Store

FIRST = date(2026, 5, 1)
DAYS = 196
ON = date(2026, 11, 12)
NOW = datetime(2026, 11, 12, 9, 30)
CHILDREN = 80


class Panel:
    """Everything at random, the same each time."""

    def __init__(self, store: Store, seed: int = 6) -> None:
        self.random = Random(seed)
        with store.work("make", "Make") as session:
            self.session = session
            self.agencies = [Agency(name=name) for name in ("Police", "Health", "Education")]
            self.children = [Child(label=f"Child {n}",
                                   ethnicity=self.maybe("Refused" if n % 5 == 0 else "White"))
                             for n in range(CHILDREN)]  # fmt: skip
            series = PanelSeries(name="Northmoor")
            session.add_all([*self.agencies, *self.children, series])
            session.flush()
            for child in self.children:
                self.child(child.id)
            for n in range(40):
                self.meeting(series.id, n)
            for n in range(200):
                self.action(n)
            for n in range(80):
                self.measure(n)
            for n in range(40):
                self.place(n)
            for _ in range(160):
                self.link()
            items = list(session.scalars(select(AgendaItem).order_by(AgendaItem.id)))
            for item in items:
                self.said(item.id)
            for action in session.scalars(select(Action).order_by(Action.id)):
                action.item_id = self.maybe(self.random.choice(items).id)
                action.owner_name = self.maybe("Ann Patel")
            for item in items:
                self.extract(item)
            self.detail()

    def day(self) -> date:
        return FIRST + timedelta(days=self.random.randrange(DAYS))

    def moment(self) -> datetime:
        return datetime.combine(self.day(), time(self.random.randrange(24), 15))

    def maybe(self, value: object, odds: float = 0.6) -> object:
        return value if self.random.random() < odds else None

    def add(self, entity: object) -> object:
        self.session.add(entity)
        self.session.flush()
        return entity

    def child(self, child_id: int) -> None:
        pick = self.random.choice
        for since in sorted(self.day() for _ in range(pick((1, 2, 3)))):
            self.add(ChildStatus(child_id=child_id, since=since, plan=pick(("CLA", "CP", None)),
                                 risk=pick(("Low", "Medium", "High", "High", None)),
                                 on_tracker=pick((True, True, False)),
                                 on_panel=pick((True, False))))  # fmt: skip
        for _ in range(pick((0, 1, 2))):
            decided = self.maybe(self.moment())
            self.add(Referral(subject_id=child_id, received_on=self.maybe(self.day(), 0.9),
                              entered_at=self.moment(), outcome_at=decided,
                              outcome=pick(("ACCEPT", "DECLINE", "REDIRECT_MASH", "HOLD"))
                              if decided else None))  # fmt: skip
            self.add(Assessment(child_id=child_id, assessed_on=self.day(),
                                with_child=pick((True, False, None))))  # fmt: skip
            self.add(Recommendation(child_id=child_id, reference="R", text="Hold a meeting",
                                    made_on=self.day(), withdrawn=pick((True, False, False)),
                                    status=pick(("issued", "accepted", "in plan",
                                                 "rejected"))))  # fmt: skip
            self.add(NrmReferral(child_id=child_id, referred_on=self.maybe(self.day()),
                                 conclusive_grounds=pick(("positive", None)),
                                 conclusive_grounds_on=self.maybe(self.day()),
                                 reasonable_grounds=pick(("positive", "negative", None)),
                                 reasonable_grounds_on=self.maybe(self.day())))  # fmt: skip
        for _ in range(pick((0, 0, 2, 5))):
            self.episode(child_id)

    def episode(self, child_id: int) -> None:
        pick, reported = self.random.choice, self.moment()
        returned = self.maybe(reported + timedelta(hours=self.random.randrange(1, 60)), 0.9)
        one = self.add(
            MissingEpisode(
                child_id=child_id,
                reported_at=reported,
                returned_at=returned,
                strategy_meeting=self.maybe(reported.date(), 0.2),
            )
        )
        if returned and pick((True, True, False)):
            done = self.maybe(returned + timedelta(hours=self.random.randrange(10, 120)))
            self.add(ReturnInterview(episode_id=one.id, offered_at=self.maybe(returned),
                                     conducted_at=done, independent=pick((True, False, None)),
                                     declined_reason=None if done else self.maybe("No wish"),
                                     learned=self.maybe("Met older friends"),
                                     gone_through_on=self.maybe(returned.date())))  # fmt: skip

    def meeting(self, series_id: int, n: int) -> None:
        pick = self.random.choice
        one = self.add(Meeting(series_id=series_id, held_on=self.day(), starts=time(9),
                               ends=time(12), state=pick(("closed", "closed", "planned")),
                               cancelled=n % 8 == 0))  # fmt: skip
        for at in range(5):
            item = self.add(AgendaItem(meeting_id=one.id, section="A", position=at,
                                subject_id=pick(self.children).id, removed=at == 4,
                                state=pick(("discussed", "discussed", "deferred", "not reached")),
                                seconds=self.random.randrange(0, 900, 60)))  # fmt: skip
            code = pick(("REMAIN", "STEP_DOWN", "CLOSE_REDUCED"))
            self.add(Decision(item_id=item.id, code=code, label=code))
        for agency in self.agencies:
            self.add(Attendance(meeting_id=one.id, agency_id=agency.id, code=pick("PRDANXIOC")))
            self.add(AgencyReturn(meeting_id=one.id, agency_id=agency.id,
                                  due_on=self.maybe(one.held_on - timedelta(days=3), 0.8),
                                  received_at=self.maybe(datetime.combine(
                                      one.held_on - timedelta(days=pick((1, 3, 5))),
                                      time(16)))))  # fmt: skip

    def extract(self, item: AgendaItem) -> None:
        """The extract of an item: gone soon or late, recalled, or not due."""
        if self.random.random() < 0.1:
            self.add(ExtractDue(item_id=item.id, reason="Deferred"))
        held_on = self.session.get_one(Meeting, item.meeting_id).held_on
        for _ in range(self.random.choice((0, 1, 1, 2))):
            gone = held_on + timedelta(days=self.random.randrange(12))
            self.add(Issue(meeting_id=item.meeting_id, item_id=item.id, state="issued",
                           document="extracts/a.docx", audience="children",
                           at=datetime.combine(gone, time(12)),
                           recalled_at=self.maybe(NOW, 0.2)))  # fmt: skip

    def detail(self) -> None:
        """Who held each interview, why it was declined, and of which kind each measure is."""
        pick = self.random.choice
        for one in self.session.scalars(select(ReturnInterview).order_by(ReturnInterview.id)):
            one.provider = pick(("Social worker", "Youth worker", "Robin Marsh", None))
            if one.declined_reason:
                one.declined_reason = pick(("Child declined", "In custody", "No wish"))
        for measure in self.session.scalars(select(Measure).order_by(Measure.id)):
            measure.type_code = pick(("CP01", "CP02", None))

    def place(self, n: int) -> None:
        one = self.add(Place(label=f"Place {n}", adopted_on=self.maybe(self.day(), 0.8),
                             closed_on=self.maybe(self.day(), 0.3)))  # fmt: skip
        self.add(PlaceAssessment(subject_id=one.id, assessed_on=self.day(), author="Ada"))

    def link(self) -> None:
        """A child at one of twelve places, or with one of eight persons; some meet a place."""
        pick = self.random.choice
        others = self.session.scalars(select(Place.id).order_by(Place.id).limit(12)).all()
        persons = self.session.scalars(
            select(PersonOfConcern.id).order_by(PersonOfConcern.id).limit(8)
        ).all()
        recorded = self.maybe(self.day(), 0.9)
        self.add(Link(from_id=pick(self.children).id, to_id=pick([*others, *persons]),
                      relation="associates with", recorded_on=recorded,
                      ended_on=self.maybe(self.day(), 0.2),
                      sharing=pick(("all panel", "all panel", "not shared"))))  # fmt: skip

    def said(self, item_id: int) -> None:
        """What the minutes hold of an item; some of it blames."""
        text = self.random.choice(("Met at home", "She puts herself at risk", "He is promiscuous"))
        self.add(Discussion(item_id=item_id, voice=self.maybe("I am fine", 0.4),
                            voice_absent_reason=self.maybe("Not asked", 0.3),
                            analysis=self.maybe(text)))  # fmt: skip
        decision = self.session.scalars(select(Decision).where(Decision.item_id == item_id)).one()
        decision.rationale = self.maybe(text)
        if self.random.random() < 0.2:
            self.session.delete(decision)

    def action(self, n: int) -> None:
        pick, made = self.random.choice, self.day()
        status = pick(("agreed", "in progress", "complete", "complete late", "not possible",
                       "cancelled", "proposed", "not done"))  # fmt: skip
        self.add(Action(reference=f"A{n}", text="Visit", made_on=made, status=status,
                        status_on=made + timedelta(days=self.random.randrange(50)),
                        due_on=self.maybe(made + timedelta(days=21), 0.9),
                        agency_id=pick([*(one.id for one in self.agencies), None]),
                        carried_count=pick((0, 0, 1)),
                        sharing=pick(("all panel", "all panel", "not shared"))))  # fmt: skip

    def measure(self, n: int) -> None:
        pick = self.random.choice
        one = self.add(Measure(name="Order", made_on=self.maybe(self.day(), 0.9),
                               sharing=pick(("all panel", "all panel", "not shared"))))  # fmt: skip
        self.add(MeasureStep(measure_id=one.id, day=self.day(),
                             status=pick(("applied", "granted", "breached",
                                         "not pursued"))))  # fmt: skip
        if n < 12:
            person = self.add(
                PersonOfConcern(label=f"Person {n}", adopted_on=self.maybe(self.day()))
            )
            if n % 2:
                self.add(DisruptionPlan(reference=f"D{n}", subject_id=person.id,
                                        started_on=self.day(),
                                        closed_on=self.maybe(ON, 0.2)))  # fmt: skip
