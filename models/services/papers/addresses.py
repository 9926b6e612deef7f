"""Where somebody of a paper lives, kept once."""

from sqlalchemy import select

from models.entities import Address
from models.services.papers.filing import Filing
from models.services.papers.same import tight


def keep_address(
    filing: Filing, subject_id: int, text: str | None, postcode: str | None = None
) -> None:
    """The address of somebody, unless it stands already or none is said."""
    if not text:
        return
    known = filing.session.scalars(select(Address.text).where(Address.subject_id == subject_id))
    if tight(text) not in {tight(one) for one in known}:
        filing.add(Address(subject_id=subject_id, text=text, postcode=postcode))
