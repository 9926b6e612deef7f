"""First names that a child says alone, and whom on record they may mean."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from models.marks import SubjectKind
from models.matching.near_mentions import SHORTEST, WORD, Near, bare
from models.matching.parts import name_parts
from models.matching.short_forms import full_names
from models.matching.strangers import AFTER, AT_WORK, BEFORE, NOT_SAID_OF
from models.rules.names import plain
from models.rules.word_or_name import COMMON, is_a_name

ALONE = "a first name alone"
Words = Sequence[re.Match[str]]
FEW = 3
"""How many may bear a name before it tells nobody; a person of concern is meant before a child."""


class FirstNames:
    """People on record by their first names, found where such a name stands alone."""

    def __init__(self, known: Iterable[tuple[int, str, str]]) -> None:
        """Of each: id, kind and name."""
        self._bear: dict[str, dict[int, bool]] = defaultdict(dict)
        for subject_id, kind, name in known:
            for first in name_parts(name).first[:1]:
                if len(first) >= SHORTEST - 1:
                    self._bear[first][subject_id] = kind == SubjectKind.PERSON.value

    def found_in(self, text: str, of: Collection[int]) -> Iterator[Near]:
        """Who may be meant, from the left; a name of one of `of`, told of there, is theirs."""
        words = list(WORD.finditer(text))
        for at, word in enumerate(words):
            said = plain(bare(word[0]))
            whom = self._meant(said)
            theirs = not whom.keys().isdisjoint(of)
            if whom and not theirs and _is_alone(text, words, at, said):
                end = word.start() + len(bare(word[0]))
                yield from (Near(one, word.start(), end, ALONE) for one in _few(whom))

    def _meant(self, said: str) -> dict[int, bool]:
        found: dict[int, bool] = {}
        for first in (said, *full_names(said)):
            found |= self._bear.get(first, {})
        return found


def _few(whom: dict[int, bool]) -> list[int]:
    if len(whom) <= FEW:
        return list(whom)
    persons = [one for one, is_person in whom.items() if is_person]
    return persons if len(persons) <= FEW else []


def _is_alone(text: str, words: Words, at: int, said: str) -> bool:
    """Whether a word is a name by its capital, with no other part of a name beside it."""
    word = words[at]
    if not word[0][0].isupper() or said in COMMON and not is_a_name(text, words, at):
        return False
    before, follows = BEFORE.search(text[: word.start()]), AFTER.match(text[word.end() :])
    if before and before[1].lower() in NOT_SAID_OF:
        return False
    if follows and AT_WORK.intersection(follows[1].lower().split()):
        return False
    beside = words[at + 1 : at + 2]
    behind = any(text[word.end() : one.start()].isspace() and one[0][0].isupper() for one in beside)
    return not behind and not _ends_a_name(text, words, at)


def _ends_a_name(text: str, words: Words, at: int) -> bool:
    """Whether the word before has a capital as well, and not from a sentence that it begins."""
    if not at or not text[words[at - 1].end() : words[at].start()].isspace():
        return False
    one = words[at - 1]
    opens = not text[: one.start()].strip() or text[: one.start()].rstrip()[-1] in ".!?:;"
    return bool(one[0][0].isupper()) and not opens
