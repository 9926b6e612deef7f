"""What is said of an immediate risk: that it is one, and who was told."""

import re

HEAD = "Immediate risk: "
SERVICE = (
    r"(?:police|mash|mast|lado|999|101|112|edt|duty|front\s+door|(?:children['’]?s\s+)?(?:social\s+care|services)|csc"
    r"|ambulance|control\s+room|hub|crimestoppers|dc|ds|di|dci|pc|sgt|sergeant|inspector|officer|worker|manager|team)"
)
TELLING = (
    r"(?:told|informed|notified|alerted|contacted|rang|rung|called|phoned|(?:reported|passed|referred|spoke|spoken)"
    r"\s+(?:to|with)|aware)"
)
TOLD = re.compile(
    rf"\b{SERVICE}\b[^.;]{{0,25}}?\b{TELLING}\b|\b{TELLING}\b[^.;]{{0,25}}?\b{SERVICE}\b",
    re.IGNORECASE,
)
ACTS = re.compile(rf"\b{SERVICE}\b", re.IGNORECASE)
KEPT = re.compile(r"\((?:[^()]+ )?told(?: at \d\d:\d\d)?\)")
"""How the program itself says who was told, at the end of a line."""
PARTED = re.compile(r"[.;,:(–—]|\s-\s|\b(?:and|but|so|then|because|as)\b", re.IGNORECASE)
NOT_DONE = re.compile(
    r"\?|\b(?:not|never|nobody|no[\s-]?one|none|yet|unable|unsure|unclear|whether|if|unless|until"
    r"|(?:need|have|has|wants?|going|about|try(?:ing)?|tried|waiting|asked|agreed)s?\s+to"
    r"|to\s+(?:be|have)|should|must|will|would|shall|can|could|may|might|please"
    r"|(?:is|are|was|were|has|have|had|did|do|does|wo|ca|could|should|would)n['’]?t)\b",
    re.IGNORECASE,
)
FAMILY = re.compile(
    r"\b(?:mum|mam|mom|mother|dad|father|parents?|nan|gran\w*|aunt\w*|uncle|sister|brother|sibling|cousin|friends?"
    r"|carer|she|he|they|neighbours?|child|boyfriend|girlfriend)\b[^,.;]*$",
    re.IGNORECASE,
)
NUMBERS = re.compile(
    r"\b(?:at\s+)?\d{1,2}[.:]\d\d\b(?:\s*[ap]\.?m\.?)?|\b\d{3,4}\s*h(?:ou)?rs?\b|\b(?:at\s+)?[012]\d{3}\b"
    r"|\b(?:ref(?:erence)?|log|incident|inc|crime|cad|urn)\b\s*(?:no\b\.?|number|num|#|:|is)*\s*[A-Z]{0,6}[-/]?\d[\w/-]*",
    re.IGNORECASE,
)
LITTLE = re.compile(
    r"at|by|now|just|ha(?:s|ve)|been|was|were|is|the|a|and|also|already|via|told|informed|notified"
    r"|rang|rung"
)


def as_immediate(text: str, told: str | None = None, when: str = "") -> str:
    """The line beginning, once, with the words that say what it is, and saying who was told."""
    line = text if text.lower().startswith("immediate") else f"{HEAD}{text}"
    if told is None or says_told(line):
        return line
    known = told.lower() in line.lower() and when in line
    said = "told" if known else f"{told} told{f' at {when}' if when else ''}"
    return f"{line.rstrip('.')} ({said})"


def says_told(text: str) -> bool:
    """Whether the words of an immediate risk say that somebody who can act was told."""
    if KEPT.search(text):
        return True
    return any(is_done(text, one.start(), one.end()) for one in TOLD.finditer(text))


def is_done(text: str, start: int, end: int) -> bool:
    """Whether the telling that stands there is told as done: not denied, asked for or to come."""
    before = [one.end() for one in PARTED.finditer(text, 0, start)]
    after = PARTED.search(text, end)
    clause = text[before[-1] if before else 0 : after.start() if after else len(text)]
    return not NOT_DONE.search(clause)


def can_act(name: str) -> bool:
    """Whether somebody of that name or agency acts on an immediate risk: police, social care."""
    return bool(ACTS.search(name))


def only_tells(text: str, told: str) -> bool:
    """Whether a line says who was told, when and under which number, and nothing else."""
    left = TOLD.sub(" ", NUMBERS.sub(" ", text.removeprefix(HEAD)))
    names = {word.lower() for word in re.findall(r"\w+", told)}
    words = {word.lower() for word in re.findall(r"\w+", left)}
    return all(LITTLE.fullmatch(word) for word in words - names)
