"""What stands once above the rows of a list: their meeting, whose they are, who is core."""

import re

from models.intake.understanding.context import Context
from models.intake.understanding.elements import Element, Heading, Loose, Pair
from models.intake.understanding.headed import child_in_heading
from models.intake.understanding.lexicon import Match, is_title
from models.intake.understanding.records import Growing
from models.intake.understanding.return_titles import meeting_in_title

_SUBJECT = re.compile(  # "Subject: Brandon Yelland" over the actions about him
    r"\s*(?:subject|re|(?:agenda )?item(?: no\.?)?(?: ?\d{1,3}[a-z]?)?|child|young person|"
    r"person(?: of concern)?|nominal|place|location|group)"
    r"\s*[:–—]\s*(\S.{1,80}?)\s*",
    re.IGNORECASE,
)


_SENTENCE = re.compile(r"[a-z)\d][.!]\s*$")


def subject_named(text: str) -> str:
    """Return whom or what a line names behind "Subject:", "Re:" or "Place:"; "" where nobody."""
    told = _SUBJECT.fullmatch(text)
    return told[1] if told else ""


def said_above(element: Element, context: Context, year: int) -> Growing | None:
    """What a heading says of the rows under it: their meeting, or that they are core members."""
    if context.kind == "members" and isinstance(element, Heading):
        return _core_above(element, year)
    text = _title(element) if context.kind == "actions" else ""
    met = meeting_in_title(text, year) if text else None
    if met is None:
        return None
    found = Growing(context.kind, "", year)
    found.take(Pair("Meeting", met.isoformat(), element.where, Match("meeting", 0.9)))
    return found


def _title(element: Element) -> str:
    """Return what a heading says, also where a dash made a label of it: "Log - meeting held …"."""
    if isinstance(element, Pair):
        return f"{element.label} {element.value}" if is_title(element.label) else ""
    return element.text if isinstance(element, Heading | Loose) else ""


def under(above: Growing, said: Growing | None, element: Element, context: Context) -> Growing:
    """Return what is said above the rows that follow: of actions the meeting, and whose they are.

    A heading that names nobody ends those of the child named above it, a sentence does not.
    """
    if context.kind != "actions" or not isinstance(element, Heading | Loose):
        return said or above
    if isinstance(element, Loose) and said is None and _SENTENCE.search(element.text):
        return above
    now = Growing(context.kind, "", above.this_year)
    met = said or above
    now.fields = {name: field for name, field in met.fields.items() if name != "subject"}
    whom = child_in_heading(element.text, element.where, above.this_year)
    if name := subject_named(element.text) or (whom.name if whom else ""):
        now.take(Pair("Subject", name, element.where, Match("subject", 0.85)))
    return now


def _core_above(heading: Heading, year: int) -> Growing | None:
    """Whether "Core members" or "By invitation only" stands over a list of members."""
    words = heading.text.lower()
    invited = re.search(
        r"\b(?:invit\w+|as required|when needed|if needed|co-?opted|deput\w+)\b", words
    )
    if not invited and not re.search(r"\bcore\b|\bstanding members\b", words):
        return None
    found = Growing("members", "", year)
    found.take(Pair("Core", "No" if invited else "Yes", heading.where, Match("core", 0.8)))
    return found
