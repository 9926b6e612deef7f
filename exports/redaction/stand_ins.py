"""What stands for people and things in one document, for each the same throughout."""

from collections.abc import Collection, Iterable

from exports.redaction.codes import Codes
from exports.redaction.found import Hit
from exports.redaction.other_names import ANOTHER_NAME
from models.records.documents import KnownName

THINGS = {
    "vehicle": "a vehicle",
    "phone": "a phone number",
    "online_account": "an online account",
    "place": "an address",
    "group": "a group",
}
WITHHELD, THIS_CHILD = "‹withheld›", "this child"
ANOTHER_CHILD = "another young person"


class StandIns:
    """Who has been spoken of in a document, in this text and in this sentence, and as what.

    `codes` says what stands for a person of concern, in place of a number; `own` are the records
    of the child in whose own file the document lies, `speaks_of` those that it is about.
    """

    def __init__(
        self, codes: Codes, own: Collection[int] = (), speaks_of: Iterable[int | None] = ()
    ) -> None:
        self._codes, self._own = codes, own
        self._spoken_of = {one for one in speaks_of if one is not None}
        self._here: set[int] = set()
        self._sentence: dict[int, Hit] = {}
        self._letters: dict[int, str] = {}
        self._numbers: dict[int, int] = {}

    def begin_text(self) -> None:
        """Another text begins: nobody is spoken of in it yet."""
        self._here = set()
        self.begin_sentence()

    def begin_sentence(self) -> None:
        """Another sentence begins."""
        self._sentence = {}

    def in_this_sentence(self, names: Iterable[KnownName]) -> frozenset[KnownName]:
        """Those names whose bearers this sentence speaks of."""
        return frozenset(name for name in names if name.subject_id in self._sentence)

    def in_the_document(self, names: Iterable[KnownName]) -> frozenset[KnownName]:
        """Those names whose bearers the document calls by a pseudonym."""
        spoken = self._letters.keys() | self._numbers.keys() | self._spoken_of
        return frozenset(name for name in names if name.subject_id in spoken)

    def shown(self, one: Hit, raw: str) -> str:
        """What stands for a hit, which reads `raw`."""
        if one.kind == "tactic":
            return WITHHELD
        if one.kind in THINGS:
            return THINGS[one.kind]
        subject = self._subject(one.names, one.kind)
        if one.kind == "person_of_concern" and subject not in self._own:
            return self._coded(one, raw) if self._codes else self._person(one, subject)
        relative = "a relative of " if one.kind == "family" else ""
        return f"{relative}{self.young_person(subject)}"

    def surely(self, one: Hit, raw: str) -> int | None:
        """The person of concern whom a hit means for certain, by itself."""
        is_person = one.kind == "person_of_concern" and one.replaced
        return self._codes.surely(one, raw, ()) if is_person else None

    def young_person(self, subject_id: int) -> str:
        """What stands for a child throughout the document."""
        if subject_id in self._own:
            return THIS_CHILD
        letter = self._letters.setdefault(subject_id, _letter(len(self._letters)))
        return f"{ANOTHER_CHILD} {letter}"

    def _coded(self, one: Hit, raw: str) -> str:
        """A person of concern by code, or by initials alone where it is not sure who is meant."""
        surely = self._codes.surely(one, raw, self._here)
        if surely is not None:
            return self._person(one, surely)
        ids = [name.subject_id for name in one.names]
        if one.by_alias and any(each in self._sentence for each in ids):
            return ANOTHER_NAME
        self._spoken_of.update(ids)
        self._sentence.update(dict.fromkeys(ids, one))
        return self._codes.in_doubt(one, raw)

    def _person(self, one: Hit, subject: int) -> str:
        """A person of concern; another name for one just spoken of is no more than that."""
        texts = {name.text for name in one.names if name.subject_id == subject}
        self._here.add(subject)
        self._spoken_of.add(subject)
        first = self._sentence.setdefault(subject, one)
        said = {name.text for name in first.names}
        if said.isdisjoint(texts) and (one.by_alias or not first.by_alias):
            return ANOTHER_NAME
        if self._codes:
            return self._codes.of(subject)
        return f"Person {self._numbers.setdefault(subject, len(self._numbers) + 1)}"

    def _subject(self, names: frozenset[KnownName], kind: str) -> int:
        """Whom a name means: somebody already spoken of before anybody else."""
        fitting = {one.subject_id for one in names if one.kind == kind}
        ids = sorted(fitting or {one.subject_id for one in names})
        persons = self._numbers.keys() | self._spoken_of
        spoken = persons if kind == "person_of_concern" else self._letters.keys()
        found = (one for known in (self._here, spoken) for one in ids if one in known)
        return next(found, ids[0])


def is_stand_in(label: str) -> bool:
    """Whether what stands for a child is in the place of their name already."""
    return ANOTHER_CHILD in label.casefold()


def _letter(number: int) -> str:
    """A, B, … Z, AA, AB."""
    first, last = divmod(number, 26)
    return (_letter(first - 1) if first else "") + chr(ord("A") + last)
