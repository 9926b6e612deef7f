"""Specimens of the transfer pack and of the improvement plan, of an invented panel."""

from exports import disclosing, improvement_plan, transfer_pack
from exports.imprint import Imprint
from exports.template import Template
from models.workspace import Workspace

WORDS = "As written here"


def transfer(workspace: Workspace, meeting: int, look: Template) -> bytes:
    """The transfer pack of a child of the invented panel."""
    child = workspace.read.children()[0].id
    if not workspace.read.moves(child):
        workspace.moving.begin_pack(workspace.moving.add_move(child, "out", WORDS))
    move = workspace.read.moves(child)[0]
    asked = next(one for one in workspace.read.disclosures(child) if one.move_id == move.id)
    made = disclosing.prepare(workspace, asked)
    return transfer_pack.compose(made, asked, move, template=look).to_bytes()


def improvement(workspace: Workspace, meeting: int, look: Template) -> bytes:
    """The improvement plan, with one action that is finished."""
    strategy, read = workspace.strategy, workspace.read
    if not read.improvements():
        one = strategy.add_improvement(WORDS, strategy="workforce")
        strategy.update_improvement(one, "complete", WORDS)
    panel, now = read.panel(), workspace.store.clock.now()
    about = Imprint(panel, improvement_plan.TITLE, improvement_plan.READER, now)
    sheet = improvement_plan.compose(
        panel, read.improvements(), read.priorities(), about=about, template=look
    )
    return sheet.to_bytes()
