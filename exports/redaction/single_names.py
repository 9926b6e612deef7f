"""A word of a name that stands alone: first name, surname, another name, or a stranger's."""

from dataclasses import replace

from rapidfuzz.distance import OSA

from exports.redaction.doubts import alias, stranger
from exports.redaction.found import Hit, Sure
from exports.redaction.hits import FAMILY_TITLES, hit_on, is_initial
from exports.redaction.index import SHORTEST_SINGLE, name_words
from exports.redaction.namesakes import is_article, namesake
from exports.redaction.reading import LONG, Reading
from models.records.documents import KnownName
from models.rules.letters_of_field import is_of_the_field
from models.rules.panel_words import ordinary
from models.rules.word_or_name import COMMON, FIRST_NAMES_TOO

LONGER = 7


def single(reading: Reading, at: int) -> Hit | None:
    """A first name or surname alone, a name of one word, an alias, or a stranger."""
    word = reading.words[at]
    if is_of_the_field(reading.text, word.start, word.end):
        return None
    if word.text in reading.spared.own:
        return namesake(reading, at) or alias(reading, at) or stranger(reading, at)
    if not reading.parts[at]:
        return alias(reading, at) or stranger(reading, at)
    exact = 0 in reading.parts[at].values()
    if not exact and _nearer_to_own(reading, at):
        return None
    lone = {one for part in reading.parts[at] for one in reading.index.lone.get(part, ())}
    names = frozenset(reading.names(at) | (lone - reading.spared.hidden))
    if not names or (len(word.text) < SHORTEST_SINGLE and not lone):
        return alias(reading, at) or stranger(reading, at)
    called = None if exact else alias(reading, at)
    if called is not None and not _same(called.names, names):
        return called
    replaced = _sure_alone(reading, at) if exact else _sure_misspelt(reading, at)
    if replaced is None and not (exact and _with_its_initial(reading, at, names)):
        return alias(reading, at) or stranger(reading, at)
    if word.text in reading.spared.professional_words or word.text in reading.spared.allowed:
        replaced = False
    replaced = replaced or exact and _with_its_initial(reading, at, names)
    hit = hit_on(reading, at, at, names, Sure.PART if exact else Sure.NEAR, replaced=replaced)
    also = _also_goes_by(reading, at, names)
    if not also:
        return hit
    sure = hit.sure if replaced else Sure.ALIAS
    return replace(hit, names=also, by_alias=True, sure=sure)


def _with_its_initial(reading: Reading, at: int, names: frozenset[KnownName]) -> bool:
    """Whether the first letter of the surname follows a first name: "Lee M." is Lee Marsh."""
    if not reading.words[at].capital or at + 1 >= len(reading.words):
        return False
    fitting = is_initial(reading, at + 1) and reading.beside(at, at + 1)
    if not fitting or is_article(reading, at + 1):
        return False
    word, letter = reading.words[at].text, reading.words[at + 1].text
    if any(one[0] == word and one[-1][0] == letter for one in reading.spared.professionals):
        return False
    parts = (name_words(one.text) for one in names)
    return any(word == each[0] and letter in {part[0] for part in each[1:]} for each in parts)


def _same(one: frozenset[KnownName], other: frozenset[KnownName]) -> bool:
    """Whether some name of each is the same person's."""
    return not {name.subject_id for name in one}.isdisjoint(name.subject_id for name in other)


def _also_goes_by(reading: Reading, at: int, names: frozenset[KnownName]) -> frozenset[KnownName]:
    """Other names of theirs that a word like their name is: "Marshy", of Lee Marsh."""
    whose = {one.subject_id for one in names}
    aliases = reading.index.weak.get(reading.words[at].text, ())
    return frozenset(one for one in aliases if one.subject_id in whose)


def _sure_alone(reading: Reading, at: int) -> bool | None:
    """Whether a name's word alone is replaced (True), marked (False) or a plain word (None)."""
    word = reading.words[at]
    plain = word.text in ordinary()
    if word.text in COMMON and not word.capital or reading.of_a_place(at):
        return None
    if word.text in FIRST_NAMES_TOO:
        return False if reading.is_name(at) else None
    if not plain:
        return word.capital or len(word.text) > SHORTEST_SINGLE
    titled = at > 0 and reading.words[at - 1].text in FAMILY_TITLES
    if not word.capital or (word.opens and not titled):
        return None
    return titled


def _sure_misspelt(reading: Reading, at: int) -> bool | None:
    word, off = reading.words[at], min(reading.parts[at].values())
    if not word.capital or word.text in reading.spared.allowed:
        return None
    size = len(word.text) - word.opens
    if off == 1 and size >= LONG or off == 2 and size >= LONGER:
        return True
    return False if off == 1 or not word.opens else None


def _nearer_to_own(reading: Reading, at: int) -> bool:
    """Whether a misspelt word is at least as near to the child's own name."""
    off = min(reading.parts[at].values())
    spared = reading.spared.own | reading.spared.professional_words
    word = reading.words[at].text
    return any(OSA.distance(word, one, score_cutoff=off) <= off for one in spared)
