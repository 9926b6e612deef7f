"""What a document is searched for: everybody and everything on record, but what is its own."""

from collections.abc import Iterable
from dataclasses import replace

from exports.redaction.found import Hit, Sure, settled
from exports.redaction.index import Index, name_words
from exports.redaction.numbers import numbers
from exports.redaction.people import people, side_by_side
from exports.redaction.reading import NOBODY, Reading, Spared
from exports.redaction.words import STOP, words_of
from models.records.documents import KnownName
from models.remembering import remembered
from models.rules.capture.phrases import Phrasebook


class Search:
    """Finds who and what is on record in the texts of a document, but those who may stand in it."""

    def __init__(
        self,
        index: Index,
        names: Iterable[KnownName] | None,
        own: Iterable[str],
        professionals: Iterable[str],
        allowed: Iterable[str],
        tactics: Iterable[str],
    ) -> None:
        self._index = index
        self._spared = _spared(_own(index, names), own, professionals, allowed)
        words = tuple(tactics)
        self._tactics = _book(words) if words else None

    def hits(self, text: str) -> list[Hit]:
        """Every place in a text that means, or may mean, somebody or something on record."""
        words = words_of(text)
        found = numbers(text, words, self._index, self._spared.hidden)
        found += people(Reading(text, words, self._index, self._spared))
        found += [
            Hit(one.start, one.end, "tactic", Sure.EXACT, True)
            for one in (self._tactics.all_in(text) if self._tactics is not None else ())
        ]
        return side_by_side(_merged(text, settled(found)))

    def names_a_tactic(self, text: str) -> bool:
        """Whether a text names a measure or a person of concern."""
        for one in self.hits(text):
            if one.kind == "tactic":
                return True
            persons = one.kind == "person_of_concern"
            if persons and (one.replaced or one.sure is Sure.ALIAS and len(one.names) == 1):
                return True
        return False


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
        if merged and _is_short_for(text, merged[-1], one):
            merged[-1] = replace(one, start=merged[-1].start)
            continue
        if len(merged) > 1 and not merged[-1].replaced and _is_one_name(text, merged[-2], one):
            merged.pop()
        before = merged[-1] if merged else None
        if before and _is_one_name(text, before, one):
            shared = before.names & one.names
            merged[-1] = Hit(before.start, one.end, before.kind, before.sure, True, shared)
        else:
            merged.append(one)
    return merged


def _is_one_name(text: str, before: Hit, one: Hit) -> bool:
    """Whether two hits are the parts of one person's name, be it with a middle name between."""
    shared = before.replaced and one.replaced and before.names & one.names
    return bool(shared) and _beside(text, before, one)


def _is_short_for(text: str, short: Hit, one: Hit) -> bool:
    """Whether what somebody goes by stands right before the name that is theirs."""
    ids = {name.subject_id for name in short.names} & {name.subject_id for name in one.names}
    return bool(ids) and not short.replaced and one.replaced and text[short.end : one.start] == " "


def _beside(text: str, one: Hit, other: Hit) -> bool:
    if one.end - one.start > 1 and STOP.match(text, one.end, other.start):
        return False
    between = text[one.end : other.start].strip(" \n\t.'\"“”‘’()")
    return len(between) <= 12 and (not between or between.isalpha() and between[0].isupper())
