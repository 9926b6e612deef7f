"""What a generated panel has besides its children: interests, guests, persons, places, letters."""

from datetime import timedelta

from sqlalchemy.orm import Session

from models.entities import (
    Action,
    Address,
    Agency,
    AgendaItem,
    Attendance,
    Declaration,
    Discussion,
    DisruptionPlan,
    Group,
    ItemAttendee,
    Link,
    Measure,
    Meeting,
    Member,
    MinutesComment,
    MinutesVersion,
    Place,
    Referral,
    Setting,
    Submission,
    SubmissionLink,
    SubmissionMention,
    Telling,
)
from models.storage.store import Store
from tests.exports.generated_panels import Builder
from tests.exports.generated_record import HELD, MADE, PERSONS, Generated

EVERYTHING = {"letters": "yes", "feed_fhir": "yes", "reply_to": "mace@northmoor.example"}
ABSENT, NOBODY = "Olive Warden", "comment"


class Matters(Builder):
    """A panel with everything in it that some reader may not see."""

    def _build(self, session: Session) -> None:
        super()._build(session)
        made = self.made
        names = [session.get_one(Member, one).name for one in self.members]
        made.members = dict(zip(names, self.agencies, strict=True))
        self._second_nurse(session)
        self._agencies(session)
        pictures = self.dice.choice(("yes", "no", "no"))
        for key, value in {**EVERYTHING, "pictures": pictures}.items():
            session.add(Setting(key=key, value=value))
        for child, item in made.items.items():
            self._around(session, child, item)
            self._submitted(session, child, item)
        self._person_items(session)
        self._places(session)
        self._of_the_meeting(session)
        self._interests(session)

    def _second_nurse(self, session: Session) -> None:
        """Health has two members: one may have an interest and the other none."""
        nurse = Member(
            name="Una Bright", agency_id=self.agencies[2], core=True, role="Nurse",
        )  # fmt: skip
        member = self._add(session, nurse)
        self.members.append(member)
        self.made.members["Una Bright"] = self.agencies[2]
        session.add(
            Attendance(
                meeting_id=self.made.meeting_id, member_id=member,
                agency_id=self.agencies[2], code="P",
            )
        )  # fmt: skip

    def _agencies(self, session: Session) -> None:
        chance = self.dice.choice((0.0, 0.5, 1.0))
        for one in self.agencies:
            agency = session.get_one(Agency, one)
            agency.sees_persons_of_concern = self.dice.random() < chance
            agency.secure_mail, agency.email_domain = True, "panel.example"
            agency.agreement_expires = HELD + timedelta(days=400)
            self.made.agencies[agency.name] = one
            if agency.sees_persons_of_concern:
                self.made.seeing.add(one)
        for member in self.members:
            row = session.get_one(Member, member)
            row.email = f"{row.name.replace(' ', '.').lower()}@panel.example"

    def _around(self, session: Session, child: int, item: int) -> None:
        row = session.get_one(AgendaItem, item)
        row.slot = self.dice.choice((MADE.time(), None))
        row.kind = self.dice.choice(("new", "review"))
        session.add(
            Referral(
                subject_id=child, received_on=HELD - timedelta(days=20), entered_at=MADE,
                referrer_name="Rita Quill", reason=self.said(child, "was referred"),
                ask=self.secret("referral asks", item), tried=self.secret("tried", item),
                outcome="accepted",
            )
        )  # fmt: skip
        for whom in ("mother",):
            session.add(
                Telling(
                    item_id=item, whom=whom, teller="Kian Baines", by_date=HELD,
                    text=self.dice.choice((self.said(child, "was told"), "We want you safe.")),
                    must_not=self.secret("must not", item, file=("extracts",)),
                    safe_to_write=self.dice.random() < 0.7,
                )
            )  # fmt: skip
        if self.dice.random() < 0.6:
            name = f"Gita Guest{chr(97 + len(self.made.guests))}"
            self.made.guests[item] = name
            session.add(ItemAttendee(item_id=item, guest_name=name, present=True))
        session.add(
            Action(
                reference=f"A{item:02d}8", item_id=item, meeting_id=self.made.meeting_id,
                subject_id=child, text=self.secret(
                    "absent", item, owner=ABSENT, file=("extracts", "disclosure")
                ),
                owner_name=ABSENT, agency_id=self.dice.choice((*self.agencies, None)),
            )
        )  # fmt: skip

    def _submitted(self, session: Session, child: int, item: int) -> None:
        """Intelligence that the chair and the police read at the desk, and links made of it."""
        police = (self.agencies[0],)
        one = self._add(
            session,
            Submission(
                reference=f"I-{child:04d}", received_on=HELD, given_by="an agency",
                from_agency=self.secret("submits", item, sharing=NOBODY),
                from_name=self.secret("submitter", item, sharing=NOBODY),
                provenance=self.secret("provenance", item, sharing=NOBODY),
                text=self.secret("submitted", item, sharing=NOBODY),
                outcome="accepted", information="intelligence",
                sharing="named agencies", shared_with=police,
            ),
        )  # fmt: skip
        session.add(SubmissionMention(submission_id=one, subject_id=child, named=True))
        place = self._add(session, Place(label=self.secret("Depot", item, sharing="chair only")))
        link = self._add(
            session,
            Link(
                from_id=child, to_id=place, relation="frequents", information="intelligence",
                sharing="chair only", source=self.secret("link source", item, sharing=NOBODY),
                note=self.secret("link note", item, sharing=NOBODY),
            ),
        )  # fmt: skip
        session.add(SubmissionLink(submission_id=one, link_id=link))

    def _person_items(self, session: Session) -> None:
        for position, (person, name) in enumerate(self.persons.items()):
            session.add(Address(subject_id=person, text=f"{40 + position} Quarry Close"))
            if self.dice.random() < 0.5:
                continue
            item = self._item_about(session, person, "O", position)
            self.made.person_items[item] = person
            session.add(Discussion(item_id=item, analysis=f"{name} {self.secret('person', item)}"))
            plan = self._add(
                session,
                DisruptionPlan(
                    reference=f"D9{item:02d}", subject_id=person, objective="Keep apart",
                    lead_agency_id=self.dice.choice(self.agencies),
                ),
            )  # fmt: skip
            session.add(
                Measure(
                    plan_id=plan, item_id=item, subject_id=person, name="Curfew", against=name,
                    conditions=self.secret(
                        "conditions", item, sharing="named agencies", agencies=(self.agencies[0],)
                    ),
                    sharing="named agencies", shared_with=(self.agencies[0],),
                )
            )  # fmt: skip

    def _item_about(self, session: Session, subject: int, section: str, position: int) -> int:
        return self._add(
            session,
            AgendaItem(
                meeting_id=self.made.meeting_id, section=section, position=position,
                subject_id=subject, state="discussed",
            ),
        )  # fmt: skip

    def _places(self, session: Session) -> None:
        child = self.dice.choice(list(self.made.children))
        place = self._add(
            session,
            Place(label="Meadows retail park", owner="Olu Landlord",
                  what_happens=self.said(child, "is seen")),
        )  # fmt: skip
        group = self._add(session, Group(label="Harbour lads"))
        session.add(Link(from_id=child, to_id=group, relation="belongs to"))
        item = self._item_about(session, place, "L", 0)
        for kind, text in (
            ("ask of owner", "Leave the lights on until midnight"),
            ("ask of owner", f"Ring when {self.mention(child)} comes"),
            ("disrupt place", self.secret("test purchase", item, tactic=True)),
        ):
            session.add(
                Action(
                    reference=f"AL{kind[0]}{self.count}", item_id=item, kind=kind, text=text,
                    meeting_id=self.made.meeting_id, subject_id=place,
                )
            )  # fmt: skip
        item = self._item_about(session, group, "L", 1)
        session.add(Discussion(item_id=item, analysis=self.secret("group", item)))

    def _of_the_meeting(self, session: Session) -> None:
        meeting = session.get_one(Meeting, self.made.meeting_id)
        meeting.other_business = f"{self.dice.choice(PERSONS)} {self.secret('business')}"
        meeting.previous_minutes_corrections = f"{PERSONS[0]} {self.secret('earlier correction')}"
        if self.dice.random() < 0.5:
            told = f"{PERSONS[1]} {self.secret('correction')}"
            first, second = (
                self._add(
                    session,
                    MinutesVersion(
                        meeting_id=meeting.id, number=number, state=state, made_at=MADE,
                        corrections=told,
                    ),
                )
                for number, state in ((1, "corrected"), (2, "draft"))
            )  # fmt: skip
            session.add(
                MinutesComment(
                    version_id=self.dice.choice((first, second)), at=MADE, by_name="Sam Lee",
                    text=self.secret("comment", sharing="comment"),
                )
            )  # fmt: skip

    def _interests(self, session: Session) -> None:
        names = self.dice.sample(list(self.made.members), self.dice.randint(0, 2))
        for name in names:
            member = self.members[list(self.made.members).index(name)]
            for child in self.dice.sample(list(self.made.children), self.dice.randint(1, 2)):
                self.made.interests.setdefault(name, set()).add(child)
                session.add(
                    Declaration(
                        meeting_id=self.made.meeting_id, member_id=member,
                        item_id=self.made.items[child], subject_id=child, interest="A cousin",
                    )
                )  # fmt: skip


def generated(store: Store, seed: int) -> Generated:
    """A panel with everything, kept in a store."""
    return Matters(store, seed).build()
