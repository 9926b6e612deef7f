"""The invented panel's assessments of a place and of a group, for the preview of their wording."""

from datetime import timedelta

from exports import place_assessment
from exports.audience import Audiences
from exports.group_documents import ASSESSMENT, HOLDERS, group_documents
from exports.making import making_of
from exports.specimen_record import HELD, WORDS
from exports.template import Template
from models.workspace import Workspace

GROUP = "Harbour group"
OF_PLACE = ("trigger", "young_people", "community", "strengths", "plan")


def place(workspace: Workspace, meeting: int, look: Template) -> bytes:
    """The assessment of a place, in its second version."""
    found = workspace.read.places()[0].id
    if not workspace.read.place_assessments(found):
        for version in (1, 2):
            made = workspace.register.assess_place(found)
            for name in OF_PLACE:
                seen = workspace.read.place_assessments(found)[0].values[name]
                workspace.register.change_assessment(made, name, f"{WORDS} {version}.", seen)
    return place_assessment.made(workspace, found, look).to_bytes()


def group(workspace: Workspace, meeting: int, look: Template) -> bytes:
    """The assessment of a group, in its second version."""
    return _of_group(workspace, meeting, look, ASSESSMENT)


def holders(workspace: Workspace, meeting: int, look: Template) -> bytes:
    """The case holders of a group's members."""
    return _of_group(workspace, meeting, look, HOLDERS)


def _of_group(workspace: Workspace, meeting: int, look: Template, kind: str) -> bytes:
    found = next((one.id for one in workspace.read.groups() if one.label == GROUP), None)
    made = _assessed(workspace) if found is None else found
    making = making_of(Audiences(workspace, meeting), look)
    document = next(one for one in group_documents(making, made) if one.kind == kind)
    return document.make(None)


def _assessed(workspace: Workspace) -> int:
    register = workspace.register
    made = register.add_group(GROUP)
    for child in workspace.read.children():
        register.link(child.id, "member of", made, source=WORDS)
        register.link(child.id, "frequents", workspace.read.places()[0].id, source=WORDS)
    for days in (30, 0):
        version = register.assess_group(
            made, assessed_on=HELD - timedelta(days=days), people=WORDS, places=WORDS,
            risk=WORDS, tension=WORDS, plan=WORDS, plan_lead=WORDS,
        )  # fmt: skip
    register.tell_of_group(version, "The families", WORDS)
    return made
