"""The body on whose paper somebody writes, where nothing else says for whom the sender works."""

import re
from collections.abc import Sequence

from models.intake.understanding.elements import Element, Heading, Pair
from models.intake.understanding.lexicon import is_title
from models.intake.understanding.names import read_name
from models.intake.understanding.records import Growing

LONGEST = 10  # words
_OWN = re.compile(  # a council's name stands on the form that it receives
    r"\b(?:school|academy|college|surgery|hospital|infirmary|nursery|practice|nhs\b.*\btrust|"
    r"medical centre|constabulary|police|youth (?:project|club|service|centre)|homes|"
    r"housing association|charity)\b",
    re.I,
)
_TITLED = re.compile(r"\s+[–—-]\s+|\n")  # "Old Mill Youth Project – tell us"
_FORM = re.compile(r"\b(?:form|referral|report|tool|panel|council|children'?s services)\b", re.I)


def letterhead(growing: Growing, elements: Sequence[Element]) -> None:
    """Take the school or surgery at the head of a paper for the sender's agency, to be checked."""
    if growing.get("referrer") is None or growing.get("referrer_agency") is not None:
        return
    for element in elements:
        if isinstance(element, Pair):
            return
        text = element.text if isinstance(element, Heading) else ""
        text = _TITLED.split(text, maxsplit=1)[0]
        own = _OWN.search(text) and not _FORM.search(text) and not is_title(text)
        if own and len(text.split()) <= LONGEST:
            named = read_name(text).name if text.isupper() else text
            growing.take_in_passing("referrer_agency", named, text, element.where)
            return
