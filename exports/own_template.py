"""The one place where the template of a document is opened: the panel's own, else the house's."""

from pathlib import Path

from exports import template as templates
from exports.template import Checked, Template
from exports.template import starting as started
from models.errors import Refusal
from models.workspace import Workspace

NOT_FIT = "This template cannot be taken: mend first what is missing."


def look(workspace: Workspace, named: Path | None = None) -> Template:
    """What documents are made on: a template that is named, the panel's own, or the program's."""
    if named is not None:
        return templates.read(named)
    kept = workspace.read.template_content()
    return templates.of(kept) if kept else templates.house()


def take(workspace: Workspace, name: str, checked: Checked) -> None:
    """Keep a template that was looked over, for every document from now on."""
    if checked.faults:
        raise Refusal(NOT_FIT)
    workspace.panel.take_template(name, checked.content, templates.of)


def starting(workspace: Workspace) -> bytes:
    """A template to start from, with every style and placeholder told in it."""
    return started.starting(workspace.read.panel(), workspace.store.clock.now())
