"""The words of tick tables: what heads answers and evidence, and what an answer says."""

import re

from models.intake.understanding.ticks import TICKED, choices, is_tick, yes_no

ANSWER = re.compile(
    r"^\W*(?:present|yes|no|y|n|y/n|yes/no|yes / no|yes or no|tick|"
    r"(?:please )?tick(?: if| all| as|$)[^:]*|"
    r"(?:please )?(?:indicate|state|circle|mark)\b[^:]{0,40}|current or [^:]{0,40}|"
    r"prior to [^:]{0,40}|"
    r"yes\s*/\s*no\s*/\s*(?:unknown|not known|nk)|"
    r"ticked|tick box|tick all that apply|tick if applicable|applies|unknown|not known|n/?k|"
    r"don'?t know|(?:no|low|medium|high|some|strong) (?:risk|concern)|strong|"
    r"n/?a|not applicable|unsure|suspected|confirmed|current(?:ly)?|previous(?:ly)?|past|"
    r"historic(?:al)?|"
    r"now|never|score|rating|risk|level|answer|response|low|medium|high|l|m|h|[0-3]|seen|"
    r"identified|"
    r"absent|not present|present\s*[?(].*|answer\s*[?(].*|(?:in )?(?:the )?(?:past|last|"
    r"previous) .*months.*|"
    r"\d+\s*(?:-|–|to)\s*\d+ months.*|over \d+ months.*|score.*0.*3.*|✓|✔|☒|x|yes/no/unknown|"
    r"y\s*/\s*n(?:\s*/\s*(?:nk|u|dk|na|n/a|s))*|"
    r"yes/no/not known|present\?|tick\s*\(.*\)|0\s*[-–]\s*3|none|some|significant|moderate|mild|"
    r"severe|emerging|not at all|a little|a lot|partly|rarely|sometimes|often|always|"
    r"occasional(?:ly)?|frequent(?:ly)?|(?:no|some|significant) concerns?)\W*$",
    re.IGNORECASE,
)
EVIDENCE = re.compile(
    r"^\W*(?:evidence.*|comments?.*|details?|notes?|example.*|source|rationale.*|date|supporting.*|"
    r"required evidence|further (?:information|details)|explanation|description.*|analysis.*|"
    r"information.*|context|descriptors?|definitions?)\W*$",
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
