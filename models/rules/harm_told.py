"""Harm that a text says plainly of two people: who does it to whom, and nothing read into it."""

import re
from collections.abc import Iterable

from models.records.mentions import Harm
from models.rules.names import parse_name

DONE = {"exploited": "exploits", "groomed": "exploits", "trafficked": "exploits",
        "abused": "exploits", "recruited": "recruits"}  # fmt: skip
DOES = {"exploits": "exploits", "exploiting": "exploits", "grooms": "exploits",
        "grooming": "exploits", "trafficking": "exploits", "abusing": "exploits",
        "recruits": "recruits", "recruiting": "recruits"}  # fmt: skip
CAUSE, SUFFER = frozenset({"person_of_concern", "group"}), frozenset({"child"})
CHAIN = (
    r"(?:(?:is|was|are|were|be|been|being|has|have|had|may|to|of|thought|believed|suspected|"
    r"alleged|reported|understood|known|said|likely|possibly|allegedly|also|still|currently|now|"
    r"already|sexually|criminally|financially)\s+)*"
)
DENIED = re.compile(
    r"\b(?:not|never|nobody|deny|denies|denied|denying|unless|if|whether|unclear|unlikely|"
    r"risk|could|would|might|rumours?|without|formerly|previously|wrongly|falsely|cannot|"
    r"ruled\s+out|no\s+(?:\w+\s+)?(?:evidence|information|intelligence|suggestion|longer|sign))\b"
    r"|n[’']t\b|\?",
    re.IGNORECASE,
)
BEGUN = re.compile(r"[.!?](?=\s)|[\n;]")
OPENS = (
    r"(?:^|[,:(]\s*|\b(?:that|thinks?|thought|believes?|believed|suspects?|suspected|fears?|says?|"
    r"said|because|but|where|while|concerns?|concerned)\s+)"
)
QUOTE = r"[\"“”‘’'(]*"
CALLED = (
    r"(?:(?:an?\s+)?(?:older\s+|adult\s+)*(?:adult|male|man|female|woman)?,?\s*"
    r"(?:called|named)\s+)?"
)
NAME = (
    rf"{QUOTE}(?-i:[A-Z][\w'’-]*(?:\s+(?:O['’])?[A-Z][\w'’-]*){{0,3}})"
    r"[\"”’')]*(?:\s*\([^()]{1,40}\))?"
)
LINKED = r"(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*)"
NAMED_BEFORE, NAMED_AFTER = rf"(?:{NAME}{LINKED}{CALLED}){{0,5}}", rf"(?:{LINKED}{NAME}){{0,5}}"
"""Others named in one breath: "exploited by Stefan Radu and Lee Marsh"."""
AFTER = re.compile(
    rf"{QUOTE}\)?\s*(?:$|[.,;:)–-]|(?:and|but|who|whom|at|in|on|since|for|from|via|through|when|"
    r"while|during|near|around)\b)",
    re.IGNORECASE,
)
ITSELF = ("the child", "this child", "the young person", "this young person", "child", "yp")
PRONOUN = ("he", "she", "they")


def harm_between(kind: str, named_kind: str, told: Harm | None) -> Harm | None:
    """What is told, where records of these kinds may stand so: no child is the one who harms."""
    if told is None:
        return None
    causing, harmed = (named_kind, kind) if told.by_named else (kind, named_kind)
    return told if causing in CAUSE and harmed in SUFFER else None


def harm_told(
    text: str, start: int, end: int, own: Iterable[str], *, loosely: bool = False
) -> Harm | None:
    """What a text about somebody, called `own`, says of harm between them and a name in it.

    Only what is said in so many words counts: nothing that is denied, asked or feared. `loosely`
    takes he, she and they for the one whom the text is about: enough to propose, not to keep.
    """
    before, after = _sentence(text, start, end)
    if DENIED.search(before) or DENIED.search(after):
        return None
    told = _any((*own, *ITSELF, *(PRONOUN if loosely else ())))
    whole = bool(AFTER.match(after))
    by = f"({_words(DONE)})\\s+by\\s+{CALLED}{NAMED_BEFORE}{QUOTE}"
    if whole and (done := _ends(before, told, by)):
        return Harm(DONE[done], by_named=True)
    if whole and (done := _ends(before, told, f"({_words(DOES)})\\s+{NAMED_BEFORE}{QUOTE}")):
        return Harm(DOES[done], by_named=False)
    return _named_first(before, after, _any((*own, *ITSELF[:4])))


def spoken_names(names: Iterable[str], *, child: bool) -> tuple[str, ...]:
    """How somebody may be called in a text of their own; a child by the first name as well."""
    found: dict[str, None] = {}
    for name in names:
        parts = parse_name(name)
        turned = f"{parts.surname}, {' '.join(parts.first)}" if parts.first else ""
        first = parts.first[0] if child and parts.first else ""
        found |= dict.fromkeys(filter(None, (name, parts.full, turned, first, parts.known_as)))
    return tuple(found)


def _named_first(before: str, after: str, told: str) -> Harm | None:
    """ "Darren Pike is grooming Aidan", "Aidan is groomed by Darren Pike": the name comes first."""
    if not re.search(rf"{OPENS}{NAMED_BEFORE}{QUOTE}$", before, re.IGNORECASE):
        return None
    lead = rf"{QUOTE}{NAMED_AFTER}\s+{CHAIN}"
    if does := re.match(rf"{lead}({_words(DOES)})\s+(?:{told})(.*)", after, re.I | re.S):
        return Harm(DOES[does[1].casefold()], True) if AFTER.match(does[2]) else None
    if done := re.match(rf"{lead}({_words(DONE)})\s+by\s+(?:{told})(.*)", after, re.I | re.S):
        return Harm(DONE[done[1].casefold()], False) if AFTER.match(done[2]) else None
    return None


def _ends(before: str, told: str, verb: str) -> str:
    """The verb on which the words before a name end, where they are of the one told of."""
    shape = rf"(?:{OPENS}{NAMED_BEFORE}(?:{told}){NAMED_AFTER}\s+|^\s*){CHAIN}{verb}$"
    hit = re.search(shape, before, re.IGNORECASE)
    return hit[1].casefold() if hit else ""


def _sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """The words of the same sentence before a name, and behind it."""
    begun = max((one.end() for one in BEGUN.finditer(text, 0, start)), default=0)
    over = BEGUN.search(text, end)
    return text[begun:start].lstrip(), text[end : over.end() if over else len(text)]


def _any(names: Iterable[str]) -> str:
    longest = sorted({name for name in names if name}, key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest)


def _words(verbs: dict[str, str]) -> str:
    return "|".join(verbs)
