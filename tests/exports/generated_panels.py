"""Random small panels put straight into a store, with everything in them that must not leak."""

import random
from datetime import date, time
from typing import Any

from sqlalchemy.orm import Session

from models.entities import (
    Action,
    ActionSubject,
    Agency,
    AgendaItem,
    Alias,
    Attendance,
    Child,
    Decision,
    Discussion,
    DisruptionPlan,
    InformationLine,
    Link,
    Measure,
    Meeting,
    Member,
    OnlineAccount,
    PanelSeries,
    PersonOfConcern,
    Phone,
    Recommendation,
    RiskJudgement,
    Telling,
    Vehicle,
)
from models.storage.store import Store
from tests.exports.generated_record import (
    FIRST,
    HELD,
    LAST,
    MEASURES,
    PERSONS,
    Generated,
    Told,
)


class Builder:
    """Puts a meeting about some children and persons into a store."""

    def __init__(self, store: Store, seed: int) -> None:
        self.store = store
        self.dice = random.Random(seed)
        self.made = Generated()
        self.count = 0

    def build(self) -> Generated:
        """The meeting, kept."""
        with self.store.work("generate", "Generate a panel") as session:
            self._build(session)
        return self.made

    def _add(self, session: Session, row: object) -> int:
        session.add(row)
        session.flush()
        return int(row.id)  # type: ignore[attr-defined]

    def _build(self, session: Session) -> None:
        series = self._add(session, PanelSeries(name="Northmoor MACE", area="Northmoor"))
        self.agencies = [
            self._add(session, Agency(name=name, core=True))
            for name in ("Police", "Children's social care", "Health")
        ]
        self.members = [
            self._add(session, Member(name=name, agency_id=agency, core=True, role="Manager"))
            for name, agency in zip(
                ("Jane Khan", "Sam Lee", "Ann Patel"), self.agencies, strict=True
            )
        ]
        self.made.meeting_id = self._add(
            session,
            Meeting(
                series_id=series,
                held_on=HELD,
                starts=time(9, 30),
                ends=time(12, 30),
                state="closed",
                chair_id=self.members[1],
            ),
        )
        for member, agency in zip(self.members, self.agencies, strict=True):
            session.add(
                Attendance(
                    meeting_id=self.made.meeting_id, member_id=member, agency_id=agency, code="P"
                )
            )
        self.persons = {self._person(session, name): name for name in PERSONS}
        surnames = self.dice.sample(LAST, self.dice.randint(2, 5))
        firsts = self.dice.sample(FIRST, len(surnames))
        for first, last in zip(firsts, surnames, strict=True):
            self._child(session, f"{first} {last}")
        for position, child in enumerate(self.made.children):
            self._item(session, child, position)

    def _person(self, session: Session, name: str) -> int:
        person = self._add(session, PersonOfConcern(label=name))
        phone, mark = f"07700900{self.dice.randint(100, 999)}", f"AB{self.dice.randint(10, 99)} XYZ"
        handle = f"{name.split()[0].lower()}.{self.dice.randint(10, 99)}_x"
        self._add(session, Phone(label=phone, digits=phone))
        self._add(session, Vehicle(label=mark, registration=mark.replace(" ", "")))
        self._add(session, OnlineAccount(label=handle, handle=handle))
        alias = f"Big {name.split()[-1][:5]}ey"
        session.add(Alias(subject_id=person, name=alias, kind="alias"))
        self.made.persons[person] = [name, alias]
        self.made.identifiers += [phone, mark, handle]
        return person

    def _child(self, session: Session, name: str) -> None:
        number = f"LCS{self.dice.randint(100000, 999999)}"
        child = self._add(
            session,
            Child(label=name, system_id=number, lead_name="Kian Baines", nhs_number="943 476 5919"),
        )
        self.made.children[child] = name
        self.made.system_ids[child] = number
        for person in self.persons:
            session.add(Link(from_id=person, to_id=child, relation="exploits"))

    def secret(self, what: str, item: int | None = None, **who: Any) -> str:
        """A text that may stand in no child's file, and that only these may read elsewhere."""
        self.count += 1
        text = f"{what} qx{self.count}z kept apart"
        self.made.secrets.append(text)
        self.made.told.append(Told(text, item, **who))
        return text

    def mention(self, child: int) -> str:
        """Somebody else, written as people write."""
        others = [name for other, name in self.made.children.items() if other != child]
        name = self.dice.choice([*others, *PERSONS])
        first, last = name.split(" ", 1)
        return self.dice.choice(
            [
                name,
                name.upper(),
                f"{last}, {first}",
                f"{last.upper()}, {first}",
                f"{first}\n{last}",
                f"{first[0]}. {last}",
                f"{name}'s",
                first if len(first) > 4 else name,
                f"{first} {last[0]}.",
                f"{first[0]}ix {last}",
                f"Sharon {last}",
                last,
                last.replace("-", " ").replace("’", ""),
                f"{first} {last[:2]}{last[3:]}" if len(last) > 6 else name,
                self.dice.choice(self.made.identifiers),
                *(number for other, number in self.made.system_ids.items() if other != child),
            ]
        )

    def said(self, child: int, words: str) -> str:
        """A sentence that names somebody else in its midst."""
        first = self.made.children[child].split()[0]
        named = self.mention(child)
        self.made.mentions.setdefault(child, []).append(named.removesuffix("'s"))
        return f"{first} {words} with {named} and others near the school"

    def _item(self, session: Session, child: int, position: int) -> None:
        meeting = self.made.meeting_id
        item = self._add(
            session,
            AgendaItem(
                meeting_id=meeting,
                section="V",
                position=position,
                subject_id=child,
                state="discussed",
                reason=self.said(child, "was seen"),
            ),
        )
        session.get_one(AgendaItem, item).ask = self.secret("ask", item)
        self.made.items[child] = item
        session.add(
            Discussion(
                item_id=item,
                presentation=self.secret("presentation", item),
                analysis=self.secret("analysis", item),
                parents_view=self.secret("view", item),
                communications_line=self.secret("line", item),
                voice=self.said(child, "says they go"),
                protective=self.said(child, "gets on"),
                for_file=self.said(child, "travels"),
            )
        )
        session.add(
            Decision(
                item_id=item,
                code="REMAIN",
                label="Remain on panel",
                rationale=self.secret("why", item),
                dissent=self.secret("dissent", item),
                review_on=date(2026, 12, 24),
            )
        )
        session.add(RiskJudgement(item_id=item, after="High", rationale=self.secret("risk", item)))
        session.add(
            Telling(
                item_id=item,
                whom="child",
                teller="Kian Baines",
                text=self.said(child, "met"),
                safe_to_write=self.dice.random() < 0.7,
            )
        )
        session.add(
            Recommendation(
                item_id=item,
                child_id=child,
                reference=f"R{item:03d}",
                text=self.said(child, "needs a plan where they are not"),
                made_on=HELD,
            )
        )
        self._lines(session, child, item)
        self._actions(session, child, item)
        self._measures(session, item)

    def _lines(self, session: Session, child: int, item: int) -> None:
        for sharing in ("all panel", "named agencies", "chair only", "not minuted"):
            for information in ("fact", "intelligence"):
                session.add(
                    InformationLine(
                        origin="room",
                        meeting_id=self.made.meeting_id,
                        item_id=item,
                        subject_id=child,
                        agency_id=self.agencies[0],
                        text=self.secret(
                            f"{sharing} {information}",
                            item,
                            sharing=sharing,
                            agencies=(self.agencies[0],),
                        ),
                        information=information,
                        sharing=sharing,
                        shared_with=(self.agencies[0],) if sharing == "named agencies" else (),
                        to_submit=self.dice.random() < 0.3,
                    )
                )

    def _actions(self, session: Session, child: int, item: int) -> None:
        other = self.dice.choice([one for one in self.made.children if one != child])
        own = (self.agencies[1],)
        wanted = (
            ("support", "all panel", self.said(child, "to be met")),
            ("intelligence", "all panel", self.secret("submit", item, tactic=True)),
            ("disrupt person", "all panel", self.secret("visit", item, tactic=True)),
            (
                "support",
                "named agencies",
                self.secret("named", item, sharing="named agencies", agencies=own),
            ),
            ("support", "not minuted", self.secret("unminuted", item, sharing="not minuted")),
            ("support", "all panel", f"Serve a CAWN {self.secret('serve', item, tactic=True)}"),
            (
                "support",
                "all panel",
                f"Tell {self.dice.choice(PERSONS)} {self.secret('tell', item)}",
            ),
        )
        for number, (kind, sharing, text) in enumerate(wanted):
            session.add(
                Action(
                    reference=f"A{item:02d}{number}",
                    item_id=item,
                    meeting_id=self.made.meeting_id,
                    subject_id=child,
                    kind=kind,
                    text=text,
                    sharing=sharing,
                    agency_id=self.agencies[1],
                    owner_name="Sam Lee",
                )
            )
        shared = self._add(
            session,
            Action(
                reference=f"A{item:02d}9",
                item_id=item,
                meeting_id=self.made.meeting_id,
                subject_id=child,
                text=self.secret("about both", item),
                agency_id=self.agencies[1],
            ),
        )
        session.add(ActionSubject(action_id=shared, subject_id=other))
        session.add(
            ActionSubject(action_id=shared, subject_id=child, part_text="Meet at school weekly")
        )

    def _measures(self, session: Session, item: int) -> None:
        person, name = self.dice.choice(list(self.persons.items()))
        plan = self._add(session, DisruptionPlan(reference=f"D{item:03d}", subject_id=person))
        for measure in MEASURES:
            session.add(
                Measure(plan_id=plan, item_id=item, subject_id=person, name=measure, against=name)
            )
            self.made.tactics.append(measure)
