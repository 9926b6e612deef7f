"""First names and surnames that are ordinary words too: where in a text they are names."""

import re
from collections.abc import Sequence

from models.rules.capture.people import CAREFUL
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
BEFORE_A_NAME = CAREFUL | TITLES | {
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
    word = words[at]
    if not word[0][0].isupper():
        return False
    before = words[at - 1][0].lower() if at else ""
    if word[0].lower() in SEASONS and _is_a_time(text, word, before):
        return False
    if not _opens(text, word):
        return True
    after = text[word.end() : word.end() + 2]
    if after[:1] in {",", ":"} or after in {"'s", "’s"}:
        return True
    beyond = words[at + 1][0] if at + 1 < len(words) else ""
    if word[0].lower() not in SAID_TO_DO and beyond not in NO_NAME_BEFORE - VERBS:
        return True
    if beyond == "and" and at + 2 < len(words):
        return words[at + 2][0][0].isupper()
    return beyond in VERBS


def _opens(text: str, word: re.Match[str]) -> bool:
    head = text[: word.start()]
    return not re.search(r"\w", head) or ENDS.search(head) is not None


def _is_a_time(text: str, word: re.Match[str], before: str) -> bool:
    return (
        before in OF_TIME
        or FIGURES[0].search(text, 0, word.start()) is not None
        or FIGURES[1].match(text, word.end()) is not None
    )
