"""The last net on a document's free text: other people become pseudonyms, doubts are marked."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from exports.redaction.found import Finding, Hit, Sure, settled
from exports.redaction.index import Index, name_words
from exports.redaction.numbers import numbers
from exports.redaction.other_names import ANOTHER_NAME, without
from exports.redaction.people import NOBODY, people, side_by_side
from exports.redaction.reading import Reading, Spared
from exports.redaction.words import fold, words_of
from models.records.documents import KnownName
from models.remembering import remembered
from models.rules.capture.phrases import Phrasebook

__all__ = ["Finding", "Net", "index_of"]

THINGS = {
    "vehicle": "a vehicle",
    "phone": "a phone number",
    "online_account": "an online account",
    "place": "an address",
    "group": "a group",
}
WITHHELD = "‹withheld›"
OPENS = re.compile(r"(?:^|[.!?]\s+|\n)[“\"‘(]*$")
ENDED = re.compile(r"[”\"’)\s]*(?:\Z|\n|\s[A-Z“\"])")
SENTENCE_ENDS = re.compile(r"[.!?;:]\s|\n")


@remembered(2)
def index_of(names: tuple[KnownName, ...]) -> Index:
    """An index of names on record, made once for all documents of an issue."""
    return Index(names)


class Net:
    """The net of one document: the same person has the same pseudonym throughout it.

    `names` are those to be hidden, of those in the index (all where None); what the index holds
    beside them is the child's own and stays. `own` are the child's own names, `professionals` may
    stand by full name, `allowed` are texts whose words are no names of people, `tactics` names of
    measures. `called` says by subject what stands for a person of concern, in place of a number.
    A document that nobody confirms (`confirmed_by_nobody`) has aliases replaced and not marked.
    """

    def __init__(
        self,
        index: Index,
        names: Iterable[KnownName] | None = None,
        *,
        own: Iterable[str] = (),
        professionals: Iterable[str] = (),
        allowed: Iterable[str] = (),
        tactics: Iterable[str] = (),
        called: Mapping[int, str] | None = None,
        confirmed_by_nobody: bool = False,
    ) -> None:
        self.findings: list[Finding] = []
        self._index = index
        self._spared = _spared(_own(index, names), own, professionals, allowed)
        self._tactics = _book(tuple(tactics))
        self._called = called or {}
        self._confirmed_by_nobody = confirmed_by_nobody
        self.spoken_of: set[int] = set()
        self._here: set[int] = set()
        self._sentence: dict[int, Hit] = {}
        self._doubted: dict[str, Hit] = {}
        self._letters: dict[int, str] = {}
        self._numbers: dict[int, int] = {}

    def clean(self, text: str, where: str = "", *, marks: bool = True) -> str:
        """The text as it may leave; what was done is added to the findings.

        Doubtful words stand as ‹word?›; with `marks` off they stand as they are.
        """
        if not text or not text.strip():
            return text
        pieces, people_shown, before = [], set[str](), 0
        self._here, self._sentence = set(), {}
        for hit in self.hits(text):
            if SENTENCE_ENDS.search(text, before, hit.start):
                self._sentence = {}
            one = self._known_here(hit)
            if not (one.replaced or marks):
                continue
            done = "replaced" if one.replaced else "to confirm"
            self.findings.append(Finding(one.kind, done, one.sure.value, where))
            raw = text[one.start : one.end]
            if not one.replaced:
                self._doubted.setdefault(raw, one)
            shown = self._shown(_of_that_name(one, raw)) if one.replaced else _mark(raw)
            if one.replaced and OPENS.search(text, 0, one.start):
                shown = shown[:1].upper() + shown[1:]
            pieces += [text[before : one.start], shown, *_kept_of(one, raw, text, shown)]
            if one.replaced:
                people_shown.add(shown)
            before = one.end
        cleaned = "".join((*pieces, text[before:]))
        return (
            without(cleaned, people_shown - {ANOTHER_NAME}) if ANOTHER_NAME in pieces else cleaned
        )

    def clean_quietly(self, text: str) -> str:
        """The text as it may leave, with no word marked."""
        return self.clean(text, marks=False)

    def settled(self) -> dict[str, str]:
        """What stands for each mark once a person has read the document and confirmed it.

        A name or initials that somebody on record goes by become that person's pseudonym, and so
        does part of the name of whoever the document calls by a pseudonym; other words stay as
        they are.
        """
        return {_mark(raw): self._once_read(raw, one) for raw, one in self._doubted.items()}

    def _once_read(self, raw: str, one: Hit) -> str:
        if one.sure is Sure.ALIAS and one.names:
            return self._by_itself(one)
        here = self._of_those_here(one) if one.sure is Sure.PART else NOBODY
        return self._by_itself(replace(one, names=here)) if here else raw

    def _by_itself(self, one: Hit) -> str:
        self._sentence = {}
        return self._shown(one)

    def hits(self, text: str) -> list[Hit]:
        """Every place in a text that means, or may mean, somebody or something on record."""
        words = words_of(text)
        found = numbers(text, words, self._index, self._spared.hidden)
        found += people(Reading(text, words, self._index, self._spared))
        found += [
            Hit(one.start, one.end, "tactic", Sure.EXACT, True)
            for one in self._tactics.all_in(text)
        ]
        return side_by_side(_merged(text, settled(found)))

    def _known_here(self, one: Hit) -> Hit:
        """Part of a name is no longer in doubt once the document has spoken of who bears it.

        Nor is another name of somebody of whom this sentence speaks.
        """
        here = frozenset(name for name in one.names if name.subject_id in self._sentence)
        if one.sure is Sure.ALIAS and one.by_alias and here:
            return replace(one, replaced=True, names=here)
        if self._confirmed_by_nobody and one.sure is Sure.ALIAS and one.by_alias:
            return replace(one, replaced=True)
        if one.replaced or one.sure is not Sure.PART:
            return one
        names = self._of_those_here(one)
        return replace(one, replaced=True, names=names) if names else one

    def _of_those_here(self, one: Hit) -> frozenset[KnownName]:
        """Whom a part of a name means, of those whom the document calls by a pseudonym."""
        spoken = self._letters.keys() | self._numbers.keys() | self.spoken_of
        return frozenset(name for name in one.names if name.subject_id in spoken)

    def names_a_tactic(self, text: str) -> bool:
        """Whether a text names a measure or a person of concern."""
        for one in self.hits(text):
            if one.kind == "tactic":
                return True
            persons = one.kind == "person_of_concern"
            if persons and (one.replaced or one.sure is Sure.ALIAS and len(one.names) == 1):
                return True
        return False

    def left_out(self, kind: str, where: str) -> None:
        """Write down that something does not stand in the document at all."""
        self.findings.append(Finding(kind, "left out", Sure.EXACT.value, where))

    def doubt_words(self, raw: str, kind: str, where: str) -> str:
        """Mark words that a person must look at before the document is confirmed; they stay."""
        self.findings.append(Finding(kind, "to confirm", Sure.UNKNOWN.value, where))
        self._doubted.setdefault(raw, Hit(0, len(raw), kind, Sure.UNKNOWN, False))
        return _mark(raw)

    def _shown(self, one: Hit) -> str:
        if one.kind == "tactic":
            return WITHHELD
        if one.kind in THINGS:
            return THINGS[one.kind]
        subject = self._subject(one.names, one.kind)
        if one.kind == "person_of_concern":
            return self._person(one, subject)
        relative = "a relative of " if one.kind == "family" else ""
        return f"{relative}{self.young_person(subject)}"

    def young_person(self, subject_id: int) -> str:
        """What stands for a child throughout the document."""
        letter = self._letters.setdefault(subject_id, _letter(len(self._letters)))
        return f"another young person {letter}"

    def _person(self, one: Hit, subject: int) -> str:
        """A person of concern; another name for one just spoken of is no more than that."""
        texts = {name.text for name in one.names if name.subject_id == subject}
        self._here.add(subject)
        self.spoken_of.add(subject)
        first = self._sentence.setdefault(subject, one)
        said = {name.text for name in first.names}
        if said.isdisjoint(texts) and (one.by_alias or not first.by_alias):
            return ANOTHER_NAME
        if subject not in self._called:
            return f"Person {self._numbers.setdefault(subject, len(self._numbers) + 1)}"
        return self._called[subject]

    def _subject(self, names: frozenset[KnownName], kind: str) -> int:
        """Whom a name means: somebody already spoken of before anybody else."""
        fitting = {one.subject_id for one in names if one.kind == kind}
        ids = sorted(fitting or {one.subject_id for one in names})
        persons = self._numbers.keys() | self.spoken_of
        spoken = persons if kind == "person_of_concern" else self._letters.keys()
        found = (one for known in (self._here, spoken) for one in ids if one in known)
        return next(found, ids[0])


def _of_that_name(one: Hit, raw: str) -> Hit:
    """A hit on several who are called alike, as one on who is called exactly so."""
    exact = frozenset(name for name in one.names if fold(name.text) == fold(raw))
    return replace(one, names=exact) if exact else one


def _kept_of(one: Hit, raw: str, text: str, shown: str) -> Iterator[str]:
    """What goes with a name and is no part of it: "Cutlers car" is Cutler's, a stop ends a line."""
    if not one.replaced:
        return
    last = raw.rstrip(".").split()[-1] if raw.strip(". ") else ""
    plural = last[-1:] == "s" and last[:1].isupper() and not _spelt(one, last)
    if plural and _spelt(one, last[:-1]) and one.kind not in THINGS:
        yield "’s"
    after = text[one.end :]
    if raw.endswith(".") and not shown.endswith(".") and ENDED.match(after):
        yield "."


def _spelt(one: Hit, word: str) -> bool:
    """Whether a word is written so in one of the names meant."""
    return any(fold(word) in name_words(name.text) for name in one.names)


def _mark(raw: str) -> str:
    return f"‹{raw}?›"


def _own(index: Index, names: Iterable[KnownName] | None) -> frozenset[KnownName]:
    if names is None:
        return NOBODY
    # Of tens of thousands all but a few are hidden: only those few are compared by what they say.
    everyone = tuple(names)
    there = set(map(id, everyone))
    rest = [one for one in index.known if id(one) not in there]
    texts = {one.text for one in rest}
    hidden = {(one.subject_id, one.text) for one in everyone if one.text in texts}
    return frozenset(one for one in rest if (one.subject_id, one.text) not in hidden)


def _spared(
    hidden: frozenset[KnownName],
    own: Iterable[str],
    professionals: Iterable[str],
    allowed: Iterable[str],
) -> Spared:
    mine = [name_words(text) for text in own]
    full = [name_words(text) for text in professionals]
    shown = {one for words in full for one in (words, words[::-1]) if len(words) > 1}
    initials = {"".join(word[0] for word in words) for words in mine}
    return Spared(
        hidden,
        frozenset({word for words in mine for word in words} | initials),
        frozenset(shown),
        frozenset(word for words in full for word in words),
        frozenset(word.text for text in allowed for word in words_of(text)),
    )


@remembered(8)
def _book(tactics: tuple[str, ...]) -> Phrasebook[str]:
    careful = frozenset(one.lower() for one in tactics if one.isupper())
    return Phrasebook(((one, one) for one in tactics), careful)


def _merged(text: str, hits: list[Hit]) -> list[Hit]:
    """Neighbouring hits on one person as one: first name here, surname there."""
    merged: list[Hit] = []
    for one in hits:
        before = merged[-1] if merged else None
        shared = before.names & one.names if before else NOBODY
        if before and _is_short_for(text, before, one):
            merged[-1] = replace(one, start=before.start)
            continue
        if before and shared and before.replaced and one.replaced and _beside(text, before, one):
            merged[-1] = Hit(before.start, one.end, before.kind, before.sure, True, shared)
        else:
            merged.append(one)
    return merged


def _is_short_for(text: str, short: Hit, one: Hit) -> bool:
    """Whether what somebody goes by stands right before the name that is theirs."""
    ids = {name.subject_id for name in short.names} & {name.subject_id for name in one.names}
    return bool(ids) and not short.replaced and one.replaced and text[short.end : one.start] == " "


def _beside(text: str, one: Hit, other: Hit) -> bool:
    between = text[one.end : other.start].strip(" \n\t.'\"“”‘’()")
    return len(between) <= 12 and (not between or between.isalpha() and between[0].isupper())


def _letter(number: int) -> str:
    """A, B, … Z, AA, AB."""
    first, last = divmod(number, 26)
    return (_letter(first - 1) if first else "") + chr(ord("A") + last)
