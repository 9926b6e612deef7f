"""A line that begins with those who alone may read it: "police and yjs only phone seized"."""

import re
from dataclasses import dataclass

from models.rules.capture.phrases import Phrasebook, tokens_of
from models.rules.capture.refs import AgencyRef

LEAD = re.compile(
    r"[\s*#\"“'‘({\[]*(?P<first>(?:only|just)\s+)?"
    r"(?:(?:for|share\s+(?:only\s+)?with|shared\s+(?:only\s+)?with|restricted\s+to|limited\s+to)\s+)?"
    r"(?:only\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
CHAIR = re.compile(r"(?:the\s+)?(?:co-?)?chair(?:person)?(?:['’]?s)?\b", re.IGNORECASE)
JOIN = re.compile(r"\s*(?:,\s*and\b|,|and\b|&|\+|/)\s*(?:the\s+)?", re.IGNORECASE)
ONLY = re.compile(r"(?:['’]s?)?(?:\s+eyes)?[\s-]+only\b", re.IGNORECASE)
STOP = re.compile(r"[*\"”'’)}\]]*\s*(?:[:,.;–—]|-\s)\s*")
COLON = re.compile(r"\s*:\s*")
ENCLOSED = re.compile(r"[*\"”'’)}\]]+")
# "Police only attended once", "school only two days": what goes on as a sentence does.
GOES_ON = re.compile(
    r"\s*(?:ha[sd]|have|is|are|was|were|be|been|do|does|did|can|could|will|would|shall|should|may|might"
    r"|must|to|just|ever|then|when|after|once|twice|if|until|because|on|in|at|by|for|from|with|during|\d+|one"
    r"|two|three|four|five|six|part|came|come|went|go|goes|saw|see|sees|got|get|gets|knew|know|knows|found"
    r"|find|told|tell|said|says?|took|take|takes|made|make|gave|give|gives|became|become|hold|holds|held"
    r"|wants?|needs?|heard|hear|met|meet|spoke|speak|left|began|sent|send|put|allows?|attends?|visits?"
    r"|offers?|rings?|calls?|texts?|recently|managed?|\w{2,}ed)\b",
    re.IGNORECASE,
)
# "Police only hold one log" tells how many; "police only have the number" is kept to them.
HAVE = re.compile(
    r"\s*(?:ever|still|really|currently)?\s*(?:(?:have|hav|hve|hvae|ahve|hold)\b(?!\s+(?:his|her|their)\b)"
    r"|(?:see|get|meet|ring)\b)(?!\s+(?:of\s+|about\s+)?(?:this|that|it|the|back|off)\b)"
    r"|\s*(?:got|came|went|arrived|turned\s+up|made\s+it)\s+(?:there|here|to|in|back|home|out|up|on|at|when|after|once|\d)",
    re.IGNORECASE,
)
SELDOM = re.compile(
    r"\b(?:ha(?:ve|s|d)\s+(?:the|his|her|their|an?)\s+(?:old|last|first|one|copy)|once|twice|\d+\s+(?:out\s+)?of\s+(?:the\s+)?\d+|\d+\s+times|(?:\w+\s+)?times|recently|late|later|last\s+\w+|yesterday|today|when|after"
    r"|until|because|if|since|(?:days?|hours?|times?|mornings?|afternoons?|nights?)\s+(?:a|per|each)\s+\w+"
    r"|on\s+(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class OnlyFirst:
    """The agencies a line is kept to and whether the chair is named too; where the line goes on.

    `sure` is False where the words may begin a sentence: "Police only arrested him at four".
    """

    agencies: tuple[AgencyRef, ...]
    chair: bool
    end: int
    sure: bool = True


def only_first(text: str, agencies: Phrasebook[AgencyRef]) -> OnlyFirst | None:
    """Those whom a line is kept to by its first words; none where it plainly is a sentence."""
    lead = LEAD.match(text)
    if lead is None or "only" not in text[:200].lower() and not lead["first"]:
        return None
    kept, chair, end = chain_of(text, lead.end(), agencies)
    if not kept:
        return None
    only = ONLY.match(text, end)
    if only is None:
        return _led(text, lead, OnlyFirst(kept, chair, end))
    if HAVE.match(text, only.end()):
        return None
    stop = STOP.match(text, only.end())
    if stop is not None:
        return OnlyFirst(kept, chair, stop.end())
    closed = ENCLOSED.match(text, only.end())
    end = closed.end() if closed else only.end()
    if closed or not GOES_ON.match(text, end):
        return OnlyFirst(kept, chair, end)
    return None if SELDOM.search(text, end) else OnlyFirst(kept, chair, end, sure=False)


def _led(text: str, lead: re.Match[str], read: OnlyFirst) -> OnlyFirst | None:
    """ "Only police: …", "just for police: …": the colon ends the mark."""
    stop = COLON.match(text, read.end)
    return OnlyFirst(read.agencies, read.chair, stop.end()) if lead["first"] and stop else None


def chain_of(
    text: str, start: int, book: Phrasebook[AgencyRef]
) -> tuple[tuple[AgencyRef, ...], bool, int]:
    """The agencies named one after another from there, whether the chair is, and where they end."""
    tokens, kept, chair = tokens_of(text[:200]), list[AgencyRef](), False
    at = end = start
    while True:
        named = CHAIR.match(text, at)
        first = next((n for n, token in enumerate(tokens) if token.start == at), None)
        found = book.at(tokens, first, text) if named is None and first is not None else None
        if named is None and found is None:
            return tuple(dict.fromkeys(kept)), chair, end
        kept += [found.items[0]] if found else []
        chair = chair or named is not None
        end = found.end if found else named.end() if named else at
        joined = JOIN.match(text, end)
        # "Police, chair only": the comma parts who spoke from who may read it.
        if joined is None or ("," in joined[0] and CHAIR.match(text, joined.end())):
            return tuple(dict.fromkeys(kept)), chair, end
        at = joined.end()
