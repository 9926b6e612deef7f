"""Names learned in a return interview that are on no record: told, and added with their link."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.entities import Child, MentionAnswer, MissingEpisode, ReturnInterview
from models.errors import Refusal
from models.intake.understanding.told_names import told_names
from models.intake.understanding.wording import straight
from models.marks import Information, Sharing, SubjectKind
from models.matching.near_mentions import Near
from models.queries.concern import review_proposed
from models.queries.everybody import people_at_work
from models.queries.free_texts import free_texts
from models.queries.knowable import all_records_of, check_knowable, leads
from models.queries.names_known import first_names, names_known, names_nearly
from models.records.learned import LearnedName, Told
from models.records.mentions import FreeText, Named
from models.records.reader import Reader
from models.rules.day_words import short
from models.rules.mentions import around, quoted
from models.rules.names import plain
from models.services.register.adding import put_child, put_person, put_place
from models.services.register.adding_things import put_phone, put_told_account, put_vehicle
from models.services.register.links import new_link
from models.services.signed_in import Service

PERSON, CHILD, PLACE, VEHICLE, PHONE, ACCOUNT = (
    SubjectKind.PERSON.value, SubjectKind.CHILD.value, SubjectKind.PLACE.value,
    SubjectKind.VEHICLE.value, SubjectKind.PHONE.value, SubjectKind.ACCOUNT.value,
)  # fmt: skip
RELATIONS = {
    PERSON: "associates", CHILD: "associates", PLACE: "frequents", VEHICLE: "seen in vehicle",
    PHONE: "in contact", ACCOUNT: "in contact",
}  # fmt: skip
WHOM = {PERSON: (PERSON, CHILD)}
"""What a name may be added as where it may be more than one kind of record."""
GONE = "There is no such missing episode."


class Learned(Service):
    """What a person makes of the names that a child told."""

    def names_learned(self, episode_id: int) -> tuple[LearnedName, ...]:
        """Whom, where and what an episode and its interview name that is on no record yet.

        People, places, vehicles, telephones and accounts, in the order of the texts; a name that
        waits as a mention of somebody on record, or was answered as one, is not among them.
        """
        with self._store.reading() as session:
            episode = session.get(MissingEpisode, episode_id)
            if episode is None:
                return ()
            reader = self._reader(session)
            check_knowable(session, reader, episode.child_id)
            first: dict[str, LearnedName] = {}
            for one in _learned(session, reader, episode):
                first.setdefault(one.name.casefold(), one)
            return tuple(first.values())

    def add_learned(self, episode_id: int, name: str, kind: str) -> int:
        """A record of what was learned, linked with the child as suspected, as one step.

        The link has the day of the interview and says that it comes from there.
        """
        self._check("add_record")
        self._check("add_link")
        if kind not in RELATIONS:
            raise Refusal("Say whether it is a person, a child, a place or a thing.", "kind")
        with self._store.work("add_learned", "Add what was learned, with its link") as session:
            episode = session.get(MissingEpisode, episode_id)
            if episode is None:
                raise Refusal(GONE)
            child = all_records_of(session, episode.child_id)[0]
            told = [one for one in _learned(session, self._reader(session), episode)
                    if one.name == name and kind in one.kinds]  # fmt: skip
            if not told:
                raise Refusal("The interview no longer names this.", "name")
            source, day = _source(episode), told[0].day
            made = _put(session, self._today, told[0], kind, source)
            new_link(
                session, child, RELATIONS[kind], made, self._today, confidence="suspected",
                source=source, source_date=day,
                sharing=Sharing.ALL_PANEL.value, information=Information.NOT_STATED.value,
            )  # fmt: skip
            return made


def _put(session: Session, today: date, one: LearnedName, kind: str, source: str) -> int:
    also = (one.also,) if one.also else ()
    if kind == PLACE:
        return put_place(session, one.name, (), {})
    if kind == VEHICLE:
        return put_vehicle(session, one.name, {})
    if kind == PHONE:
        return put_phone(session, one.name, {})
    if kind == ACCOUNT:
        return put_told_account(session, one.name, {})
    if kind == CHILD:
        return put_child(session, today, one.name, {"aliases": also}).id
    stands = {"source": source, "source_date": one.day,
              "review_on": review_proposed(session, today)}  # fmt: skip
    return put_person(session, today, one.name, None, also, stands)


def _source(episode: MissingEpisode) -> str:
    when = episode.reported_at
    return f"Return home interview{f', missing on {short(when.date())}' if when else ''}"


def _learned(session: Session, reader: Reader, episode: MissingEpisode) -> Iterator[LearnedName]:
    """Every new name of the episode's texts; one that stands in several comes with each."""
    child, own = episode.child_id, session.get_one(Child, episode.child_id)
    year, at_work = reader.today.year, people_at_work(session)
    beside = {plain(one).partition(" ")[0] for one in (own.lead_name, own.iro_or_cp_chair) if one}
    for text in _texts(session, reader, episode):
        words = straight(text.text)
        known = [*_known(session, reader, text, words, child)]
        for one in told_names(words, year, frozenset(own.label.split())):
            taken = any(one.start < end and start < one.end for start, end in known)
            if not taken and plain(one.name) not in at_work | beside:
                yield _offered(one, text, words)


def _texts(session: Session, reader: Reader, episode: MissingEpisode) -> Iterator[FreeText]:
    """What the interview tells, then the episode."""
    held = session.scalars(
        select(ReturnInterview.id).where(ReturnInterview.episode_id == episode.id)
    ).all()
    keys = {(ReturnInterview.__tablename__, one) for one in held}
    keys.add((MissingEpisode.__tablename__, episode.id))
    texts = [one for one in free_texts(session, reader, (episode.child_id,))
             if (one.about, one.about_id) in keys]  # fmt: skip
    return iter(sorted(texts, key=lambda one: one.about, reverse=True))


def _known(
    session: Session, reader: Reader, text: FreeText, words: str, child: int
) -> Iterator[tuple[int, int]]:
    """Where the words name somebody or something on record, unless a person said otherwise."""
    lead, not_meant = leads(session), _not_meant(session, text)
    found: list[Named | Near] = [
        *names_known(session, reader)(words), *names_nearly(session, reader)(words),
        *first_names(session, reader)(words, {child, lead.get(child, child)}),
    ]  # fmt: skip
    for one in found:
        if lead.get(one.subject_id, one.subject_id) not in not_meant:
            yield one.start, one.end


def _not_meant(session: Session, text: FreeText) -> set[int]:
    one = MentionAnswer
    asked = select(one.subject_id).where(
        one.about == text.about, one.about_id == text.about_id, one.meant.is_(False)
    )
    return set(session.scalars(asked))


def _offered(one: Told, text: FreeText, words: str) -> LearnedName:
    kinds = WHOM.get(one.kind, (one.kind,))
    before, written, after = around(words, one.start, one.end)
    said = quoted(before.removesuffix('"'), written, after.removeprefix('"'))
    return LearnedName(one.name, kinds, said, text.where, text.day, one.also)
