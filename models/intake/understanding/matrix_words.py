"""The words of tick tables: what heads answers and evidence, and what an answer says."""

import re

from models.intake.understanding.ticks import TICKED, choices, is_tick, yes_no

_ASK = r"(?:please )?(?:indicate|state|circle|mark)\b"
ANSWER = re.compile(
    r"^\W*(?:present|yes|no|y|n|yes or no|no\s*/\s*(?:not known|unknown|n/?k|not sure|unsure)|"
    r"yes\s*/\s*no(?:\s*/\s*(?:unknown|not known|nk))?|"
    r"y\s*/\s*n(?:\s*/\s*(?:nk|u|dk|na|n/a|s))*|"
    rf"(?:please )?tick(?:(?: if| all| as)[^:]*| box)?|tick\s*\(.*\)|ticked|{_ASK}[^:]{{0,40}}|"
    r"current or [^:]{0,40}|prior to [^:]{0,40}|applies|unknown|not known|n/?k|don'?t know|"
    r"(?:no|low|medium|high|some|strong) (?:risk|concern)|strong|"
    r"n/?a|not applicable|unsure|suspected|confirmed|current(?:ly)?|previous(?:ly)?|past|"
    r"historic(?:al)?|now|never|score|rating|risk|level|answer|response|"
    r"low|medium|high|red|amber|green|l|m|h|[0-3]|0\s*[-–]\s*3|score.*0.*3.*|seen|identified|"
    r"absent|not present|present\W+y(?:es)?\s*/.*|(?:present|answer)\s*[?(].*|"
    r"(?:in )?(?:the )?(?:past|last|previous) .*months.*|"
    r"\d+\s*(?:-|–|to)\s*\d+ months.*|over \d+ months.*|✓|✔|☒|x|"
    r"none|some|significant|moderate|mild|severe|emerging|not at all|a little|a lot|partly|rarely|"
    r"sometimes|often|always|occasional(?:ly)?|frequent(?:ly)?|"
    r"(?:no|some|significant) concerns?)\W*$",
    re.IGNORECASE,
)
EVIDENCE = re.compile(
    r"^\W*(?:(?:suggested|national|preset|default|indicative|standard)\b.*\b(?:risk|level)\b.*|"
    r"evidence.*|comments?.*|details?|notes?|example.*|source|rationale.*|date|supporting.*|"
    r"required evidence|further (?:information|details)|explanation|description.*|analysis.*|"
    r"information.*|context|descriptors?|definitions?)\W*$",
    re.IGNORECASE,
)
WEIGHT = re.compile(  # the form's own number for each line, and no answer
    r"^\W*(?:weight(?:ing)?s?|points?(?: (?:available|if yes))?|value|max(?:imum)?(?: score)?)\W*$",
    re.IGNORECASE,
)
ASKS = re.compile(r"\W*(?:please )?(?:indicate|tick|state|mark)\b|\W*yes\s*/\s*no\b", re.IGNORECASE)
HEADS = re.compile(  # what stands over wordings, beside a tick that stands over ticks
    r"^\W*(?:(?:risk |vulnerability |exploitation |ce |cse |warning )?"
    r"(?:indicators?|signs?|factors?|"
    r"concerns?|types?|kinds?|forms?|categor\w+|questions?|items?|behaviours?|descriptions?|areas?|"
    r"domains?|statements?|strengths|features?))?\W*$|.*\blevels? of risk\b.*|.*\brisk levels?\b.*",
    re.IGNORECASE,
)
SCALE = re.compile(
    r"^\W*(?:[0-9]|low|medium|high|l|m|h|none|no|yes|y|n|n/?k|unknown|not known)\W*$", re.I
)
LEVEL = re.compile(r"^\W*(?:low|medium|high|l|m|h|[0-3]|no|n|unknown|never)\W*$", re.IGNORECASE)
ABSENT = re.compile(
    r"(?:n/?a|not applicable|none|absent|not present|no risk|no concerns?|not at all|nil|0|never)\b"
)


def answered(answer: str) -> str:
    """Return present, absent, suspected, unknown, "" for no answer, or a scale's own word."""
    said = answer.strip()
    if not said:
        return ""
    marks = choices(said)
    if marks:
        said = " and ".join(marks.ticked)
    if is_tick(said) is not None or said == TICKED:
        return "present" if is_tick(said) else ""
    lowered = said.lower().strip(" .")
    if re.match(r"(?:unknown|not known|n/?k|don'?t know|unsure|u|\?)$", lowered):
        return "unknown"
    if ABSENT.match(lowered):
        return "absent"
    if re.match(r"(?:suspected|possibl[ey]|maybe|potential(?:ly)?)\b", lowered):
        return "suspected"
    verdict = yes_no(said)[0]
    if verdict is not None and not re.match(r"\d", lowered):
        return "present" if verdict else "absent"
    return said
