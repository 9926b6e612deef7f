"""The invented panel's missing information for the police, for the preview of its wording."""

from exports import philomena
from exports.specimen_record import WORDS
from exports.template import Template
from models.rules.philomena import PART_1
from models.workspace import Workspace


def police(workspace: Workspace, meeting: int, look: Template) -> bytes:
    """Part 1 of a child with every field written, and part 2 of a child who is missing."""
    child = workspace.read.children()[0].id
    if not workspace.read.missing_paper(child).kept:
        register = workspace.register
        for name in PART_1:
            register.write_missing(child, name, WORDS, None)
        register.review_missing(child)
        episode = register.add_episode(child, reported_at=workspace.store.clock.now())
        register.write_circumstances(episode, "clothing", WORDS, None)
    return philomena.made(workspace, child, look).to_bytes()
