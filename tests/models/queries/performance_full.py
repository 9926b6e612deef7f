"""The generated panel with what fewer records have: groups, minutes sent, risk judged, places."""

from datetime import datetime, time, timedelta

from sqlalchemy import select

from models.entities import (
    Action,
    Agency,
    AgencyTurn,
    AgendaItem,
    Attendance,
    ChildStatus,
    Displacement,
    DisruptionPlan,
    Group,
    GroupAssessment,
    GroupMember,
    InformationLine,
    Issue,
    Link,
    Meeting,
    MissingEpisode,
    Place,
    RiskJudgement,
    Setting,
)
from tests.models.queries.performance_made import NOW, ON, Panel

COUNCIL = "Children's social care"
AREA = 8_400
PLACES, GROUPS, MEMBERS, VERSIONS = 6, 8, 12, 40


class FullPanel(Panel):
    """Everything of the panel, and every further record that an indicator counts."""

    def detail(self) -> None:
        super().detail()
        self.longer()
        self.done()
        for episode in self.session.scalars(select(MissingEpisode).order_by(MissingEpisode.id)):
            episode.missing_from = self.random.choice(("home", "out of area placement", None))
        meetings = self.session.scalars(select(Meeting).order_by(Meeting.id)).all()
        council = self.add(Agency(name=COUNCIL))
        for meeting in meetings:
            for agency in (*self.agencies, council):
                self.add(Attendance(meeting_id=meeting.id, agency_id=agency.id,
                                    code=self.random.choice("PPRDA"),
                                    left=self.maybe(time(10), 0.1)))  # fmt: skip
            self.sent(meeting)
            self.discussed(meeting.id)
        for item in self.session.scalars(select(AgendaItem.id).order_by(AgendaItem.id)).all():
            if self.random.random() < 0.6:
                self.add(RiskJudgement(item_id=item, after=self.maybe("High", 0.7)))
        for plan in self.session.scalars(select(DisruptionPlan.id).order_by(DisruptionPlan.id)):
            for _ in range(5):
                self.session.add(Displacement(plan_id=plan, subject_id=self.children[0].id,
                                              noted_on=self.day()))  # fmt: skip
        self.groups()
        self.found()
        self.heard(council.id)
        self.add(Setting(key="children_of_area", value=str(AREA)))

    def longer(self) -> None:
        """Some children stand since half a year or more before anything else."""
        for child in self.children[::2]:
            first = self.session.scalars(
                select(ChildStatus)
                .where(ChildStatus.child_id == child.id)
                .order_by(ChildStatus.since, ChildStatus.id)
            ).first()
            first.since -= timedelta(days=self.random.randrange(100, 400))

    def done(self) -> None:
        """Some actions are done by their day."""
        for action in self.session.scalars(select(Action).order_by(Action.id)).all()[::4]:
            action.status, action.due_on = "complete", action.made_on + timedelta(days=21)
            action.status_on = action.made_on + timedelta(days=self.random.randrange(20))

    def sent(self, meeting: Meeting) -> None:
        """Minutes gone soon or late, some recalled, some never."""
        for _ in range(self.random.choice((1, 1, 1, 2))):
            gone = meeting.held_on + timedelta(days=self.random.randrange(25))
            self.add(Issue(meeting_id=meeting.id, state="issued", document="minutes.docx",
                           audience="members", at=datetime.combine(gone, time(12)),
                           recalled_at=self.maybe(NOW, 0.2)))  # fmt: skip

    def discussed(self, meeting_id: int) -> None:
        """One of a few places, at some meetings."""
        places = self.session.scalars(select(Place.id).order_by(Place.id).limit(PLACES)).all()
        if self.random.random() < 0.5:
            self.add(AgendaItem(meeting_id=meeting_id, section="L", position=9, seconds=0,
                                subject_id=self.random.choice(places),
                                state=self.random.choice(("discussed", "deferred"))))  # fmt: skip

    def found(self) -> None:
        """Children are found at places by their names."""
        places = self.session.scalars(select(Place.label).order_by(Place.id)).all()
        for one in self.session.scalars(select(MissingEpisode).order_by(MissingEpisode.id)):
            one.found_where = self.maybe(self.random.choice(places), 0.6)

    def heard(self, council: int) -> None:
        """Agencies take their turn or tell a line on some items, on the item or its subject."""
        ids, children = (*(one.id for one in self.agencies), council), {c.id for c in self.children}
        for item in self.session.scalars(select(AgendaItem).order_by(AgendaItem.id)).all():
            for agency in ids:
                by_chance = self.random.random()
                if by_chance < 0.3:
                    self.add(AgencyTurn(item_id=item.id, agency_id=agency, turn="nothing new"))
                elif by_chance < 0.6 and item.subject_id in children:
                    of_item = by_chance < 0.45
                    self.add(InformationLine(
                        meeting_id=item.meeting_id, agency_id=agency,
                        item_id=item.id if of_item else None,
                        subject_id=None if of_item else item.subject_id,
                        text=self.maybe("Seen in town", 0.9), origin=self.random.choice(
                            ("room", "room", "return")), withdrawn=self.random.random() < 0.1,
                        information="fact", sharing="all panel"))  # fmt: skip

    def groups(self) -> None:
        """Groups of children, each assessed several times with whoever was a member."""
        pick = self.random.choice
        made = [self.add(Group(label=f"Group {n}")) for n in range(GROUPS)]
        links = {
            one.id: [
                self.add(Link(from_id=child.id, to_id=one.id, relation="member of", recorded_on=ON,
                              sharing=pick(("all panel", "all panel", "not shared"))))
                for child in self.random.sample(self.children, MEMBERS)
            ]
            for one in made
        }  # fmt: skip
        for _ in range(VERSIONS):
            group = pick(made)
            version = self.add(GroupAssessment(group_id=group.id, assessed_on=self.day(),
                                               made_at=NOW))  # fmt: skip
            for link in self.random.sample(links[group.id], pick((8, 10, 11))):
                self.add(GroupMember(assessment_id=version.id, link_id=link.id))
