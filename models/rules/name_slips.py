"""Whether a word beside one part of a name is its other part misspelt: one rule for all papers."""

import re

from rapidfuzz.distance import OSA

from models.rules.addresses import STREETS
from models.rules.capture.english import is_english
from models.rules.dates.vocabulary import MONTHS, WEEKDAYS
from models.rules.panel_words import abbreviations
from models.rules.word_or_name import BEFORE_A_NAME, SAID_TO_DO, VERBS, is_a_time, opens

SHORTEST, LONG = 3, 6
Place = tuple[int, int]
DAYS = WEEKDAYS.keys() | MONTHS.keys()
SOUNDS = {"k": "c", "j": "g", "z": "s", "y": "i"}
"""First letters that sound alike at the head of a name: Katherine and Catherine."""
PARTED = " \n\t-‐‑–_"
WORD_AFTER = re.compile(r"\s([A-Z]\w+)")
WORD_BEFORE = re.compile(r"(\w+)\s+\Z")
OF_VERBS = re.compile(r"\w+(?:s|ed|ing|ly)")
SAYS = VERBS | BEFORE_A_NAME | SAID_TO_DO | {
    "must", "shall", "should", "might", "cannot", "made", "makes", "make", "took", "gave", "ran",
    "back", "out", "down", "off", "away", "over", "here", "there", "today", "again", "once",
    "alone", "first", "last", "more", "much", "well", "very", "just", "too", "soon", "later",
    "though", "so", "however", "since", "until", "as", "we", "he", "she", "they", "it", "this",
    "his", "her", "their", "our", "your", "any", "all", "no", "yes", "right", "near",
}  # fmt: skip
"""Words that stand before or after a name and are no part of it."""
AGENCIES = frozenset({"health", "police", "housing", "education", "probation", "school", "council"})


def is_slip(word: str, known: str) -> bool:
    """Whether a word is this one with one letter wrong, missing, added or exchanged with the next.

    In long words that begin alike two are forgiven. Both are as compared; no word is its own slip.
    """
    size, apart = len(known), abs(len(word) - len(known))
    if apart > 2 or size < SHORTEST or word == known:
        return False
    within = 2 if size >= LONG and sound(word) == sound(known) else 1
    return apart <= within and OSA.distance(word, known, score_cutoff=within) <= within


def sound(word: str) -> str:
    """A word's first letter, those that sound alike as one."""
    return SOUNDS.get(word[:1], word[:1])


def says_itself(text: str, word: Place, part: Place, *, surname: bool) -> bool:
    """Whether a word that is nearly a part of a name says what it says, and is no slip.

    `part` is where the other part of that name stands, written as on record; `surname` tells that
    the word would be the surname. A verb that opens a sentence, a day, an abbreviation in capitals
    and a street are what they are; so is an English word in small letters but for one that no verb
    is, behind a name in small letters.
    """
    raw, other, follows = text[slice(*word)], text[slice(*part)], word[0] > part[0]
    low = raw.lower()
    if raw.isupper() and not other.isupper() and raw in abbreviations():
        return True
    if raw[0].islower() and len(raw) < SHORTEST:
        return True
    if not (low in SAYS or low in DAYS or is_english(low)):
        return False
    between = text[part[1] : word[0]] if follows else text[word[1] : part[0]]
    turned = follows != surname
    if between.strip(PARTED) not in ("," if turned else "", ""):
        return True
    if raw[0].islower():
        verb = low in SAYS or OF_VERBS.fullmatch(low) is not None
        return not follows or other[0].isupper() or verb
    if low in DAYS and ("," in between or _is_a_time(text, word)):
        return True
    if follows:
        return _is_a_street(text, word[1])
    at_head = low in SAYS or low in DAYS or surname and "," not in between
    return low in AGENCIES or at_head and opens(text, word[0])


def _is_a_time(text: str, word: Place) -> bool:
    before = WORD_BEFORE.search(text, 0, word[0])
    return is_a_time(text, word, before[1].lower() if before else "")


def _is_a_street(text: str, end: int) -> bool:
    after = WORD_AFTER.match(text, end)
    return after is not None and after[1].lower() in STREETS
