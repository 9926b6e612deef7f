"""Names learned in a return interview that are on no record: told, and added with their link."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from models.entities import Alias, MissingEpisode, ReturnInterview, Subject
from models.errors import Refusal
from models.intake.understanding.associates import Person
from models.intake.understanding.prose_people import people_told
from models.intake.understanding.prose_places import places_told
from models.marks import Information, Sharing, SubjectKind
from models.queries.concern import review_proposed
from models.queries.knowable import all_records_of, check_knowable, knowable
from models.records.learned import LearnedName
from models.rules.day_words import short
from models.services.register.adding import put_child, put_person, put_place
from models.services.register.links import new_link
from models.services.signed_in import Service

PERSON, CHILD, PLACE = (
    SubjectKind.PERSON.value, SubjectKind.CHILD.value, SubjectKind.PLACE.value,
)  # fmt: skip
RELATIONS = {PERSON: "associates", CHILD: "associates", PLACE: "frequents"}
LEARNED = (
    ReturnInterview.learned, ReturnInterview.pull_factors, ReturnInterview.push_factors,
    ReturnInterview.harm,
)  # fmt: skip
OPENS = re.compile(
    r"(?:also|been|goes|had|has|he|hid|knows|left|lives|met|named|said|saw|she|slept|stayed|"
    r"they|told|was|went|with)\s+",
    re.IGNORECASE,
)
"""A word with a capital because a sentence begins with it, and no part of a name."""
GONE = "There is no such missing episode."


class Learned(Service):
    """What a person makes of the names that a child told."""

    def names_learned(self, episode_id: int) -> tuple[LearnedName, ...]:
        """Whom and where the return interview of an episode names that is on no record yet.

        People are told where the words around the name say that they may be a danger.
        """
        with self._store.reading() as session:
            episode = session.get(MissingEpisode, episode_id)
            if episode is None:
                return ()
            reader = self._reader(session)
            check_knowable(session, reader, episode.child_id)
            texts = _texts(session, episode_id)
            own = session.get_one(Subject, episode.child_id).label
            found = list(_told(texts, self._today.year, own))
            known = _on_record(session, knowable(reader), [one.name for one in found])
            return tuple(one for one in found if one.name.casefold() not in known)

    def add_learned(self, episode_id: int, name: str, kind: str) -> int:
        """A record of what was learned, linked with the child as suspected, as one step."""
        self._check("add_record")
        self._check("add_link")
        if kind not in RELATIONS:
            raise Refusal("Say whether it is a person, a child or a place.", "kind")
        with self._store.work("add_learned", "Add what was learned, with its link") as session:
            episode = session.get(MissingEpisode, episode_id)
            if episode is None:
                raise Refusal(GONE)
            child = all_records_of(session, episode.child_id)[0]
            source = _source(episode)
            made = _put(session, self._today, name, kind, source)
            new_link(
                session, child, RELATIONS[kind], made, self._today, confidence="suspected",
                source=source, sharing=Sharing.ALL_PANEL.value,
                information=Information.NOT_STATED.value,
            )  # fmt: skip
            return made


def _put(session: Session, today: date, name: str, kind: str, source: str) -> int:
    if kind == PLACE:
        return put_place(session, name, (), {})
    if kind == CHILD:
        return put_child(session, today, name, {}).id
    stands = {"source": source, "review_on": review_proposed(session, today)}
    return put_person(session, today, name, None, (), stands)


def _source(episode: MissingEpisode) -> str:
    when = episode.reported_at
    return f"Return home interview{f', missing on {short(when.date())}' if when else ''}"


def _texts(session: Session, episode_id: int) -> list[str]:
    rows = session.execute(select(*LEARNED).where(ReturnInterview.episode_id == episode_id))
    return [text for row in rows for text in row if text]


def _told(texts: Iterable[str], year: int, own: str) -> Iterator[LearnedName]:
    words, seen = frozenset(own.split()), set[str]()
    for text in texts:
        people = [_name(one) for one in people_told(text, year, words)]
        for name, kinds in (
            *((one, (PERSON, CHILD)) for one in people),
            *((one, (PLACE,)) for one in places_told(text)),
        ):
            if name.casefold() not in seen:
                seen.add(name.casefold())
                yield LearnedName(name, kinds)


def _name(one: Person) -> str:
    said = str(one["name"] or one["alias"])
    opens = OPENS.match(said)
    return said[opens.end() :] if opens else said


def _on_record(session: Session, readable: ColumnElement[bool], names: list[str]) -> set[str]:
    """Of these names, in small letters, those of records that the reader may know of."""
    wanted = [one.casefold() for one in names]
    labels = select(func.lower(Subject.label)).where(
        func.lower(Subject.label).in_(wanted), readable
    )
    others = (
        select(func.lower(Alias.name))
        .join(Subject, Subject.id == Alias.subject_id)
        .where(func.lower(Alias.name).in_(wanted), readable)
    )
    return {*session.scalars(labels), *session.scalars(others)}
