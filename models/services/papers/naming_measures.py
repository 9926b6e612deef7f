"""The one measure that a row of an action log names, and what of it does not fit its subject."""

from models import codes
from models.entities import Child, PersonOfConcern, Subject
from models.marks import SubjectKind
from models.rules.ages import age
from models.rules.reach import Reached, mismatches
from models.rules.tactics import is_care
from models.services.papers.facts import Facts
from models.services.papers.filing import Filing


def named_measure(text: str) -> codes.MeasureType | None:
    """The measure against somebody that a text names; none where it names several."""
    found = [
        one
        for one in codes.mentions("measures", text)
        if isinstance(one, codes.MeasureType) and not is_care(one)
    ]
    return found[0] if len(found) == 1 else None


def say_misfits(
    filing: Filing, facts: Facts, measure: codes.MeasureType | None, subject_id: int | None
) -> None:
    """Tell beside the row where its measure does not reach whom it is about; it is kept as it is.

    Whether a child is in care is not asked here: what a paper does not say is not guessed.
    """
    subject = filing.session.get(Subject, subject_id) if measure and subject_id else None
    if measure is None or subject is None:
        return
    born = subject.birth_date if isinstance(subject, (Child, PersonOfConcern)) else None
    reached = Reached(subject.label, SubjectKind(subject.kind), age(born, filing.today))
    about_child = reached.kind is SubjectKind.CHILD
    said = mismatches(measure, None if about_child else reached, [reached])
    for words in said:
        filing.unread(facts.where, words)
