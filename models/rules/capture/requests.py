"""Ways of asking put plainly: "can Raman ring home", "ask Raman to ring home" as "Raman to …"."""

import re

from models.rules.capture.at_work import at_work
from models.rules.capture.context import CaptureContext
from models.rules.capture.duties import DUTY
from models.rules.capture.errands import FINITE
from models.rules.capture.left_undone import left_undone
from models.rules.capture.parties import Party, chain_at
from models.rules.capture.phrases import tokens_of
from models.rules.capture.promises import promised
from models.rules.capture.request import Request, party_from

FILLER = re.compile(
    r"\s*(?:(?:(?:the\s+)?(?:next|first|last|other|main|final)\s+(?:thing|one|step)\s+(?:is|would\s+be)(?:\s+for)?|ok(?:ay)?|right|so|well|now|then|and|oh|um+|er+m?|yes|yep|yeah|great|thanks|fine|alright|just"
    r"|also|plus|next|finally|lastly|anyway|please|pls|for\s+the\s+(?:record|minutes)|to\s+(?:confirm|be\s+clear)"
    r"|as\s+(?:agreed|discussed|above|before)|in\s+that\s+case|on\s+that|i\s+(?:think|guess|suppose)|we\s+think|thank\s+you|perhaps|maybe"
    r"|what\s+(?:i|we)(?:['’]ll\s+do|\s+will\s+do|['’]d\s+like|\s+want|\s+need|\s+would\s+like)\s+is(?:\s+for)?|thanks\s+(?:everyone|all|everybody)"
    r"|(?:some|the|two|three|four|five|a\s+few|a\s+couple\s+of|\d)\s+(?:quick\s+|new\s+)?(?:things?|actions?|points?|bits)(?:\s+(?:then|from\s+(?:this|that)|agreed|here))?)\b[\s,.:–—-]+)+",
    re.IGNORECASE,
)
SOMEONE = re.compile(
    r"(?:some(?:one|body)|sum1|anyone|one|an?\s+(?:colleague|worker|officer|member\s+of\s+staff))\s+"
    r"(?:from|at|in|of)\s+(?:the\s+)?",
    re.IGNORECASE,
)
# "Can Raman ring home": who stands between the word that asks and the deed.
QUERY = re.compile(
    r"(?:please\s+)?(?:let['’]?s\s+(?:please\s+)?(?P<lets>get|have|ask)\s+|if\s+|(?:can|could|would|will|shall|should)\s+(?:(?:we|you|i)\s+(?:please\s+)?(?P<ask>ask|get|have)\s+)?)"
    r"(?:the\s+)?",
    re.IGNORECASE,
)
ASK = re.compile(
    r"(?:(?:we|i|let['’]?s|let\s+us|(?:the\s+)?(?:chair|panel|meeting|members))(?:['’](?:ll|d))?\s+)?(?:(?:will|would|need|needs|should|must|can|could|like|agreed|please"
    r"|to|has|have)\s+)*(?:ask(?:ed)?|get|need|want|invited?|remind(?:ed)?|tell|chase|like|task(?:ed)?|direct(?:ed)?|request(?:ed)?)\s+"
    r"(?:the\s+)?",
    re.IGNORECASE,
)
HANDED = re.compile(
    r"(?:to(?=\s+[^:]{2,30}:\s)|(?:to\s+be\s+)?(?:done|actioned|owned|led|picked\s+up|completed|taken)\s+by|(?:(?:that|this|it)(?:['’]?s|\s+is)\s+)?an?\s+action\s+(?:for|on)|that['’]?s|that\s+is|it['’]?s|this\s+is|this\s+one['’]?s|(?:that|this)\s+(?:one\s+)?is|one\s+for"
    r"|owner\s*[:–-]?|for(?=\s+[A-Z][^:;,]{2,30}:\s)|over\s+to|down\s+to|put\s+down|we['’]?ve\s+got)\s+(?:for\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
HANDED_ON = re.compile(r"\s*(?:\b(?:for|on|doing|with|down\s+for)\s+|[:,.–—-]\s*)", re.IGNORECASE)
# "Fiona is not here but action for her: letter to parents".
FOR_THEM = re.compile(
    r"^(?P<said>.*?)[\s,;–—-]+(?:(?:but|and|so)\s+)?(?:an?\s+)?action\s+for\s+(?:her|him|them)\s*[,:–—-]*\s*",
    re.IGNORECASE,
)
WORD = re.compile(
    r"\s+(?:(?:please|pls|also|just|possibly|be\s+(?:able|willing|happy)\s+to)\s+)*(?=[a-z]{2,})"
)
# "Could we have a list of his lessons from Whitlock by Tuesday": what is wanted of whom.
WANTED = re.compile(
    r"(?:please\s+)?(?:(?:can|could|may)\s+(?:we|i)(?:\s+please)?\s+(?:have|get|see)|(?:we|i)(?:['’]d|\s+would)\s+like|(?:we|i)\s+need)"
    r"\s+(?P<what>(?!to\b|you\b)[^,;]{3,90}?)\s+from\s+(?:the\s+)?",
    re.IGNORECASE,
)
IF = re.compile(r"(?:please\s+)?if\s", re.IGNORECASE)
# "Ask Freya if she can ring home".
IF_THEY = re.compile(
    r"\s+(?:if|whether)\s+(?:he|she|they|someone)\s+(?:can|could|will|would|might|is\s+able\s+to|are\s+able\s+to)\s+"
    r"(?=[a-z]{2,})",
    re.IGNORECASE,
)
TELLS = re.compile(
    r"\s+(?:says?|said|reports|reported|thinks?|feels?|felt|believes?|tells?\s+us|told|confirms|confirmed|notes|noted"
    r"|has|had|is|was|wants|describes|described|raised|advised|advises|stated|states)\b",
    re.IGNORECASE,
)
COULD = re.compile(r"\s+(?:could|can|would|will)\s+(?:(?:please|also|just)\s+)*(?=[a-z]{2,})")
# "NRM to be submitted by CSC within 2 days": who does it stands behind the deed.
BY_AGENT = re.compile(
    r"^(?:(?:it\s+was\s+)?agreed\s+(?:that\s+)?)?(?P<deed>(?!.*\b(?:was|were|had|has|have)\s+to\s+be\b)(?!.*\b(?:weekly|daily|monthly|fortnightly|regularly|every|each)\b).{3,}?\b(?:(?:is|are|needs?)\s+)?(?:to|will|should|must)\s+be\s+"
    r"(?:[\w'’-]+\s+){1,5}?)by\s+(?:the\s+)?(?=\w)",
    re.IGNORECASE,
)
PLEASE = re.compile(
    r"[\s,]*\b(?:please|pls|thanks)\b(?=\s*(?:$|[,.;?]|by\b|before\b))", re.IGNORECASE
)


def plainly(text: str, context: CaptureContext) -> Request | None:
    """The request that a line makes in another order of words; none where it makes none so."""
    filled = FILLER.match(text)
    said = text[filled.end() :] if filled else text
    said = PLEASE.sub("", said)
    for way in (
        by_agent,
        promised,
        _wanted_of,
        _of_someone,
        _queried,
        _asked_through,
        _handed,
        _for_them,
        left_undone,
        at_work,
    ):
        request = way(said, context)
        if request is not None:
            return request
    return Request(said) if said != text else None


def by_agent(text: str, context: CaptureContext) -> Request | None:
    """ "NRM to be submitted by CSC, within 2 days" as "CSC: NRM to be submitted, within 2 days"."""
    head = BY_AGENT.match(text)
    party = party_from(text, head.end(), context) if head else None
    if head is None or party is None:
        return None
    rest = text[party.end :].lstrip(" ")
    joined = "" if rest[:1] in ",.;" else " "
    deed = head["deed"].rstrip()
    return Request(
        f"{text[party.start : party.end]}: {deed}{joined}{rest}".rstrip(), 1.5, handed=True
    )


def _wanted_of(text: str, context: CaptureContext) -> Request | None:
    head = WANTED.match(text)
    party = party_from(text, head.end(), context) if head else None
    if head is None or party is None:
        return None
    rest = text[party.end :].lstrip(" ")
    if not context.day_in(rest).found:
        return None
    joined = "" if rest[:1] in ",.;" else " "
    asked = f"{text[party.start : party.end]}: {head['what']}{joined}{rest}"
    return Request(asked.rstrip(" ?"), 0.5, handed=True)


def _of_someone(text: str, context: CaptureContext) -> Request | None:
    head = SOMEONE.match(text)
    party = party_from(text, head.end(), context) if head else None
    return Request(text[party.start :], 0.5) if party and party.agency else None


def _queried(text: str, context: CaptureContext) -> Request | None:
    head = QUERY.match(text)
    if head is None:
        return None
    party = party_from(text, _past_someone(text, head.end()), context)
    if party is None:
        return None
    end = _last_of_chain(text, party, context)
    rest = text[end:]
    if TELLS.match(rest):
        return None  # "Will Ashdown says that …": his name, and no question
    duty = DUTY.match(rest) if head["ask"] or head["lets"] else None
    supposed = IF.match(head[0])
    word = COULD.match(rest) if supposed else WORD.match(rest)
    if not (duty or word):
        return None
    after = duty.end() if duty else word.end() if word else 0
    return Request(f"{text[party.start : end]} to {rest[after:]}", -0.25)


def _past_someone(text: str, place: int) -> int:
    """Where the agency stands that "someone from" is asked of, or the same place."""
    someone = SOMEONE.match(text, place)
    return someone.end() if someone else place


def _last_of_chain(text: str, party: Party, context: CaptureContext) -> int:
    """Where those end who are asked together: "can Finley and Kian go"."""
    tokens = tokens_of(text)
    first = next(n for n, token in enumerate(tokens) if token.start >= party.start)
    chain = chain_at(text, tokens, first, context)
    return chain[-1].end if chain else party.end


def _asked_through(text: str, context: CaptureContext) -> Request | None:
    head = ASK.match(text)
    if head is None:
        return None
    place = _past_someone(text, head.end())
    party = party_from(text, place, context, loose=place == head.end())
    if party is None:
        return None
    rest = text[party.end :]
    if whether := IF_THEY.match(rest):
        return Request(f"{text[party.start : party.end]} to {rest[whether.end() :]}")
    return Request(text[party.start :]) if DUTY.match(rest) else None


def _handed(text: str, context: CaptureContext) -> Request | None:
    head = HANDED.match(text)
    party = party_from(text, head.end(), context, loose=True) if head else None
    if head is None or party is None:
        return None
    rest = text[party.end :]
    if DUTY.match(rest):
        return Request(text[party.start :])
    if head[0].lower().startswith("for") and FINITE.search(rest):
        return None  # "for Kai: he was seen": told, and perhaps to Kai alone
    on = HANDED_ON.match(rest)
    return Request(f"{party.raw}: {rest[on.end() :]}", handed=True) if on else None


def _for_them(text: str, context: CaptureContext) -> Request | None:
    head = FOR_THEM.match(text)
    party = party_from(text, 0, context) if head else None
    return Request(f"{party.raw}: {text[head.end() :]}", handed=True) if head and party else None
