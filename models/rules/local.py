"""Local practice: whom a team takes, which statuses are open, where two fora have one child."""

from collections.abc import Collection, Sequence
from datetime import date

from models.errors import Refusal
from models.rules.ages import age

CASE, CONSULTATION = "case", "consultation"
KINDS = ((CASE, "As a case"), (CONSULTATION, "Consultation"))
WORKED, WAITING, CONSULTED, ENDED = "on the caseload", "waiting", "consultation", "ended"
OPEN = frozenset({"referred", "offered", "working", "paused"})
WORKING = frozenset({"working", "paused"})


def eligibility(youngest: int | None, oldest: int | None, born: date | None, on: date) -> str:
    """Why a child is not of the ages that a team takes, in words; nothing where they are.

    Where the date of birth is not known it says so, if the team asks for an age at all.
    """
    if youngest is None and oldest is None:
        return ""
    years = age(born, on)
    if years is None:
        return "date of birth not known"
    if youngest is not None and years < youngest:
        return f"{years} years old, taken from {youngest}"
    if oldest is not None and years > oldest:
        return f"{years} years old, taken to {oldest}"
    return ""


def ages_words(youngest: int | None, oldest: int | None) -> str:
    """The ages that a team takes, in words."""
    if youngest is None and oldest is None:
        return ""
    if youngest is None:
        return f"to {oldest}"
    return f"from {youngest}" if oldest is None else f"{youngest} to {oldest}"


def stands(kind: str, status: str, *, ended: bool) -> str:
    """How a child stands with a team, in words: a case is on the caseload once it is worked."""
    if kind == CONSULTATION:
        return CONSULTED
    if ended or status not in OPEN:
        return ENDED
    return WORKED if status in WORKING else WAITING


def check_ages(youngest: int | None, oldest: int | None) -> None:
    """Raises Refusal where ages are none, or stand the wrong way round."""
    for name, value in (("youngest", youngest), ("oldest", oldest)):
        if value is not None and not 0 <= value <= 25:
            raise Refusal("Give whole years between 0 and 25.", name)
    if youngest is not None and oldest is not None and oldest < youngest:
        raise Refusal("The oldest stands below the youngest.", "oldest")


def check_spell(since: date | None, until: date | None) -> None:
    """Raises Refusal where something ends before it begins."""
    if since and until and until < since:
        raise Refusal("It ends before it begins.", "until")


def overlap(fora: Sequence[str], *, on_panel: bool) -> str:
    """A hint where a child has more than one meeting, in words; nothing where there is one."""
    known: Collection[str] = tuple(dict.fromkeys(fora))
    if not known or (len(known) == 1 and not on_panel):
        return ""
    whole = [*known, *(["this panel"] if on_panel else [])]
    listed = f"{', '.join(whole[:-1])} and {whole[-1]}"
    count = {2: "Two", 3: "Three", 4: "Four"}.get(len(whole), str(len(whole)))
    return f"{count} meetings have this child: {listed}. Agree which one leads."
