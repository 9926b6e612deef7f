"""Which child, person or place a line speaks of."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from models.marks import SubjectKind
from models.rules.capture.field_words import field_words, short_words
from models.rules.capture.misspelt import nearly
from models.rules.capture.people import CAREFUL
from models.rules.capture.phrases import Found, Phrasebook, tokens_of
from models.rules.capture.refs import PersonRef, SubjectRef
from models.rules.dates.vocabulary import MONTH, WEEKDAY
from models.rules.names import parse_name, plain

PEOPLE = (SubjectKind.CHILD, SubjectKind.PERSON)
GENERIC = frozenset({
    "street", "road", "avenue", "lane", "close", "court", "house", "hotel", "shop", "station",
    "school", "centre", "garage", "block", "retail", "park", "corner", "market", "square",
    "place", "bridge", "north", "south", "east", "west", "the", "and", "near", "behind",
    "outside", "children", "home", "town", "city", "river", "green", "group", "theme", "family",
    "people", "young", "person", "missing", "placement", "area", "boys", "girls", "lads", "crew",
    "gang", "from", "with", "into", "online", "travel", "evening", "night", "morning",
    "afternoon", "weekend", "vape", "vapes", "taxi", "kebab", "takeaway", "cafe", "arcade",
    "library",
    "gardens", "flats", "hostel", "store", "supermarket", "office", "unit", "field", "playground",
})  # fmt: skip
# "JordanaTully" as it stands on record: a first name and a surname; "McAllister" is one name.
TOGETHER = re.compile(r"^([A-Z][a-z]{3,})(?=[A-Z][a-z]{3,}$)(?<!Fitz)")
BLOCK = re.compile(r"\bgarage\s+(?:block|site|court)s?\b|\bgarages\b", re.IGNORECASE)
PAPERS = frozenset(
    {"the", "new", "full", "current", "updated", "latest", "his", "her", "their", "an"}
)
ABOUT = re.compile(
    r"(?:about|re|regarding|against|concerning|around)[:\s]+(?:the\s+)?$", re.IGNORECASE
)
# "Skatepark Fri and Sat": a day goes on with no name.
SERVES = re.compile(r"\s+(?P<words>[a-z]+(?:\s+[a-z]+){0,2})")
NAME_GOES_ON = re.compile(rf"\s+(?!(?i:{WEEKDAY}|{MONTH})s?\b)(?P<word>[A-Z][a-z]{{2,}})\b")
ON = re.compile(r"\bon\s+(?:the\s+)?$", re.IGNORECASE)


@dataclass(frozen=True)
class SubjectsRead:
    """Whom the line is about, all it names, and what was in doubt.

    `named` where the line itself names its subject; `guesses` are words taken as the one of several
    that is on the agenda.
    """

    subject: SubjectRef | None
    found: tuple[tuple[SubjectRef, str], ...]
    warnings: tuple[str, ...]
    named: bool
    guesses: frozenset[str] = frozenset()

    @property
    def sure(self) -> bool:
        """True where the subject is named in words that can mean no other."""
        guessed = any(one == self.subject and raw in self.guesses for one, raw in self.found)
        return self.named and not guessed


class Room(Protocol):
    """What finding a subject asks of the room: the item's own, and what all are called."""

    @property
    def subject(self) -> SubjectRef | None: ...
    @property
    def subject_names(self) -> Phrasebook[SubjectRef]: ...
    @property
    def names(self) -> Phrasebook[PersonRef]: ...


@dataclass(frozen=True)
class Names:
    """A room as finding a subject sees it, with other subjects or another item than the line's."""

    names: Phrasebook[PersonRef]
    subject_names: Phrasebook[SubjectRef]
    subject: SubjectRef | None = None


def subject_book(subjects: Iterable[SubjectRef]) -> Phrasebook[SubjectRef]:
    """Subjects by every way to name them; a part of a place's name only if no other shares it."""
    subjects = tuple(dict.fromkeys(subjects))
    derived = {s: frozenset(_place_parts(s)) for s in subjects if s.kind not in PEOPLE}
    bearers: dict[str, list[SubjectRef]] = {}
    for one, names in derived.items():
        for name in names:
            bearers.setdefault(name, []).append(one)
    pairs = [(name, subject) for subject in subjects for name in _names(subject)]
    pairs += [(name, meant) for name, of in bearers.items() for meant in _bearer(of)]
    brief = frozenset(
        name.lower() for s in subjects for name in (*s.aliases, s.ref) if len(name) == 2
    )
    # Letters of the field that are also names: "told MASH" names no Lee Mash, "CP" no Carl Price.
    letters = field_words("letters") | field_words("told")
    return Phrasebook(pairs, CAREFUL, letters, short_words(), brief=brief)


def _bearer(subjects: list[SubjectRef]) -> list[SubjectRef]:
    """Whom a part of a name means: the only one who has it, or the place that groups go by."""
    places = [one for one in subjects if one.kind is SubjectKind.PLACE]
    groups = [one for one in subjects if one.kind is SubjectKind.GROUP]
    if len(places) == 1 and len(places) + len(groups) == len(subjects):
        return places
    return subjects if len(subjects) == 1 else []


def _names(subject: SubjectRef) -> Iterator[str]:
    yield from (subject.name, subject.ref, subject.system_id)
    for alias in subject.aliases:
        yield from (alias, *filter(None, re.split(r"[\s\"“”]*[/;,\"“”]+[\s\"“”]*", alias)))
    if subject.kind not in PEOPLE:
        yield subject.name.replace(" ", "")
        return
    name = parse_name(TOGETHER.sub(r"\1 ", subject.name))
    if len(name.surname) < 2:  # "Danny T" goes by both words alone: "T" is any letter
        yield from (name.full, name.known_as, *name.first[:1])
        return
    yield from (name.full, name.surname, name.known_as)
    if name.first:
        first = name.first[0]
        yield from (first, f"{first} {name.surname}", f"{name.surname} {first}")
        yield f"{first[0]} {name.surname}"
        yield f"{first} {name.surname[0]}"
        letters = [word[0] for word in (*name.first, *name.surname.split())]
        yield from ("".join(letters), " ".join(letters))


def _place_parts(subject: SubjectRef) -> Iterator[str]:
    if subject.kind is SubjectKind.THEME:
        return  # a theme's words are those of any sentence: it goes by its whole name
    words = [token.word for token in tokens_of(subject.name)]
    if BLOCK.search(subject.name):
        yield "garages"  # a block of them is called so
    for first in range(len(words)):
        for last in range(first + 1, len(words) + 1):
            run = words[first:last]
            telling = [word for word in run if len(word) > 3 and word not in GENERIC]
            if telling or (len(run) > 1 and not set(run) & {"the", "and", "of", "from"}):
                yield " ".join(run)


def read_subjects(text: str, room: Room, *, told: bool = False) -> SubjectsRead:
    """The subject a line is about: named with "about" or "on", else first named, else the item's.

    What is told (`told`: a note, an update) is about the item's subject unless it says "about".
    """
    named: list[tuple[Found[SubjectRef], SubjectRef]] = []
    warnings, guesses = [], set[str]()
    known = room.subject_names.all_in(text)
    if not told:
        known = (*known, *nearly(text, known, room.subject_names))
    for found in sorted(known, key=lambda one: one.start):
        if _is_paper(found, text) or is_service(found, text) or _goes_on(found, text):
            continue
        if _is_colleague(found, text, room):
            continue
        subject = _one_of(found.items, room.subject)
        tonight = None if subject else _of_tonight(found.items) or _likely_one(found.items)
        if tonight:
            warnings.append(_taken(found, tonight))
            guesses.add(found.raw)
        meant = subject or tonight
        if meant and found.raw.lower() not in room.subject_names:
            warnings.append(f"“{found.raw}” taken as {meant.name}: check.")
            guesses.add(found.raw)
        if meant:
            named.append((found, meant))
        else:
            warnings.append(_in_doubt(found))
    chosen = _introduced(named, text, ABOUT)
    if not chosen and (not told or room.subject is None):
        chosen = _introduced(named, text, ON) or (named[0][1] if named else None)
    pairs = tuple((subject, found.raw) for found, subject in named)
    return SubjectsRead(
        chosen or room.subject, pairs, tuple(warnings), bool(chosen), frozenset(guesses)
    )


def named_alike(raw: str, room: Room) -> bool:
    """True where the words that name someone of the panel name a subject as well."""
    return raw in room.subject_names


def _is_colleague(found: Found[SubjectRef], text: str, room: Room) -> bool:
    """A word that also names someone of the panel is theirs, unless the line says "about"."""
    single = found.last - found.first == 1
    return single and found.raw in room.names and not ABOUT.search(text[: found.start])


def _is_paper(found: Found[SubjectRef], text: str) -> bool:
    """ "Complete RA", "RA with young person": a paper's letters, not somebody's initials."""
    if found.raw.lower() not in field_words("paper letters"):
        return False
    before, after = text[: found.start].split(), text[found.end :].split()
    done = bool(before) and before[-1].lower() in field_words("deed") | PAPERS
    return done or bool(after) and after[0].lower() in ("with", "w", "w/", "form", "score", "tool")


def is_letters(found: Found[SubjectRef]) -> bool:
    """ "Mash": a name that is letters of the field as well."""
    return found.raw.lower() in field_words("letters") | field_words("told")


def is_service(found: Found[SubjectRef], text: str) -> bool:
    """ "Mash referral for Leon", "Mash to screen": the service, of whose letters a name is made."""
    after = SERVES.match(text[found.end :]) if is_letters(found) else None
    if after is None:
        return False
    first, second, third = (*after["words"].lower().split(), "", "")[:3]
    if first == "to" and second != "be":
        return bool(second)
    return (third if first == "to" else first) in field_words("of a service")


def _goes_on(found: Found[SubjectRef], text: str) -> bool:
    """ "Quayside Lodge" is not the Travel Inn, Quayside: a part of a place's name in another's."""
    place = found.items[0]
    whole = {plain(name) for name in (place.name, *place.aliases, place.ref)}
    if place.kind in PEOPLE or found.last - found.first > 1 or plain(found.raw) in whole:
        return False
    after = NAME_GOES_ON.match(text[found.end :])
    return after is not None and plain(after["word"]) not in plain(place.name).split()


def _one_of(items: tuple[SubjectRef, ...], own: SubjectRef | None) -> SubjectRef | None:
    if len(items) == 1:
        return items[0]
    return own if own in items else None


def _of_tonight(items: tuple[SubjectRef, ...]) -> SubjectRef | None:
    """The only one of several that has an item tonight."""
    listed = [one for one in items if one.ref]
    return listed[0] if len(listed) == 1 else None


def _likely_one(items: tuple[SubjectRef, ...]) -> SubjectRef | None:
    """The first on record of those that are likely one person: of one nickname, a letter apart."""
    from rapidfuzz.distance import OSA

    first, *others = items
    alike = all(
        one.kind is SubjectKind.PERSON
        and set(one.aliases) & set(first.aliases)
        and OSA.distance(plain(one.name), plain(first.name), score_cutoff=2) <= 2
        for one in others
    )
    return first if alike and first.kind is SubjectKind.PERSON else None


def _taken(found: Found[SubjectRef], subject: SubjectRef) -> str:
    others = ", ".join(one.name for one in found.items if one != subject)
    ref = f" ({subject.ref})" if subject.ref else ""
    return f"“{found.raw}” taken as {subject.name}{ref}, not {others}: check."


def _in_doubt(found: Found[SubjectRef]) -> str:
    names = ", ".join(subject.name for subject in found.items)
    return f"“{found.raw}” may be any of these: {names}."


def _introduced(
    named: list[tuple[Found[SubjectRef], SubjectRef]], text: str, words: re.Pattern[str]
) -> SubjectRef | None:
    for found, subject in named:
        if words.search(text[: found.start]):
            return subject
    return None
