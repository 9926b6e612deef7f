"""The last net on a document's free text: other people become pseudonyms, doubts are marked."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from exports.redaction.codes import Codes, of_others, with_surnames
from exports.redaction.found import Finding, Hit, Sure
from exports.redaction.index import Index, name_words
from exports.redaction.other_names import ANOTHER_NAME, without
from exports.redaction.others_whole import OthersWhole
from exports.redaction.reading import NOBODY
from exports.redaction.searching import Search
from exports.redaction.stand_ins import THINGS, StandIns
from exports.redaction.words import fold
from models.records.documents import KnownName
from models.remembering import remembered
from models.rules.masking import past_its_stop

__all__ = ["Finding", "Net", "index_of"]

OPENS = re.compile(r"(?:^|[.!?][”\"’)]*\s+|\n)[“\"‘(]*$")
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
    measures. `codes` says what stands for a person of concern, in place of a number.
    A document that nobody confirms (`confirmed_by_nobody`) has aliases replaced and not marked.
    `in_the_file_of` are the records of the child in whose own file it lies: there they are
    "this child". `speaks_of` are the records that it is about or that are linked with them, where
    nobody is asked: part of such a name alone is theirs. Whole names of `others` stand.
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
        codes: Codes | None = None,
        confirmed_by_nobody: bool = False,
        in_the_file_of: Collection[int] = (),
        speaks_of: Iterable[int | None] = (),
        others: Iterable[KnownName] = (),
    ) -> None:
        self.findings: list[Finding] = []
        self._search = Search(index, names, own, professionals, allowed, tactics)
        self._others = OthersWhole(others, index)
        self._codes = codes or Codes({})
        self._stand_ins = StandIns(self._codes, in_the_file_of, speaks_of)
        self._confirmed_by_nobody = confirmed_by_nobody
        self._doubted: dict[str, Hit] = {}
        self._found: dict[str, list[Hit]] = {}

    def clean(
        self,
        text: str,
        where: str = "",
        *,
        marks: bool = True,
        firsts: frozenset[str] = frozenset(),
    ) -> str:
        """The text as it may leave; what was done is added to the findings.

        Doubtful words stand as ‹word?›; with `marks` off they stand as they are. `firsts` are the
        first names, folded, of whom the text is about: alone they mean nobody else.
        """
        if not text or not text.strip():
            return text
        pieces, people_shown, before = [], set[str](), 0
        self._stand_ins.begin_text()
        for hit in (one for one in self.hits(text) if not _is_first(one, text, firsts)):
            if SENTENCE_ENDS.search(text, before, hit.start):
                self._stand_ins.begin_sentence()
            one = self._known_here(hit)
            if not (one.replaced or marks):
                continue
            done = "replaced" if one.replaced else "to confirm"
            self.findings.append(Finding(one.kind, done, one.sure.value, where))
            raw = text[one.start : one.end]
            if not one.replaced:
                self._doubted.setdefault(raw, one)
            known = _of_that_name(one, raw)
            shown = self._shown(known, raw) if one.replaced else _mark(raw)
            if one.replaced and OPENS.search(text, 0, one.start):
                shown = shown[:1].upper() + shown[1:]
            pieces += [text[before : one.start], shown, *_kept_of(one, raw, text, shown)]
            if one.replaced:
                people_shown.add(shown)
            before = past_its_stop(text, one.end, shown) if one.replaced else one.end
        cleaned = "".join((*pieces, text[before:]))
        return (
            without(cleaned, people_shown - {ANOTHER_NAME}) if ANOTHER_NAME in pieces else cleaned
        )

    def _shown(self, one: Hit, raw: str) -> str:
        """What stands for a hit; of a surname that is somebody else's no more than a letter."""
        if one.of_another and not self._codes:
            return f"{raw[:1].upper()}."
        return self._stand_ins.shown(one, raw)

    def clean_quietly(self, text: str, firsts: frozenset[str] = frozenset()) -> str:
        """The text as it may leave, with no word marked."""
        return self.clean(text, marks=False, firsts=firsts)

    def settled(self) -> dict[str, str]:
        """What stands for each mark once a person has read the document and confirmed it.

        A name or initials that somebody on record goes by become that person's pseudonym, and so
        does part of the name of whoever the document calls by a pseudonym; other words stay as
        they are.
        """
        return {_mark(raw): self._once_read(raw, one) for raw, one in self._doubted.items()}

    def _once_read(self, raw: str, one: Hit) -> str:
        if one.sure is Sure.ALIAS and one.names:
            return self._by_itself(one, raw)
        here = self._stand_ins.in_the_document(one.names) if one.sure is Sure.PART else NOBODY
        return self._by_itself(replace(one, names=here), raw) if here else raw

    def _by_itself(self, one: Hit, raw: str) -> str:
        self._stand_ins.begin_sentence()
        return self._stand_ins.shown(one, raw)

    def _known_here(self, one: Hit) -> Hit:
        """Part of a name is no longer in doubt once the document has spoken of who bears it.

        Nor is another name of somebody of whom this sentence speaks.
        """
        here = self._stand_ins.in_this_sentence(one.names)
        if one.sure is Sure.ALIAS and one.by_alias and here:
            return replace(one, replaced=True, names=here)
        if self._confirmed_by_nobody and one.sure is Sure.ALIAS and one.by_alias:
            return replace(one, replaced=True)
        if one.replaced or one.sure is not Sure.PART:
            return one
        names = self._stand_ins.in_the_document(one.names)
        return replace(one, replaced=True, names=names) if names else one

    def surely_in(self, texts: Iterable[str]) -> frozenset[int]:
        """The persons of whom texts of one item speak for certain."""
        found = set[int]()
        for text in dict.fromkeys(texts):
            for hit in self.hits(text) if text.strip() else ():
                raw = text[hit.start : hit.end]
                one = self._stand_ins.surely(_of_that_name(hit, raw), raw)
                found |= {one} if one is not None else set()
        return frozenset(found)

    def hits(self, text: str) -> list[Hit]:
        """Every place in a text that means, or may mean, somebody or something on record."""
        found = self._found.get(text)
        if found is None:
            found = self._others.left(text, self._search.hits(text))
            # A strange surname behind a first name goes with it where nobody is asked of it.
            together = bool(self._codes) or self._confirmed_by_nobody
            found = with_surnames(text, found) if together else of_others(text, found)
            self._found[text] = found
        return found

    def names_a_tactic(self, text: str) -> bool:
        """Whether a text names a measure or a person of concern."""
        return self._search.names_a_tactic(text)

    def young_person(self, subject_id: int) -> str:
        """What stands for a child throughout the document."""
        return self._stand_ins.young_person(subject_id)

    def left_out(self, kind: str, where: str) -> None:
        """Write down that something does not stand in the document at all."""
        self.findings.append(Finding(kind, "left out", Sure.EXACT.value, where))

    def doubt_words(self, raw: str, kind: str, where: str) -> str:
        """Mark words that a person must look at before the document is confirmed; they stay."""
        self.findings.append(Finding(kind, "to confirm", Sure.UNKNOWN.value, where))
        self._doubted.setdefault(raw, Hit(0, len(raw), kind, Sure.UNKNOWN, False))
        return _mark(raw)


def _of_that_name(one: Hit, raw: str) -> Hit:
    """A hit on several who are called alike, as one on who is called exactly so."""
    exact = frozenset(name for name in one.names if fold(name.text) == fold(raw))
    return replace(one, names=exact) if exact else one


def _is_first(one: Hit, text: str, firsts: frozenset[str]) -> bool:
    """Whether a hit is no more than such a first name."""
    return one.sure is Sure.PART and fold(text[one.start : one.end]) in firsts


def _kept_of(one: Hit, raw: str, text: str, shown: str) -> Iterator[str]:
    """What goes with a name and is no part of it: "Cutlers car" is his, "the Pikes" are several."""
    if not one.replaced:
        return
    last = raw.rstrip(".").split()[-1] if raw.strip(". ") else ""
    plural = last[-1:] == "s" and last[:1].isupper() and not _spelt(one, last)
    if plural and _spelt(one, last[:-1]) and one.kind not in THINGS:
        yield " family" if one.of_another else "’s"
    after = text[one.end :]
    if raw.endswith(".") and not shown.endswith(".") and ENDED.match(after):
        yield "."


def _spelt(one: Hit, word: str) -> bool:
    """Whether a word is written so in one of the names meant."""
    return any(fold(word) in name_words(name.text) for name in one.names)


def _mark(raw: str) -> str:
    return f"‹{raw}?›"
