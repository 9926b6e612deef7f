"""Whom what was typed may mean, by the search index: a few to be looked at one by one."""

from collections.abc import Iterable, Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA
from sqlalchemy import BindParameter, bindparam, func, select, union_all
from sqlalchemy.orm import Session, aliased

from models.entities import Alias
from models.entities.indexed import ALIAS, SUBJECTS
from models.rules.finding import SOUND_ALIKE
from models.rules.masking import CLOSE, near
from models.storage.index.folding import fold
from models.storage.index.sources import SPAN
from models.storage.index.tables import search_begin, search_name

EACH, BEGUN, PART = 32, 64, 3
"""Entries taken of each kind, the newest first, and by beginnings; letters from which a part of a
word is found."""
_word: BindParameter[str] = bindparam("word")
_NAMES = search_begin.c.entry <= ALIAS.last
_HOLDS = search_name.c.words.op("MATCH")(bindparam("asked"))
# A few of each kind: children, whose entries come first, leave room for the others.
_PART = union_all(
    *(
        select(
            select(search_name.c.entry)
            .where(_HOLDS, search_name.c.entry.between(one.first, one.last))
            .order_by(search_name.c.entry.desc())
            .limit(EACH)
            .subquery()
        )
        for one in (*SUBJECTS, ALIAS)
    )
)
_IS = (
    select(search_begin.c.entry)
    .where(search_begin.c.word == _word, _NAMES)
    .order_by(search_begin.c.entry.desc())
    .limit(EACH)
)
_BEGINS = (
    select(search_begin.c.entry)
    .where(search_begin.c.word > _word, search_begin.c.word < bindparam("before"), _NAMES)
    .order_by(search_begin.c.word)
    .limit(BEGUN)
)
_next = (
    select(func.min(search_begin.c.word).label("word"))
    .where(search_begin.c.word >= _word, search_begin.c.word < bindparam("before"))
    .cte("said", recursive=True)
)
_after = (
    select(func.min(search_begin.c.word))
    .where(search_begin.c.word > _next.c.word, search_begin.c.word < bindparam("before"))
    .scalar_subquery()
)
_said = _next.union_all(select(_after).where(_next.c.word.is_not(None)))
_SAID = select(_said.c.word).where(
    func.length(_said.c.word).between(bindparam("least"), bindparam("most"))
)
_WHOSE = select(Alias.subject_id).where(Alias.id.in_(bindparam("aliases", expanding=True)))


def likely(session: Session, typed: str) -> set[int]:
    """Ids of subjects in whose names or numbers what was typed may stand.

    All of them where they are not too many; else first those that have it as a whole word.
    """
    words = fold(typed).split()
    if not words:
        return set()
    squashed, longest = "".join(words), max(words, key=len)
    found = {*_beginning(session, longest), *_beginning(session, squashed)}
    for asked in dict.fromkeys((tuple(words), (longest,), (squashed,), (_at_home(squashed),))):
        found.update(_holding(session, asked))
    return _subjects(session, found)


def nearly_likely(session: Session, typed: str) -> set[int]:
    """Ids of subjects one of whose names has a word for each word typed, spelt nearly so."""
    spelt = [_near(session, word) for word in fold(typed).split()]
    if not spelt or not all(spelt):
        return set()
    asked = select(search_begin.c.entry).where(search_begin.c.word.in_(spelt[0]), _NAMES)
    for words in spelt[1:]:
        other = aliased(search_begin)
        beside = select(other.c.entry).where(
            other.c.entry == search_begin.c.entry, other.c.word.in_(words)
        )
        asked = asked.where(beside.exists())
    return _subjects(session, set(session.scalars(asked.limit(BEGUN))))


def _beginning(session: Session, word: str) -> Iterator[int]:
    """Entries that have the word, then those with a word that begins so."""
    yield from session.scalars(_IS, {"word": word})
    yield from session.scalars(_BEGINS, {"word": word, "before": _past(word)})


def _holding(session: Session, words: Iterable[str]) -> Iterator[int]:
    """Entries of each kind that hold all these words, as a part of any; short ones say nothing."""
    asked = " AND ".join(f'"{word}"' for word in words if len(word) >= PART)
    if asked:
        yield from session.scalars(_PART, {"asked": asked})


def _near(session: Session, word: str) -> list[str]:
    """The words on record that may be this one, spelt otherwise."""
    said: list[str] = []
    for letter in SOUND_ALIKE.get(word[0], word[0]):
        sizes = {"least": len(word) - CLOSE, "most": len(word) + CLOSE}
        asked = {"word": letter, "before": _past(letter), **sizes}
        said += session.scalars(_SAID, asked)
    close = process.extract(word, said, scorer=OSA.distance, score_cutoff=CLOSE, limit=None)
    return [known for known, _, _ in close if near(word, known)]


def _subjects(session: Session, entries: set[int]) -> set[int]:
    """Whose these entries are."""
    aliases = {one - ALIAS.first for one in entries if one >= ALIAS.first}
    found = {one % SPAN for one in entries if one < ALIAS.first}
    return found.union(session.scalars(_WHOSE, {"aliases": aliases})) if aliases else found


def _at_home(number: str) -> str:
    """A telephone number without its country."""
    if number.startswith("0044"):
        return f"0{number[4:]}"
    return f"0{number[2:]}" if number.startswith("44") else number


def _past(word: str) -> str:
    """What comes after every word that begins so."""
    return f"{word[:-1]}{chr(ord(word[-1]) + 1)}"
