"""A later return that says otherwise who may read a line: never wider unasked, never unsaid."""

from collections.abc import Sequence

from models.entities import InformationLine, LineQuestion
from models.marks import Sharing
from models.rules.sharing_order import is_wider
from models.services.papers.facts import Facts
from models.services.papers.filing import Filing
from models.services.papers.same import tight


def is_held_anew(filing: Filing, facts: Facts, before: Sequence[InformationLine]) -> bool:
    """Whether a line held back is not on record as such yet; it takes back what the paper drops.

    Its words are known to nobody: it may be any line that the same paper no longer says, though
    one was held back for the same reason before, and is none that the paper still says.
    `before` are the agency's lines on record of that day about the same subject.
    """
    for one in before:
        if one.text and tight(one.text) not in filing.words:
            _take_back(filing, one)
    reason = facts.text("reason")
    for one in before:
        if not one.text and one.not_shared_reason == reason and one.id not in filing.said:
            filing.said.add(one.id)
            return False
    return True


def _take_back(filing: Filing, line: InformationLine) -> None:
    """The agency takes a line back: obeyed at once, and a person is asked whether it is meant."""
    if not line.withdrawn:
        _ask(filing, line, Sharing.NOT_SHARED, ())
        line.withdrawn = True


def share_as(
    filing: Filing, line: InformationLine, sharing: Sharing, allowed: tuple[int, ...]
) -> None:
    """The same line shared otherwise: narrower holds at once, wider waits for a person's word."""
    was = Sharing.NOT_SHARED if line.withdrawn else Sharing(line.sharing)
    if (was, line.shared_with if was is Sharing.NAMED_AGENCIES else ()) == (sharing, allowed):
        return
    _ask(filing, line, sharing, allowed)
    if not is_wider(sharing, allowed, was, line.shared_with):
        line.sharing, line.shared_with = sharing.value, allowed


def _ask(filing: Filing, line: InformationLine, sharing: Sharing, allowed: tuple[int, ...]) -> None:
    was = Sharing.NOT_SHARED if line.withdrawn else Sharing(line.sharing)
    filing.add(
        LineQuestion(
            line_id=line.id,
            paper_id=filing.paper_id,
            was_sharing=was.value,
            was_shared_with=line.shared_with,
            now_sharing=sharing.value,
            now_shared_with=allowed,
            asked_at=filing.now,
        )
    )
