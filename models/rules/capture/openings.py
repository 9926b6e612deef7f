"""Which kind of entry a line is, from its first word or, failing that, from its shape."""

import re
from collections.abc import Callable

from models.rules.capture.field_words import begins_sentence
from models.rules.capture.misspelt import meant_word
from models.rules.capture.opening_phrases import PHRASES
from models.rules.capture.reading import CaptureKind
from models.rules.dates.vocabulary import COUNT, MONTH, NEXT, NTH_WORD, WEEKDAY

WORDS = {
    CaptureKind.ACTION: "a act action actions actn",
    CaptureKind.RECOMMENDATION: (
        "r rec recs recc reccs recom recomm recommend recommends recommendation recommendations"
    ),
    CaptureKind.MEASURE: "d dis disrupt disruption mea measure",
    CaptureKind.NOTE: "n note",
    CaptureKind.UPDATE: "u upd update",
    CaptureKind.DECISION: "dec decide decided decision",
    CaptureKind.REVIEW: "rev review rvw revw rv",
    CaptureKind.RISK: "ris risk rsk",
    CaptureKind.LINK: "lin link links linked lnk",
    CaptureKind.DECLARATION: "dcl decl declare declares declaration",
    CaptureKind.ATTENDANCE: "att attendance apologies apology apols",
    CaptureKind.TIMING: "tim timing",
    CaptureKind.URGENT: "urg urgent",
}
LONG_WORDS = (
    "action", "recommend", "recommendation", "disruption", "measure", "update", "decision",
    "review", "declaration", "attendance", "apologies", "timing", "urgent",
)  # fmt: skip
KIND_OF = {word: kind for kind, words in WORDS.items() for word in words.split()}
# Whatever mark stands behind the word, or none: "action, Lomax to …", "rec- …", "a, lomax to …".
FIRST = re.compile(
    r"^\s*/?(?P<word>[A-Za-z]+)"
    r"(?P<gap>\s*[:–—]\s*|(?<=\w{3})\s*[,;=>|]+\s*|(?<![A-Za-z]{2})(?<=[a-z])\s*,\s+"
    r"|(?<=\w{3})[.!]+\s+|(?<=\w{3})-\s+|\s+-(?:\s+|(?![\d\s]))|\s+|$)"
)
# A sentence that merely begins with one of the long words.
SENTENCE = re.compile(
    r"(?:is|was|has|of|that|are|were|the\s+fact|not)\b"
    r"(?!(?<=not)\s+(?:to\s+be\s+|be\s+)?(?:for\s+(?:the\s+)?minut|minuted|in\s+the\s+minutes))",
    re.IGNORECASE,
)
SENTENCE_WORDS = frozenset({
    "risk", "note", "measure", "linked", "link", "links", "decision", "review", "update",
})  # fmt: skip
KEPT_WHOLE = frozenset({"apologies", "apology", "apols"})
# What stands before a line and is none of its words: "- ", "1. ", "@".
BULLET = re.compile(r"^\s*(?:[-•*·–—>]+|\(?\d{1,2}[.)])\s+(?=[^\W\d_])|^\s*@(?=\w)")
# "Ok, action for Harjit …".
THEN = re.compile(
    r"^\s*(?:(?:ok(?:ay)?|right|so|and|then|now|next|yes|well|great|fine|please|pls)\b[\s,.:–—-]+)+"
    r"(?=(?:the\s+|our\s+|my\s+)?(?:action|recommend(?:ation)?|decision|disruption|update|urgent|dec|rec|link|apologies)\b)",
    re.IGNORECASE,
)
# "A boy was stopped", "a 16 year old was seen": the article, not the letter that opens an action.
ARTICLE = re.compile(
    r"\s*(?:A\s+(?=[a-z])|[Aa]\s+(?=\d+[\s-]?(?:years?|yrs?|y/?o|months?|weeks?|days?|bed)\b))(?!(?:\S+\s+){1,3}(?:to|will)\b)"
    r"(?=.*\b(?:is|was|are|were|has|had|have|been|said|came|told|went|seen)\b)"
)
CUT = re.compile(
    r"\s*(?:;|//|\s/\s|,\s*and\b|,)\s*(?=/?(?:dec|decision|rev|review|ris|risk)\b"
    r"|(?:a|act|action)\s+(?:\S+\s+){1,4}(?:to|will)\b)"
    # After a full stop only a short word or one with its colon: "Risk is …" goes on as a sentence.
    r"|(?<=[\w)])[.]\s+(?=/?(?:(?:rec|recs|dec(?!\s+\d)|rev|ris|lin|upd|act|dis|tim|att|urg)\s+\w"
    r"|review(?:ed)?\s+(?:on\s+|in\s+)?(?=\d|next\b|at\s+next\b)|(?:action|rec|recommend\w*|dis\w*|measure|note|update|decision|review|risk|link|[arndu])\s*:"
    r"|(?:a|act|action)\s+(?:\S+\s+){1,4}(?:to|will)\b|recommend\s))"
    r"|\s*(?:;|//)\s*(?:and\s+)?(?=/?(?:[ardnu]|(?:new\s+|another\s+)?act(?:ion)?|rec|recommend|dis"
    r"|disrupt|note|update|upd|lin|link|att|tim|urg)\b\s)",
    re.IGNORECASE,
)
# Levels of the schemes in use (domain brief 3.4), by the words that begin them.
RISK_LEVEL = re.compile(
    r"/?risk?\b[^;,.]*?\b(?:very|high|medium|med|moderate|mild|low|standard|significant|emerging"
    r"|cat(?:egory)?|level|hi|[hmlvs1-4])\b",
    re.IGNORECASE,
)
# "Review at core group by 4 Dec", "review the care plan": what someone is asked, no day of the
# panel's own.
DAYS = (
    r"(?:the\s+)?(?:on|in|by|at|date|due|set|again|is|for|to|when|once|before|b4|after|within|end|early"
    rf"|mid|late|start|this|{NEXT}|today|tom\w*|tmrw|xmas|christmas|easter|panel|mace|meeting|mtg|w/c"
    rf"|half|bank|last|new\s+year|spring|summer|autumn|winter|{COUNT}|{NTH_WORD}|{WEEKDAY}|{MONTH}|\d)"
)
ANOTHER_REVIEW = re.compile(
    rf"/?review(?:ed)?\s+(?:(?!{DAYS}(?![a-z])|(?:with|through|via|during)\b)[a-z]"
    r"|(?:at|with|through|via|during|by)\s+"
    r"(?!(?:our\s+)?(?:ne?xt?\s+)?(?:panel|mace|meeting|mtg)\b|all\b)"
    rf"(?!{DAYS}(?![a-z]))[a-z])",
    re.IGNORECASE,
)
JUDGED = (CaptureKind.DECISION, CaptureKind.REVIEW, CaptureKind.RISK)


def opening(line: str) -> tuple[CaptureKind | None, str]:
    """The kind that the first word names and the rest; no kind and the whole line if none does."""
    whole = BULLET.sub("", line, count=1)
    line = THEN.sub("", whole, count=1)
    for pattern, phrased, stays in PHRASES:
        head = pattern.match(line)
        if head:
            return phrased, line.strip() if stays else line[head.end() :].strip()
    found = FIRST.match(line)
    word = found["word"].lower() if found else ""
    word = meant_word(word, LONG_WORDS) or word
    kind = KIND_OF.get(word)
    if not found or kind is None:
        return None, whole.strip()
    rest = line[found.end() :].strip()
    if not found["gap"].strip() and _goes_on(word, rest, line):
        return None, whole.strip()
    return kind, rest if word not in KEPT_WHOLE else line.strip()


def _goes_on(word: str, rest: str, line: str) -> bool:
    """True where the word that could open an entry only begins a sentence."""
    told = word in SENTENCE_WORDS and SENTENCE.match(rest)
    plain = word == "links" or (word == "recommend" and re.match(r"(?:is|was)\b", rest))
    return bool(told or plain or ARTICLE.match(line)) or begins_sentence(line)


def _tells_risk_as_reason(rest: str) -> bool:
    """ "close, risk reduced": why it was decided, not a level that was judged."""
    return bool(re.match(r"/?ris", rest, re.IGNORECASE)) and not RISK_LEVEL.match(rest)


def entries(
    line: str, first: CaptureKind | None, goes_on: Callable[[str, str], bool]
) -> tuple[str, ...]:
    """A line cut where a second entry plainly begins: "risk high; dec remain, review 24 Dec".

    `first` is the kind of its first entry: after what is judged a comma is enough. `goes_on` says
    of what stands before and behind a cut that it is one text.
    """
    pieces, start = [], 0
    for cut in CUT.finditer(line):
        firm = "," not in cut[0]
        rest = line[cut.end() :]
        if _tells_risk_as_reason(rest) or ANOTHER_REVIEW.match(rest):
            continue
        if goes_on(line[start : cut.start()], rest):
            continue
        if firm or first in JUDGED:
            pieces.append(line[start : cut.start()])
            start = cut.end()
    pieces.append(line[start:])
    return tuple(piece.strip() for piece in pieces if piece.strip()) or (line,)
