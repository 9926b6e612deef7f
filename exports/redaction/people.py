"""Names of people in a text: whole, misspelt, in part, torn, by alias or initials, or unknown."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz.distance import OSA

from exports.redaction.doubts import INITIALS, alias, initials, likeliest, stranger
from exports.redaction.found import Hit, Sure
from exports.redaction.index import SHORTEST_SINGLE, name_words
from exports.redaction.namesakes import is_article, namesake
from exports.redaction.reading import LONG, NOBODY, Reading
from exports.redaction.words import Word, tears, torn
from models.records.documents import KnownName
from models.rules.letters_of_field import is_of_the_field
from models.rules.masking import OF_A_FAMILY
from models.rules.panel_words import ordinary
from models.rules.word_or_name import COMMON, FIRST_NAMES_TOO

FAMILY_TITLES = OF_A_FAMILY | {"auntie", "uncle", "nan", "grandad"}
LONGER = 7


def people(reading: Reading) -> list[Hit]:
    """Every hit on people in a text."""
    kept = _professionals(reading)
    hits: list[Hit] = [*(_torn(reading) if tears(reading.text) else ())]
    at = 0
    while at < len(reading.words):
        if at in kept:
            at += 1
            continue
        begun = reading.parts[at] or reading.stands(at + 1)
        last, names = _run(reading, at, kept) if begun else (at, NOBODY)
        found = (
            _sentence_by_sentence(reading, at, last, names) if last > at else [_single(reading, at)]
        )
        hits += filter(None, found)
        at = last + 1
    return [*hits, *_groups(reading), *initials(reading)]


def _professionals(reading: Reading) -> set[int]:
    """Places of words that are a professional's full name, whom nobody on record is named like."""
    texts = [word.text for word in reading.words]
    kept: set[int] = set()
    for at in range(len(texts) - 1):
        for length in (3, 2) if texts[at] in reading.spared.professional_words else ():
            name = tuple(texts[at : at + length])
            whole = len(name) == length and name in reading.spared.professionals
            if whole and not _on_record(reading, at, length):
                kept.update(range(at, at + length))
                break
    return kept


def _on_record(reading: Reading, at: int, length: int) -> bool:
    shared = reading.names(at)
    for other in range(at + 1, at + length):
        shared &= reading.names(other)
    return bool(shared)


def _run(reading: Reading, at: int, kept: set[int]) -> tuple[int, frozenset[KnownName]]:
    """The last word of the longest run from here that is one name on record, and whose."""
    names, last = reading.names(at), at
    taken = _nearest(reading.parts[at])
    for other in range(at + 1, len(reading.words)):
        if other in kept or not reading.together(other - 1, other):
            break
        shared = names and (
            names & reading.names(other, taken) or names & reading.slip(other, other - 1)
        )
        if not shared and last == at and _is_initial(reading, other):
            continue
        if not shared and last == at:
            shared = reading.misspelt(at) & reading.names(other) or reading.slip(at, other)
        if not shared or _far(reading, at, other, shared):
            break
        names, last = shared, other
        taken |= _nearest(reading.parts[other])
    return last, names


def _nearest(parts: dict[str, int]) -> frozenset[str]:
    """The name words that a word most likely stands for; no later word stands for them again."""
    least = min(parts.values(), default=0)
    return frozenset(part for part, off in parts.items() if off == least)


def _sentence_by_sentence(
    reading: Reading, first: int, last: int, names: frozenset[KnownName]
) -> Iterator[Hit | None]:
    """A name's hit; where its words lie in two sentences, each by itself as the same name."""
    begun = first
    for at in range(first, last + 1):
        if at < last and not reading.parted(at, at + 1):
            continue
        alone = begun == at and first < last and reading.words[at].text in ordinary()
        yield _single(reading, at) if alone else _whole(reading, begun, at, names)
        begun = at + 1


def _whole(reading: Reading, first: int, last: int, names: frozenset[KnownName]) -> Hit | None:
    words = reading.words[first : last + 1]
    if all(word.text in reading.spared.own for word in words):
        return None
    if all(word.text in ordinary() and not word.capital for word in words):
        return None
    if reading.of_a_place(last) and _is_a_surname(words, names):
        return None
    exact = not _off(reading, first, last, names)
    sure = Sure.EXACT if exact else Sure.NEAR
    namesake = tuple(word.text for word in words) in reading.spared.professionals
    return _hit(reading, first, last, names, sure, replaced=not namesake)


def _is_a_surname(words: Sequence[Word], names: frozenset[KnownName]) -> bool:
    """Whether no first name is among the words: "Smith-Jones Road"."""
    firsts = {word for one in names for word in name_words(one.text)[:1]}
    return all(word.text not in firsts for word in words)


def _far(reading: Reading, first: int, last: int, names: frozenset[KnownName]) -> bool:
    """Whether more letters differ than a slip explains: more than two in short words."""
    words = reading.words[first : last + 1]
    off = _off(reading, first, last, names)
    short = all(len(word.text) < LONG for word in words)
    plain = any(word.text in ordinary() for word in words)
    return off > 3 or short and off > 2 or plain and off > 1


def _off(reading: Reading, first: int, last: int, names: frozenset[KnownName]) -> int:
    """How many letters of a run differ from these names; a middle initial is no part of them."""
    inside = (at for at in range(first, last + 1) if len(reading.words[at].raw) > 1)
    return sum(reading.off(at, names) for at in inside)


def _single(reading: Reading, at: int) -> Hit | None:
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
    hit = _hit(reading, at, at, names, Sure.PART if exact else Sure.NEAR, replaced=replaced)
    also = _also_goes_by(reading, at, names)
    if not also:
        return hit
    sure = hit.sure if replaced else Sure.ALIAS
    return replace(hit, names=also, by_alias=True, sure=sure)


def _with_its_initial(reading: Reading, at: int, names: frozenset[KnownName]) -> bool:
    """Whether the first letter of the surname follows a first name: "Lee M." is Lee Marsh."""
    if not reading.words[at].capital or at + 1 >= len(reading.words):
        return False
    fitting = _is_initial(reading, at + 1) and reading.beside(at, at + 1)
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


def _hit(
    reading: Reading,
    first: int,
    last: int,
    names: frozenset[KnownName],
    sure: Sure,
    *,
    replaced: bool,
) -> Hit:
    """The hit, with an initial or a short form beside it and a title before it taken in."""
    words = reading.words
    start, end = words[first].start, words[last].end
    kind = likeliest(names)
    if first > 0 and _stands_for_name(reading, first - 1) and reading.beside(first - 1, first):
        fitting = _starting(names, words[first - 1].text, words[first : last + 1])
        if fitting:
            first, start, names = first - 1, words[first - 1].start, fitting
    if last + 1 < len(words) and _is_initial(reading, last + 1):
        fitting = _starting(names, words[last + 1].text, words[first : last + 1])
        if fitting and reading.beside(last, last + 1) and not is_article(reading, last + 1):
            end, names = words[last + 1].end, fitting
            end += reading.text[end : end + 1] == "."
    if first > 0 and words[first - 1].text in FAMILY_TITLES and reading.beside(first - 1, first):
        start = words[first - 1].start
        kind = "family" if kind == "child" else kind
    return Hit(start, end, kind, sure, replaced, names)


def _stands_for_name(reading: Reading, at: int) -> bool:
    """An initial of its own, or a short or misspelt form that is no other word: "Elly", "T1a"."""
    word, spared = reading.words[at], reading.spared
    if len(word.raw) == 1:
        return _is_initial(reading, at)
    known = (spared.own, spared.allowed, spared.professional_words, ordinary(), FIRST_NAMES_TOO)
    plain = word.opens or any(word.text in words for words in known)
    return word.capital and not plain and not reading.names(at) and not word.raw.isupper()


def _is_initial(reading: Reading, at: int) -> bool:
    """One letter that does not begin initials of its own, as in "T.K."."""
    word = reading.words[at]
    several = INITIALS.match(reading.text, word.start)
    alone = several is None or several.end() <= word.end + 1
    return len(word.raw) == 1 and word.raw.isupper() and alone


def _starting(
    names: frozenset[KnownName], word: str, beside: Sequence[Word]
) -> frozenset[KnownName]:
    """Those of which a part begins as a word does, other than the part that stands beside it."""
    there = {one.text for one in beside}
    parts = {one: set(name_words(one.text)) - there for one in names}
    return frozenset(one for one, left in parts.items() if any(p[0] == word[0] for p in left))


def _torn(reading: Reading) -> Iterator[Hit]:
    """Names torn by a hyphen or a line end, and first name and surname written as one word."""
    for at, (one, other) in enumerate(zip(reading.words, reading.words[1:], strict=False)):
        joined = one.text + other.text
        if not torn(reading.text, one, other) or joined in reading.spared.own:
            continue
        whole = len(one.text) > 1 and len(other.text) > 1
        names = frozenset(reading.index.by_word.get(joined, ())) - reading.spared.hidden
        if reading.of_a_place(at + 1) and _is_a_surname((one, other), names):
            continue
        if names and whole and not (one.text in ordinary() and other.text in ordinary()):
            yield _hit(reading, at, at + 1, names, Sure.NEAR, replaced=True)


def _groups(reading: Reading) -> Iterator[Hit]:
    texts = [word.text for word in reading.words]
    for name, names in reading.index.whole.items():
        wanted = frozenset(names) - reading.spared.hidden
        for at in range(len(texts) - len(name) + 1):
            if wanted and tuple(texts[at : at + len(name)]) == name:
                start, end = reading.words[at].start, reading.words[at + len(name) - 1].end
                yield Hit(start, end, "group", Sure.EXACT, True, wanted)


def side_by_side(hits: list[Hit]) -> list[Hit]:
    """Marked words that stand side by side as one mark."""
    joined: list[Hit] = []
    for one in hits:
        before = joined[-1] if joined else None
        if before and not before.replaced and not one.replaced and one.start - before.end == 1:
            joined[-1] = replace(before, end=one.end, names=before.names | one.names)
        else:
            joined.append(one)
    return joined
