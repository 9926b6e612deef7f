"""What a list says in words of its own: added to what stands on record, each line once."""

from models.entities import Child
from models.intake.understanding.answers import says_nothing
from models.services.papers.facts import Facts
from models.services.papers.filing import Filing
from models.services.papers.same import tight


def add_note(filing: Filing, child_id: int, facts: Facts) -> None:
    """Add a row's note to the child's own, below what stands there."""
    child = filing.get(Child, child_id)
    child.note = with_lines(child.note, facts.text("notes"))


def with_lines(standing: str | None, said: str | None) -> str | None:
    """What stands on record with the lines said that it does not have yet; nothing is put over."""
    if not said or says_nothing(said):
        return standing
    known = {tight(line) for line in (standing or "").splitlines()}
    new = [line.strip() for line in said.splitlines() if tight(line) not in known | {""}]
    return "\n".join([*filter(None, (standing,)), *dict.fromkeys(new)]) or None
