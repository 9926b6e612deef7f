"""First names and surnames that are ordinary words too: where in a text they are names."""

import re
from collections.abc import Sequence

from models.rules.capture.people import CAREFUL
from models.rules.dates.vocabulary import WEEKDAYS
from models.rules.names import TITLES

# First names that are ordinary words too: alone, or in small letters, they are not taken for names.
# fmt: off
ORDINARY = frozenset(
    {
        "April", "May", "June", "August", "Summer", "Autumn", "Winter", "Will", "Mark",
        "Faith", "Grace", "Hope", "Joy", "Jack", "Drew", "Rose", "Dawn", "Sky", "Skye",
        "Storm", "Rich", "Bill", "Chase", "Hunter", "Mason", "Art", "Guy", "Max", "Chance",
        "Hazel", "Ivy",
    }
)
# fmt: on
FIRST_NAMES_TOO = frozenset(one.lower() for one in ORDINARY)
SEASONS = frozenset({"april", "may", "june", "august", "summer", "autumn", "winter"})
OF_TIME = frozenset({
    "in", "by", "since", "until", "till", "during", "early", "late", "mid", "last", "next",
    "this", "every", "each",
})  # fmt: skip
VERBS = frozenset({
    "is", "was", "has", "had", "said", "says", "told", "tells", "went", "goes", "came", "comes",
    "did", "does", "would", "could", "lives", "lived", "stays", "stayed", "wants", "wanted",
    "feels", "felt", "thinks", "thought", "knows", "knew", "got", "gets", "left", "met", "saw",
    "remains", "continues", "returned", "attends", "attended", "reported", "reports", "disclosed",
    "attempted", "needs", "likes", "loves", "spoke", "speaks", "refused", "asked", "asks", "also",
    "never", "still", "then", "now", "who", "will", "may",
})  # fmt: skip
SAID_TO_DO = frozenset({
    "will", "may", "mark", "chase", "bill", "drew", "art", "call", "book", "read", "speak", "meet",
    "send", "cook", "hope", "rob", "sue", "page", "long", "short", "good", "best", "bright", "rich",
    "close", "house", "home", "street", "lane", "child", "adult", "parent", "carer", "mother",
    "father", "chair", "panel", "son", "daughter", "day", "case", "star", "brown", "green", "black",
    "white", "little", "small", "young", "field", "park", "hill", "wood", "stone", "north", "south",
    "east", "west", "court", "miles", "amber", *SEASONS,
})  # fmt: skip
"""Words that open a sentence as often as a name does."""
NO_NAME_BEFORE = frozenset({
    "leader", "leaders", "group", "groups", "school", "schools", "community", "communities",
    "organisation", "organisations", "based", "period", "garden", "is",
})  # fmt: skip
DAYS = frozenset(WEEKDAYS) - {"sun", "mon"}
"""Days of the week, but what may be somebody's name."""
BEFORE_A_NAME = CAREFUL | TITLES | DAYS | {
    "mr", "mrs", "ms", "miss", "mx", "ask", "tell", "see", "visit", "ring", "contact", "refer",
    "invite", "check", "did", "does", "do", "was", "were", "has", "had", "is", "are", "can",
    "could", "should", "would", "when", "where", "with", "and", "or", "the", "for", "if", "that",
    "then", "move", "support", "help", "take", "keep", "find", "text", "phone", "give", "get",
    "let", "arrange", "offer", "share", "update", "review", "both", "after", "before", "while",
    "because", "about", "from", "to", "by", "not", "only", "a", "an", "in", "on", "at", "of",
}  # fmt: skip
"""Words after which a surname stands alone: what is before it is no first name."""
COMMON = FIRST_NAMES_TOO | CAREFUL | {
    "amber", "ruby", "star", "angel", "precious", "destiny", "honey", "lily", "daisy", "poppy",
    "crystal", "jade", "pearl", "ocean", "river", "justice", "prince", "princess", "kit", "ray",
    "penny", "harmony", "trinity", "blessing", "miracle", "sunny", "robin", "lane", "gray",
    "wren", "reed", "stone", "street", "house", "home", "close", "court", "miles",
}  # fmt: skip
ENDS = re.compile(r"[.!?;:•\n]\W*\Z")
FIGURES = re.compile(r"\d+(?:st|nd|rd|th)?\s*(?:of\s+)?\Z"), re.compile(r"\s*,?\s*\d")


def is_a_name(text: str, words: Sequence[re.Match[str]], at: int) -> bool:
    """Whether an ordinary word is a name here: with a capital, and no month or opening word."""
    before = words[at - 1][0] if at else ""
    return is_name(text, words[at].span(), before, [one[0] for one in words[at + 1 : at + 3]])


def is_name(text: str, place: tuple[int, int], before: str, beyond: Sequence[str]) -> bool:
    """The same of a word by its place, the word before it and those that follow."""
    start, end = place
    word = text[start:end].lower()
    if not text[start].isupper():
        return False
    if word in SEASONS and is_a_time(text, place, before.lower()):
        return False
    if not opens(text, start):
        return True
    after = text[end : end + 2]
    if after[:1] in {",", ":"} or after in {"'s", "’s"}:
        return True
    following = beyond[0] if beyond else ""
    if word not in SAID_TO_DO and following not in NO_NAME_BEFORE - VERBS:
        return True
    if following == "and" and len(beyond) > 1:
        return beyond[1][0].isupper()
    return following in VERBS


def opens(text: str, start: int) -> bool:
    """Whether a word that starts here is the first of its sentence."""
    head = text[:start]
    return not re.search(r"\w", head) or ENDS.search(head) is not None


def is_a_time(text: str, place: tuple[int, int], before: str) -> bool:
    """Whether a month or season at a place is no name: figures or "in" stand beside it."""
    return (
        before in OF_TIME
        or FIGURES[0].search(text, 0, place[0]) is not None
        or FIGURES[1].match(text, place[1]) is not None
    )
