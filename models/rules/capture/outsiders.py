"""Someone who sits at no table here and is asked: "Kath at the children's home to send …"."""

import re

from models.rules.capture.duties import DUTY
from models.rules.capture.field_words import field_words, longest_of
from models.rules.names import TITLES

# What is sent or held, and no one: "Letter from school to go by Friday".
ERRANDS = frozenset({
    "letter", "visit", "invite", "invitation", "referral", "email", "refer", "talk", "speak",
    "write", "go", "return", "offer", "link", "try", "need", "plan", "report", "update",
    "response", "access", "support", "call", "meeting", "school", "minutes", "notes", "note",
    "feedback", "footage", "photos", "list", "copy", "result", "results", "outcome", "information",
    "info", "details", "evidence", "money", "statement", "decision", "advice", "message", "form",
    "request", "confirmation", "bus", "train", "taxi", "transport", "move", "trip", "work",
    "session", "sessions", "appointment", "place", "transfer", "girls", "boys", "lads", "men",
    "kids", "people", "it", "he", "she", "they", "we", "this", "that", "nothing", "news",
    "logs", "records", "papers", "intel", "someone", "somebody", "everyone", "nobody", "no",
})  # fmt: skip
FAMILY = frozenset({
    "mum", "dad", "mother", "father", "nan", "gran", "grandad", "aunt", "auntie", "uncle",
    "brother", "sister", "family", "parents", "parent", "stepdad", "stepmum",
})  # fmt: skip
NAME = r"[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,2}"
PLACE = r"\s+(?:at|from|in|@)\s+(?:(?!to\b|will\b)[\w'’&/-]+\s+){1,5}?(?=(?:to|will)\b)"
BRACKET = r"\s*\([^()]{2,40}\)"
PLACED = re.compile(rf"\s*(?P<who>{NAME}{PLACE})")
BRACKETED = re.compile(rf"\s*(?P<who>(?:[\w'’/-]+\s+){{0,2}}[\w'’/-]+{BRACKET})\s*")
TITLE = re.compile(rf"\s*(?P<who>(?i:{'|'.join(sorted(TITLES))})\.?\s+{NAME}(?:{BRACKET})?)")
BEHIND = re.compile(rf"(?:{PLACE}|{BRACKET})?\s*", re.IGNORECASE)
HIS = re.compile(r"\s*(?:(?:the|his|her|their)\s+)?", re.IGNORECASE)
WORDS = re.compile(r"[^\W_][\w'’-]*")


def outsider_in(text: str) -> tuple[str, int] | None:
    """Who a line asks first, in its words, with the end of the duty behind; none where no one."""
    for found in (PLACED.match(text), BRACKETED.match(text), TITLE.match(text)):
        if found and not _is_no_one(found["who"]):
            duty = DUTY.match(text[found.end("who") :])
            if duty:
                return found["who"].strip(), found.end("who") + duty.end()
    return _by_role(text)


def _is_no_one(who: str) -> bool:
    words = [one.lower().removesuffix("'s").removesuffix("’s") for one in WORDS.findall(who)]
    return words[0] in ERRANDS or words[0] in FAMILY or words[0] in field_words("deed")


def _by_role(text: str) -> tuple[str, int] | None:
    """ "The head of year to ring mum", "SENCO to email his profile"."""
    head = HIS.match(text)
    start = head.end() if head else 0
    words = list(WORDS.finditer(text, start))[: longest_of("outsider")]
    for last in reversed(words):
        if " ".join(text[start : last.end()].lower().split()) not in field_words("outsider"):
            continue
        behind = BEHIND.match(text[last.end() :])
        end = last.end() + (behind.end() if behind else 0)
        duty = DUTY.match(text[end:])
        return (text[start:end].strip(), end + duty.end()) if duty else None
    return None
