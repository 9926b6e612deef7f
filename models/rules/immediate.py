"""What is said of an immediate risk: that it is one, and who was told."""

import re

HEAD = "Immediate risk: "
SERVICE = (
    r"(?:police|mash|lado|999|101|edt|duty|front\s+door|social\s+care|csc|ambulance|control\s+room|hub|crimestoppers"
    r"|dc|ds|di|pc|sgt|sergeant|inspector|officer|worker|manager|team)"
)
TELLING = (
    r"(?:told|informed|notified|alerted|contacted|rang|rung|called|phoned|(?:reported|passed|referred|spoke|spoken)"
    r"\s+(?:to|with)|aware)"
)
TOLD = re.compile(
    rf"\b{SERVICE}\b[^.;]{{0,25}}?\b(?<!not )(?<!nobody ){TELLING}\b"
    rf"|(?<!not )(?<!nobody )\b{TELLING}\b[^.;]{{0,25}}?\b{SERVICE}\b",
    re.IGNORECASE,
)


def as_immediate(text: str, told: str | None = None, when: str = "") -> str:
    """The line beginning, once, with the words that say what it is, and saying who was told."""
    line = text if text.lower().startswith("immediate") else f"{HEAD}{text}"
    if told is None or says_told(line) or told.lower() in line.lower() and when in line:
        return line
    return f"{line.rstrip('.')} ({told} told{f' at {when}' if when else ''})"


def says_told(text: str) -> bool:
    """Whether the words of an immediate risk say that somebody who can act was told."""
    return bool(TOLD.search(text))
