"""People whom running text calls by a word or two, told by the words around: a nickname, a name."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from models.intake.understanding.danger_words import NOBODY
from models.matching.near_mentions import BETWEEN, WORD, bare
from models.matching.short_forms import is_known
from models.matching.strangers import AFTER, AT_WORK, NO_SURNAME, NOT_SAID_OF
from models.rules.capture.english import is_english
from models.rules.names import plain
from models.rules.platforms import PLATFORMS
from models.rules.word_or_name import COMMON, VERBS, is_a_name

SHORTEST, LONGEST = 3, 3
"""Letters of a name; words of one."""
EPITHETS = frozenset({"big", "little", "lil", "uncle", "auntie", "old", "young", "fat", "mad"})
"""What stands before a first name or nickname, and is said with it."""
BEFORE = frozenset({
    "with", "by", "met", "meets", "saw", "sees", "seen", "called", "named", "knows", "knew",
    "mate", "friend", "friends", "lad", "lads", "man", "men", "male", "bloke", "guy", "boy", "girl",
    "boyfriend", "girlfriend", "partner", "told", "owes", "owed", "messaged", "rang", "texted",
    "phoned", "for", "says", "said", "mentioned", "cousin", "brother", "where", "when", "that",
    "because", "while",
})  # fmt: skip
"""After these a word with a capital is somebody."""
BEHIND = VERBS | {
    "drove", "drives", "picked", "picks", "gave", "gives", "took", "takes", "sold", "sells",
    "bought", "buys", "sent", "sends", "made", "makes", "let", "hit", "threatened", "messaged",
    "rang", "works", "runs", "dropped", "paid", "pays", "brought", "kept", "keeps", "showed",
    "turned", "owns", "hangs", "hung", "used", "uses",
}  # fmt: skip
"""Before these a word with a capital is somebody."""
OF_PLACES = frozenset({"in", "at", "to", "into", "on", "near", "outside", "around", "round", "via",
                       "inside", "behind", "towards", "of"})  # fmt: skip
NO_NAMES = NOBODY | frozenset({
    "english", "british", "scottish", "irish", "welsh", "polish", "romanian", "albanian", "turkish",
    "kurdish", "somali", "vietnamese", "chinese", "arabic", "european", "asian", "african",
    "muslim", "google", "netflix", "uber", "covid", "ramadan", "eid", "halloween", *PLATFORMS,
})  # fmt: skip
UNSAID = NO_SURNAME | NOT_SAID_OF | EPITHETS
AND = re.compile(r"(?:,| and| &|,? then)\s+")
LAST_WORD = re.compile(r"([^\W\d_]+)[\s\"'(]+$")
OPENS = re.compile(r"(?:^|[.!?:;\n•])\W*$")
OWNS = re.compile(r"['’]s\b")
Span = tuple[int, int]


class _Run(NamedTuple):
    """Words with capitals beside each other: their places among all, and where they stand."""

    first: int
    last: int
    start: int
    end: int


def called_by(text: str, taken: Iterable[Span]) -> Iterator[Span]:
    """From where to where a text names somebody; `taken` is told otherwise already."""
    spans, words = list(taken), list(WORD.finditer(text))
    for one in _runs(text, words):
        span = (one.start, one.end)
        if not over(span, spans) and _is_somebody(text, words, one, spans):
            spans.append(span)
            yield span


def over(span: Span, spans: Iterable[Span]) -> bool:
    """Whether a span lies over any of these."""
    return any(span[0] < end and start < span[1] for start, end in spans)


def lies_there(text: str, start: int) -> bool:
    """Whether what begins there stands behind a word of place."""
    found = LAST_WORD.search(text[:start])
    return found is not None and found[1].lower() in OF_PLACES


def _runs(text: str, words: list[re.Match[str]]) -> Iterator[_Run]:
    at = 0
    while at < len(words):
        first = last = at
        while last + 1 < len(words) and words[at][0][0].isupper() and _goes_on(text, words, last):
            last += 1
        at = last + 1
        if first < last and _opens_with_a_word(text, words[first]):
            first += 1
        if words[first][0][0].isupper() and last - first < LONGEST:
            end = words[last].start() + len(bare(words[last][0]))
            yield _Run(first, last, words[first].start(), end)


def _goes_on(text: str, words: list[re.Match[str]], at: int) -> bool:
    one, other = words[at], words[at + 1]
    beside = BETWEEN.fullmatch(text[one.end() : other.start()])
    return bool(beside) and other[0][0].isupper() and bare(one[0]) == one[0]


def _opens_with_a_word(text: str, word: re.Match[str]) -> bool:
    """Whether the first word has its capital from the sentence that it begins."""
    said = plain(word[0])
    opens = OPENS.search(text[: word.start()]) and said not in EPITHETS
    return bool(opens) and is_english(said) and not is_known(said)


def _is_somebody(text: str, words: list[re.Match[str]], run: _Run, told: Iterable[Span]) -> bool:
    """Whether the words are somebody's name: by their look, and by what is around them."""
    core = run.first + (plain(words[run.first][0]) in EPITHETS and run.last > run.first)
    if not _looks(text, words, core, run):
        return False
    found = LAST_WORD.search(text[: run.start])
    before = found[1].lower() if found else ""
    follows = AFTER.match(text[run.end :])
    if before in NOT_SAID_OF or follows and AT_WORK & set(follows[1].lower().split()):
        return False
    if core > run.first or before in BEFORE or _next(text, words, run.last) in BEHIND:
        return before not in OF_PLACES
    if any(AND.fullmatch(text[end : run.start]) for _, end in told if end < run.start):
        return True
    known = is_known(plain(bare(words[core][0]))) or OWNS.match(text[run.end :])
    return bool(known) and before not in OF_PLACES


def _looks(text: str, words: list[re.Match[str]], core: int, run: _Run) -> bool:
    said, last = plain(bare(words[core][0])), plain(bare(words[run.last][0]))
    short = len(said) < SHORTEST or words[core][0].isupper() and core == run.last
    nobody = {said, said.removesuffix("s") if len(said) > SHORTEST + 1 else said} & NO_NAMES
    if short or nobody or said in UNSAID or last in UNSAID:
        return False
    if said in COMMON:
        return is_known(said) and is_a_name(text, words, core)
    opens = OPENS.search(text[: run.start])
    return not is_english(said) or is_known(said) and not opens or core > run.first


def _next(text: str, words: list[re.Match[str]], at: int) -> str:
    """The word that follows with nothing but a blank between, small."""
    if at + 1 == len(words) or bare(words[at][0]) != words[at][0]:
        return ""
    beside = BETWEEN.fullmatch(text[words[at].end() : words[at + 1].start()])
    return words[at + 1][0].lower() if beside else ""
