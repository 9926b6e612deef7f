"""Who sends a paper, where a sentence says so: "This form was completed by …, who is …"."""

import re
from collections.abc import Iterable

from models.intake.understanding.elements import LONG, Element, Loose, Pair
from models.intake.understanding.names import looks_like_name, read_name
from models.intake.understanding.numbers import EMAIL, PHONE, read_phone
from models.intake.understanding.records import Growing
from models.intake.understanding.wording import straight

KINDS = frozenset({"child", "assessment", "person_of_concern", "location", "group", "theme"})
LONGEST = 10  # words of a job
_TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Sister|Sr|PC|DC|DS|Sgt|Rev)\.? )"
_NAME = rf"({_TITLE}?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){{1,2}})"
_WRITTEN = re.compile(
    r"\b(?:[Tt]his|[Tt]he|[Mm]y|[Oo]ur) (?:referral|form|letter|report|nomination|notification|"
    r"request|assessment|paper)"
    r"(?: form)? (?:was|is|has been) (?:written|completed|made|filled in|sent(?: in)?|submitted|"
    rf"prepared|put together) by {_NAME}(?:,? (?:who (?:is|works as) )?(?:(?:the|our|an?) )?"
    r"([^.,;]{3,80}))?"
)


def told_by_sentence(growing: Growing, elements: Iterable[Element]) -> None:
    """Take a sender's name, job, telephone and e-mail from a sentence, where no label has them."""
    if growing.kind not in KINDS or growing.get("referrer") or growing.get("assessor"):
        return
    for element in elements:
        text = straight(_said(element))
        found = _WRITTEN.search(text)
        name = read_name(found[1]).name if found else ""
        if found and looks_like_name(name):
            after, where = text[found.end() :], element.where
            job = (found[2] or "").strip()
            email, phone = EMAIL.search(after), PHONE.search(after)
            growing.take_in_passing("referrer", name, text, where)
            told = job if job and len(job.split()) <= LONGEST else None
            growing.take_in_passing("referrer_role", told, text, where)
            growing.take_in_passing("referrer_email", email[0] if email else None, text, where)
            number = read_phone(phone[0]) if phone else None
            growing.take_in_passing("referrer_phone", number, text, where)
            return


def _said(element: Element) -> str:
    """Return a text under no label, or one that may have run on into the paper's last words."""
    if isinstance(element, Loose):
        return element.text
    told = isinstance(element, Pair) and element.match and element.match.field in LONG
    return element.value if isinstance(element, Pair) and told else ""
