"""Where a line goes on to something of its own: "… seen on Monday; Raman to tell mum by Friday"."""

import re

from models.rules.capture.context import CaptureContext
from models.rules.capture.going_on import goes_on
from models.rules.capture.looking_again import looked_again
from models.rules.capture.numbers import ORDERS
from models.rules.capture.openings import opening
from models.rules.capture.owners import COLON
from models.rules.capture.parties import party_at, party_end
from models.rules.capture.phrases import tokens_of
from models.rules.capture.reading import CaptureKind
from models.rules.capture.reasons import BECAUSE
from models.rules.capture.shapes import settled
from models.rules.capture.subjects import named_alike
from models.rules.dates.finding import DEADLINES

STOP = re.compile(r"\s*;\s*(?:and\s+)?|[.]\s+(?=[A-Z])")
ONWARDS = re.compile(r"\s*,\s*(?:(?:oh\s+)?and|so|then)\s+|\s+and\s+", re.IGNORECASE)
COMMA = re.compile(r"\s*,\s*(?:and\s+)?")
ASIDE = re.compile(r"\s*,\s*(?:(?:and|so|then|but)\s+)?|\s+(?:and|so)\s+", re.IGNORECASE)
ASKED = re.compile(
    r"\s*(?:to|will|['’]ll|(?:['’]s|is)\s+(?:going\s+to|gonna|to))\s+[a-z]{2,}", re.IGNORECASE
)
# "He wrote: …; …": what follows a semicolon is still the letter.
QUOTES = re.compile(r"\b(?:wrote|writes|reads?|said|texted|text|message|posted)\s*:", re.IGNORECASE)
OF_ITS_OWN = frozenset(CaptureKind) - {CaptureKind.NOTE, CaptureKind.REVIEW, CaptureKind.LINK}
# Behind these a comma or "and" is enough for an action of its own: they are short themselves.
SHORT = (
    CaptureKind.UPDATE, CaptureKind.DECISION, CaptureKind.REVIEW, CaptureKind.RISK,
    CaptureKind.ATTENDANCE, CaptureKind.TIMING,
)  # fmt: skip
COMMITTING = (CaptureKind.ACTION, CaptureKind.RECOMMENDATION, CaptureKind.MEASURE)


def breaths(entry: str, context: CaptureContext) -> tuple[str, ...]:
    """An entry cut where the words that follow are by themselves of another kind."""
    stops = list(STOP.finditer(entry))
    onwards = list(ONWARDS.finditer(entry))
    if not stops and not onwards and "," not in entry:
        return (entry,)
    first = settled(entry, context).kind
    cuts = stops + (onwards if first in SHORT else [])
    if first is CaptureKind.RISK:
        cuts += [one for one in COMMA.finditer(entry) if _looks_again(entry[one.end() :], context)]
    if first in (CaptureKind.RISK, CaptureKind.DECISION) or (
        first is CaptureKind.NOTE and opening(entry)[0] is None
    ):
        cuts += [one for one in ASIDE.finditer(entry) if _asks_on(entry, one, context)]
    for cut in sorted(cuts, key=lambda one: one.start()):
        before, after = entry[: cut.start()], entry[cut.end() :]
        if _quoted(before) or QUOTES.search(before) or not before.strip():
            continue
        onward = cut not in stops and cut not in onwards
        if onward and first is not CaptureKind.NOTE and BECAUSE.search(opening(before)[1]):
            continue  # what stands behind a reason's colon is still the reason
        if onward or _apart(before, after, first, context, firm=cut in stops):
            return (before.strip(), *breaths(after.strip(), context))
    return (entry,)


def _looks_again(after: str, context: CaptureContext) -> bool:
    """ "…; see him again 28 Jan": a day to look again, and nothing behind it."""
    again = looked_again(after, context)
    return again is not None and not after[again.end :].strip(" .!;")


def _asks_on(entry: str, cut: re.Match[str], context: CaptureContext) -> bool:
    """ "… not registered, and Nisha's going to find a GP by Friday": whom it asks, and by when."""
    after = entry[cut.end() :]
    end = party_end(after, context)
    if end is None or not ASKED.match(after[end:]):
        return False
    when = context.day_in(after)
    dated = when.lead in DEADLINES and when.value is not None and when.value >= context.today
    named = after[:1].isupper() or not named_alike(after[:end], context)
    return dated and named and settled(after, context).kind is CaptureKind.ACTION


def _apart(
    before: str, after: str, first: CaptureKind, context: CaptureContext, *, firm: bool
) -> bool:
    kind = settled(after, context).kind
    named, _ = opening(after)
    if not firm:
        return kind is CaptureKind.ACTION and named is None
    if _names_only(before, context):
        return False  # "Action: DI Khan. CAWN on Slade."
    if goes_on(before, after, context):
        return False
    if first is CaptureKind.NOTE and _speaks(before, context) and _speaks(after, context):
        return True
    if kind is CaptureKind.ACTION and first in COMMITTING and named is None:
        return False  # cut with the others who are asked, each of the first one's kind
    if first is CaptureKind.UPDATE and (kind is first or after.strip(" .").lower() in ORDERS):
        return False
    if kind is CaptureKind.REVIEW and _looks_again(after, context):
        return True
    return kind in OF_ITS_OWN and not (named is kind and len(after.split()[0].strip(":")) == 1)


def _speaks(piece: str, context: CaptureContext) -> bool:
    """True where a piece begins with who says it and a colon."""
    _, said = opening(piece)
    end = party_end(said, context)
    return end is not None and bool(COLON.match(said[end:]))


def _names_only(piece: str, context: CaptureContext) -> bool:
    """True where a piece holds nothing but who is to do something."""
    _, said = opening(piece)
    tokens = tokens_of(said)
    party = party_at(said, tokens, 0, context) if tokens else None
    return party is not None and not said[party.end :].strip(" :.,")


def _quoted(before: str) -> bool:
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")
