"""The body on whose paper somebody writes, where nothing else says for whom the sender works."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from models.intake.papers import NotUnderstood
from models.intake.understanding.elements import Element, Grid, Heading, Loose, Pair
from models.intake.understanding.lexicon import is_title
from models.intake.understanding.names import read_name
from models.intake.understanding.records import Growing
from models.intake.understanding.wording import label_key

TEAMS = frozenset({"department", "team", "unit", "section", "station", "department team", "dept"})
LONGEST, LONGEST_NAME = 10, 4  # words
_REGISTERED = re.compile(
    r"\b(?:registered (?:charity|company|society|provider)|(?:charity|company) (?:no|number)|"
    r"community interest company|charitable incorporated)\b",
    re.IGNORECASE,
)
_OWN = re.compile(  # a council's name stands on the form that it receives
    r"\b(?:school|academy|college|surgery|hospital|infirmary|nursery|practice|nhs\b.*\btrust|"
    r"medical centre|constabulary|police|"
    r"(?:youth|children['’]?s|community|family) (?:project|club|service|centre|trust|foundation)|"
    r"homes|"
    r"housing association|charity)\b",
    re.I,
)
_PART_OF = re.compile(r"\b(?:project|team|hub|unit|scheme|programme)\W*$", re.IGNORECASE)
_SCHOOL = re.compile(r"\b(?:school|academy|college)\b", re.I)
_PUPIL = re.compile(r"\b(?:pupil|student|learner)s?\b", re.I)
_TITLED = re.compile(r"(?<!\s)\s+[–—-]\s+|\n|\t")  # "Old Mill Youth Project – tell us"
_FORM = re.compile(r"\b(?:form|referral|report|tool|panel|council|children'?s services)\b", re.I)


def letterhead(growing: Growing, elements: Sequence[Element]) -> None:
    """Take the body at the head of a paper for the sender's agency, to be checked.

    A school whose form asks about "the pupil" is that pupil's too.
    """
    named, text, where = _body(elements)
    if not named:
        return
    _without_team(growing, elements)
    _with_project(growing)
    if growing.get("referrer") is not None and growing.get("referrer_agency") is None:
        growing.take_in_passing("referrer_agency", named, text, where)
    of_child = growing.kind == "child" and growing.get("school") is None
    if of_child and _SCHOOL.search(named) and _asks_about_pupil(elements):
        growing.take_in_passing("school", named, text, where)


def _without_team(growing: Growing, elements: Sequence[Element]) -> None:
    """Leave out what "Department" asks for as the agency: the body itself stands at the head."""
    told = growing.fields.get("referrer_agency")
    label = _label_at(elements, told.where) if told else ""
    if told and label_key(label) in TEAMS:
        growing.lost.append(NotUnderstood(told.where, f"{label}: {told.raw}"))
        del growing.fields["referrer_agency"]


def _with_project(growing: Growing) -> None:
    """Leave a project or team said with a job there: it is one of the body at the head."""
    job, told = (growing.fields.get(f"referrer_{name}") for name in ("role", "agency"))
    within = job is not None and told is not None and job.where == told.where
    if job and told and within and _PART_OF.search(str(told.value)):
        growing.fields["referrer_role"] = replace(job, value=job.raw)
        del growing.fields["referrer_agency"]


def _label_at(elements: Sequence[Element], where: str) -> str:
    """Return the label of the answer that stands at a place."""
    for one in elements:
        if isinstance(one, Pair) and one.where == where:
            return one.label
        for row in one.rows if isinstance(one, Grid) else ():
            at = next((at for at, cell in enumerate(row) if cell and cell.where == where), None)
            if isinstance(one, Grid) and at is not None:
                return one.headers[at]
    return ""


def body_named(text: str) -> str:
    """Return the body that a line names before its title: "Old Mill Youth Project – tell us"."""
    text = _TITLED.split(text, maxsplit=1)[0].strip()
    own = _OWN.search(text) and not _FORM.search(text) and not is_title(text) and ":" not in text
    sentence = text.endswith((".", "!", "?"))  # "Seen twice by the school nurse."
    return text if own and not sentence and len(text.split()) <= LONGEST else ""


def _body(elements: Sequence[Element]) -> tuple[str, str, str]:
    """Return the body named above all labels or in the page's head, its text and where."""
    above = itertools.takewhile(lambda one: not isinstance(one, Pair), elements)
    heads = (one for one in elements if one.where.startswith("header"))
    first = tuple(above)
    for element, below in itertools.zip_longest((*first, *heads), first[1:]):
        text = body_named(element.text) if isinstance(element, Heading) else ""
        if not text and isinstance(element, Heading) and _is_charity(element.text, below):
            text = element.text
        if text:
            return (read_name(text).name or text if text.isupper() else text), text, element.where
    return "", "", ""


def _is_charity(name: str, below: Element | None) -> bool:
    """Say whether the line below a short name says that it is a charity or a company."""
    said = below.text if isinstance(below, Heading | Loose) else ""
    short = len(name.split()) <= LONGEST_NAME and name[:1].isupper() and not is_title(name)
    return short and _REGISTERED.search(said) is not None and _FORM.search(name) is None


def _asks_about_pupil(elements: Sequence[Element]) -> bool:
    labels = (one.label for one in elements if isinstance(one, Pair))
    return any(_PUPIL.search(label) for label in labels)
