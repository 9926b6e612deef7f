"""Lists within one entry cut into their lines: "(1) … (2) …", "apologies: Garside, McBride"."""

import re

from models.rules.capture.context import CaptureContext
from models.rules.capture.field_words import field_words
from models.rules.capture.guests import listed_guest
from models.rules.capture.openings import opening
from models.rules.capture.parties import chain_at, party_at
from models.rules.capture.phrases import tokens_of
from models.rules.capture.reading import CaptureKind
from models.rules.capture.room_words import AT, CODES, LEFT
from models.rules.capture.standing_in import SWAPPED
from models.rules.capture.stepping_out import OUT

COMMITTING = (CaptureKind.ACTION, CaptureKind.RECOMMENDATION, CaptureKind.MEASURE)
NUMBERED = re.compile(r"(?:^|(?<=\s))(?:\((?P<a>\d)\)|(?P<b>\d)[.)])\s+(?=\D)")
HEAD = re.compile(
    r"\s*(?:att(?:endance)?[\s:]+)?(?P<how>apol(?:ogie)?s?(?:\s+(?:from|received(?:\s+from)?|sent(?:\s+by)?))?|present|here|in\s+attendance|also\s+present"
    r"|absent|observing|observers?|on\s+teams|online|remote)\s*[:–—-]?\s+",
    re.IGNORECASE,
)
KEY = re.compile(r"\s*[ard]\s", re.IGNORECASE)
KEY_AGAIN = re.compile(r"\s+(?:and\s+)?(?P<key>[ard])\s+(?=\w)")
DEED = re.compile(r"\s+(?P<word>[a-z]+)\b")
TAIL = re.compile(
    r"\s+(?:(?:are|both|all|is)\s+)*(?P<how>present|here|online|on\s+teams|absent|apologies|apols)[\s.]*$",
    re.IGNORECASE,
)
PARTS = re.compile(r"\s*(?:,\s*and\b|,|;|&|\+|\band\b)\s*(?![^(]*\))", re.IGNORECASE)
BRACKET = re.compile(
    r"\s*(?:\s[PRDANXIOC](?=\s|$)|(?:present|here|apol\w*|online|remote|(?:on\s+)?teams|left)\b|\([^()]*\)|[-–—]\s*(?:report|info\w*|update)\s+sent)?\s*[.]?\s*"
)

LEFT_AND_BACK = re.compile(
    rf"\s*(?P<who>.+?)[\s,:–—-]+(?:has\s+|had\s+|was\s+)?(?P<left>(?:left|gone|out|{OUT})\b[^,;]*?)"
    r"(?:\s*[,;–—-]\s*|\s+)(?:(?:and|then|but)\s+)*(?:(?:is|was|came|got|now)\s+)*"
    r"(?P<back>(?:back|returned|in\s+again)\b[^,;]*)",
    re.IGNORECASE,
)

NEXT = re.compile(r"\s*(?:;|,|[.](?=\s))\s*(?:and\s+)?|\s+and\s+", re.IGNORECASE)
HOW = re.compile(
    r"[\s,:–—-]*(?:\([^()]*\)\s*)?(?:(?:has|have|is|was|are|will\s+be)\s+)*"
    rf"(?:{'|'.join(words for _, words in CODES)}|{LEFT.pattern})(?!\w)",
    re.IGNORECASE,
)


def each_listed(entry: str, context: CaptureContext) -> tuple[str, ...]:
    """The entry cut where it counts what it asks for, or names several who are here or away."""
    cuts = (
        _numbered(entry),
        _each_attends(entry, context),
        _attending(entry, context),
        _went(entry, context),
    )
    return next(filter(None, cuts), None) or _keyed(entry, context) or (entry,)


def _went(entry: str, context: CaptureContext) -> tuple[str, ...] | None:
    """ "Khan left at 9.35, back 9.40": gone and here again, each with its time."""
    kind, rest = opening(entry)
    told = LEFT_AND_BACK.fullmatch(rest) if kind in (None, CaptureKind.ATTENDANCE) else None
    if told is None or not AT.search(told["left"]) or not AT.search(told["back"]):
        return None
    tokens = tokens_of(told["who"])
    party = party_at(told["who"], tokens, 0, context) if tokens else None
    known = party and party.people and not told["who"][party.end :].strip(" ,:–—-")
    if not known and listed_guest(told["who"], context, whole=False) is None:
        return None
    return tuple(f"att {told['who']} {told[how].strip()}" for how in ("left", "back"))


def _each_attends(entry: str, context: CaptureContext) -> tuple[str, ...] | None:
    """ "Att Garside apols, report sent; McBride apols": each with how they attend."""
    kind, rest = opening(entry)
    if kind is not CaptureKind.ATTENDANCE or SWAPPED.fullmatch(rest):
        return None
    starts, ends, past = [0], list[int](), _attends(rest, context)
    for cut in NEXT.finditer(rest) if past else ():
        end = _attends(rest[cut.end() :], context) if cut.start() >= past else 0
        if end:
            starts, ends, past = [*starts, cut.end()], [*ends, cut.start()], cut.end() + end
    pieces = (f"att {rest[a:z]}" for a, z in zip(starts, [*ends, len(rest)], strict=True))
    each = tuple(one for piece in pieces for one in _attending(piece, context) or (piece,))
    return each if ends else None


def _attends(text: str, context: CaptureContext) -> int:
    """Where those end with whom a text begins, where it goes on with how they attend; else 0."""
    tokens = tokens_of(text)
    chain = chain_at(text, tokens, 0, context) if tokens else ()
    known = chain and all(one.people for one in chain) and not text[: chain[0].start].strip(" (")
    return chain[-1].end if known and HOW.match(text[chain[-1].end :]) else 0


def _numbered(entry: str) -> tuple[str, ...] | None:
    """ "Recs: (1) consult (2) mentoring": counted from one, each of the first one's kind."""
    kind, rest = opening(entry)
    marks = list(NUMBERED.finditer(entry))
    counted = [int(one["a"] or one["b"]) for one in marks]
    begins = NUMBERED.match(rest)
    if (
        kind not in COMMITTING
        or not begins
        or len(marks) < 2
        or counted != list(range(1, len(marks) + 1))
    ):
        return None
    ends = [one.start() for one in marks[1:]] + [len(entry)]
    pieces = (entry[one.end() : end].strip(" ;,") for one, end in zip(marks, ends, strict=True))
    return tuple(f"{kind.value} {piece}" for piece in pieces if piece)


def _keyed(entry: str, context: CaptureContext) -> tuple[str, ...] | None:
    """ "a priya tell mum a tom tell dad": the letter again before somebody and what they do."""
    if not KEY.match(entry):
        return None
    cuts = [one for one in KEY_AGAIN.finditer(entry) if _is_asked(entry[one.end() :], context)]
    if not cuts:
        return None
    starts = [0, *(one.start("key") for one in cuts)]
    ends = [*(one.start() for one in cuts), len(entry)]
    return tuple(entry[start:end] for start, end in zip(starts, ends, strict=True))


def _is_asked(text: str, context: CaptureContext) -> bool:
    tokens = tokens_of(text)
    party = party_at(text, tokens, 0, context) if tokens else None
    deed = DEED.match(text[party.end :]) if party and party.people else None
    return deed is not None and (deed["word"] in field_words("deed") or deed["word"] == "to")


def _attending(entry: str, context: CaptureContext) -> tuple[str, ...] | None:
    """ "Apols: Garside (report), McBride": one line for each, with how they attend."""
    kind, rest = opening(entry)
    listed = rest if kind is CaptureKind.ATTENDANCE else entry
    tail = TAIL.search(listed)
    if tail and not HEAD.match(entry):
        entry = f"{tail['how']} {listed[: tail.start()]}"
    head = HEAD.match(entry)
    kind, rest = opening(entry)
    if head is None and kind is not CaptureKind.ATTENDANCE:
        return None
    said = entry[head.end() :] if head else rest
    pieces = [piece for piece in PARTS.split(said.strip(" .")) if piece]
    if len(pieces) < 2 or not all(_is_someone(piece, context) for piece in pieces):
        return None
    return tuple(f"att {piece} {head['how'] if head else ''}".strip() for piece in pieces)


def _is_someone(piece: str, context: CaptureContext) -> bool:
    tokens = tokens_of(piece)
    party = party_at(piece, tokens, 0, context) if tokens else None
    return bool(party and party.people and BRACKET.fullmatch(piece[party.end :]))
