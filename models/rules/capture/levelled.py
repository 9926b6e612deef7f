"""A level judged without "risk" before it: "holding him at high", "Leon's risk is now medium"."""

import re
from dataclasses import dataclass

from models.remembering import remembered
from models.rules.capture.context import CaptureContext
from models.rules.capture.decided_on import laid_on
from models.rules.capture.judged_names import named_in
from models.rules.capture.levels import level_words

COLOURS = ("red", "amber", "green", "yellow", "orange")
SPEAKS_OF = re.compile(
    r"\b(?:risk|level|rat|agree|keep|kept|hold|held|leave|left|put|set|mov|drop|tak|bring|brought|bump|rais"
    r"|lower|increas|reduc|grad|scor|judg|assess|stay|remain|gone|push|downgrad|upgrad|see|call|up|down|back"
    r"|from|now|still|rag|view|is|he['’]?s|she['’]?s|to)",
    re.IGNORECASE,
)
ANY_NAME = r"[\w'’-]+(?:\s+[\w'’-]+){0,3}?"
HEAD = (
    r"\s*(?:(?:ok(?:ay)?|right|so|and|then|yes|today)\b[\s,:–—-]+)*"
    r"(?:(?:the\s+)?(?:panel|chair|meeting|group|members|all|everyone|everybody|we|i(?!['’]d|\s+would))\b"
    r"(?:['’](?:re|ve|m|d|ll)|\s+(?:are|am|have|has|would|will|all|to|is))*\s+)?"
    r"(?:(?:let['’]?s|let\s+us|can\s+we|shall\s+we|going\s+to|gonna|agreed?s?\s+(?:to|that)|happy\s+to"
    r"|want\s+to|need\s+to|decided\s+to|think|feel|thought|felt|minded\s+to"
    r"|agreed?(?=\s+(?:@|he|she|they)))\s+)*"
)
THEM = (
    r"(?:him|her|them|it|he|she|they|this(?:\s+one)?"
    r"|(?:the\s+|this\s+)?(?:child|young\s+person|yp|case))\b"
)
WHO = rf"(?:@+|{THEM})"
RISK = r"(?:risk(?:\s+(?:level|rating|score|grading))?|level|rating|score)"
NOW = r"(?:(?:now|still|currently|again|back|also|agreed|staying|remaining)\s+)*"
TO = r"(?:(?:up|down|back|at|on|as|to|a|an|is|be|in)\s+)+"
MOVES = (
    r"(?:keep(?:ing|s)?|kept|hold(?:ing|s)?|held|leav(?:e|ing)|left|put(?:ting|s)?|mov(?:e|ed|ing)|drop(?:ped|ping|s)?"
    r"|tak(?:e|ing)|took|bring(?:ing)?|brought|bump(?:ed|ing)?|rais(?:e|ed|ing)|lower(?:ed|ing)?|increas(?:e|ed|ing)"
    r"|reduc(?:e|ed|ing)|push(?:ed|ing)?|downgrad(?:e|ed|ing)|upgrad(?:e|ed|ing)|step(?:ped|ping)?|see(?:ing)?|go(?:ing|ne)?)"
)
JUDGES = (
    r"(?:stay(?:s|ed|ing)?|remain(?:s|ed|ing)?|grad(?:e|ed|ing)|scor(?:e|ed|ing)|rat(?:e|ed|ing)|judg(?:e|ed|ing)"
    r"|assess(?:ed|ing)?|call(?:ed|ing)?|set(?:ting)?)"
)
THE_RISK = rf"(?:the\s+|his\s+|her\s+|their\s+)?{RISK}"
VIEW = r"(?:the\s+)?(?:(?:panel(?:['’]?s)?|our)\s+(?:view|rating|level|judge?ment)|level|rating)"
IS = r"(?:['’]?s|\s+is|\s+to\s+be|\s+should\s+be|\s+as)"
WAS = (
    r"(?:is|was|has|been|now|still|gone|moved|agreed|judged|assessed|set|stays?|remains?"
    r"|considered|put)"
)
# "His risk is now medium", "holding him at high", "remains high", "agreed: high".
OWN_RISK = (
    rf"(?:@+(?:['’]?s)?|his|her|their|the|our)[\s:–—-]+(?:(?:overall|current)\s+)?{RISK}\s*[:=–—-]?\s*"
    rf"(?:{WAS}\s+)*(?:{TO})?{NOW}<l>"
)
HELD_AT = rf"{MOVES}\s+(?:(?:{WHO}|{THE_RISK})\s+)?{NOW}{TO}<l>"
JUDGED_AT = rf"(?:{WHO}\s+)?{JUDGES}\s+(?:(?:{WHO}|{THE_RISK})\s+)?{NOW}(?:{TO})?<l>"
AGREED_AT = r"(?:all\s+)?agree[ds]?(?:\s+on)?\s*(?:[:–—-]\s*|\s(?:at|as|it['’]?s)\s+)?\s*<l>"
# "Gone from medium to high".
GONE_TO = (
    rf"(?:{WHO}(?:['’]?s|\s+has|\s+is)?\s+)?(?:now\s+)?(?:(?:gone|moved|going|moves|goes)\s+)?"
    r"(?:(?:up|down|back|over)\s+)*(?:from\s+<o>\s+)?(?:(?:up|down|back)\s+)*(?<=[a-z]\s)to\s+<l>"
)
# "Leon is now medium"; "he's still high" may tell of something else.
IS_NOW = (
    rf"@+{IS}?\s+(?:(?:now|agreed)\s+)+<l>"
    rf"|{WHO}{IS}?\s+(?:(?:now|still|agreed)\s+)+(?:<m>|<l>(?=[\s-]+risk\b))"
)
# "Panel agreed he's high risk"; "RAG: amber", "level unchanged, high".
AGREED_OF = rf"<a>{WHO}{IS}\s+<l>(?=[\s-]+risk\b)"
VIEWED = (
    rf"(?:rag(?:[\s-]+rat(?:ed|ing))?|{VIEW})[\s,]*(?:is|as|stays|remains|unchanged|same|now)?"
    r"\s*[:=,–—-]?\s*<l>"
)
SHAPES = "|".join((OWN_RISK, HELD_AT, JUDGED_AT, AGREED_AT, GONE_TO, IS_NOW, AGREED_OF, VIEWED))
# Nothing that makes it "high alert", "high risk of" or "red car" may stand behind the level.
ENDS = (
    r"(?:[\s-]+risk)?"
    r"(?=\s*(?:$|[,;.:!?(–—→-]|(?:from|because|as|since|due|given|until|till?|for\s+now|but|and|again|still"
    r"|now|please|pls|then|after|following|while|whilst|pending|by\s+(?:the\s+)?(?:panel|all|chair)|today"
    r"|agreed|same|no\s+change|unchanged|all\s+agree\w*|thanks|this\s+time|on\s+balance|overall|for\s+(?:us|me))\b))"
)
HOLDS = re.compile(r"\b(?:keep\w*|kept|hold\w*|held|leav\w*|left|stay\w*|remain\w*|still)\b", re.I)
DROPS = re.compile(r"\b(?:drop\w*|downgrad\w*|lower\w*)\b", re.IGNORECASE)
LIFTS = re.compile(r"\b(?:bump\w*|rais\w*|upgrad\w*|push\w*)\b", re.IGNORECASE)
COLOUR = re.compile(rf"\b(?:{'|'.join(COLOURS)})\b", re.IGNORECASE)
LETTERS = re.compile(r"[a-z]+")
AGREED = re.compile(r"\b(?:agree[ds]?|decided|panel|we|chair|everyone|all)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Levelled:
    """The head of a line that judges a level: where it ends, and which way it says it goes.

    `whose` are its words without a colour that stands for the level: a child may be called so.
    """

    end: int
    direction: str | None
    whose: str


def levelled(text: str, context: CaptureContext) -> Levelled | None:
    """The head of a line that judges a level, or a colour; None for any other line.

    Whoever is named in it is the item's own, or one on whom the line lays it.
    """
    if not SPEAKS_OF.search(text) or not _speaks_of_level(text, context.risk_levels):
        return None
    head, anybody = _shapes(context.risk_levels)
    if anybody.match(text) is None:
        return None
    said, others = text, False
    for one in named_in(text, context):
        if one.raw.lower() not in COLOURS or not text[: one.start].strip():
            said = said[: one.start] + "@" * (one.end - one.start) + said[one.end :]
            others = others or one.items != (context.subject,)
    found = head.match(said)
    if found is None or (found["agrees"] is not None and not AGREED.search(said[: found.end()])):
        return None
    last = list(COLOUR.finditer(found[0]))[-1:]
    whose = f"{text[: last[0].start()]}high{text[last[0].end() :]}" if last else text
    if others and "@" in found[0] and laid_on(whose, context) is None:
        return None
    return Levelled(found.end(), _direction(found[0]), whose)


def colour_in(text: str) -> str | None:
    """A colour that is said for a level; schemes differ in what it means."""
    return next((one for one in LETTERS.findall(text.lower()) if one in COLOURS), None)


def _speaks_of_level(text: str, scheme: tuple[str, ...]) -> bool:
    return not _words(scheme).isdisjoint(LETTERS.findall(text.lower()))


def _direction(head: str) -> str | None:
    for direction, words in (("reducing", DROPS), ("increasing", LIFTS), ("unchanged", HOLDS)):
        if words.search(head):
            return direction
    return None


@remembered(8)
def _long(scheme: tuple[str, ...]) -> tuple[str, ...]:
    """The words of the scheme's levels that are no single letters."""
    return tuple(sorted(one for one in level_words(scheme) - {"risk", "very"} if len(one) > 2))


@remembered(8)
def _words(scheme: tuple[str, ...]) -> frozenset[str]:
    return frozenset((*_long(scheme), *COLOURS))


@remembered(8)
def _shapes(scheme: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The heads of such lines, and the same with any words where a name may stand."""
    plain = "|".join((*_long(scheme), *COLOURS))
    level = rf"(?:v(?:ery)?[\s./]*)?(?:{plain})\b"
    no_mood = "|".join((*(one for one in _long(scheme) if one not in ("high", "low")), *COLOURS))
    middle = rf"(?:v(?:ery)?[\s./]+(?:{plain})|{no_mood})\b"
    marks = {"<l>": level, "<o>": level, "<m>": middle, "<a>": "(?P<agrees>)"}
    shapes = SHAPES
    for mark, words in marks.items():
        shapes = shapes.replace(mark, words)
    whole = rf"{HEAD}(?:{shapes}){ENDS}"
    anybody = whole.replace("@+", ANY_NAME).replace("@", r"\w")
    return re.compile(whole, re.IGNORECASE), re.compile(anybody, re.IGNORECASE)
