"""What no paper of the demo panel brings: where places lie, a group, assessments, intelligence."""

import json
from datetime import date
from importlib.resources import files
from typing import Any

from models.workspace import Workspace

SOURCE = "Peer group assessment"


def fill(workspace: Workspace) -> None:
    """Put all of it on record."""
    _place(workspace)
    said: dict[str, Any] = _read("register.json")
    for one in said["groups"]:
        _group(workspace, **one)
    for one in said["assessments"]:
        _assess(workspace, **one)
    for one in said["submissions"]:
        workspace.intelligence.submit(one.pop("text"), **_dated(one))


def _place(workspace: Workspace) -> None:
    """Where the panel's places lie, with the outlines of its districts; one is left to be found."""
    content = (files("resources") / "demo" / "districts.geojson").read_bytes()
    workspace.panel.take_outlines("districts.geojson", content)
    known = _places(workspace)
    for one in _read("places.json"):
        place_id = known[one["name"]]
        workspace.register.locate(place_id, one["position"])
        place = workspace.read.place(place_id)
        for field, seen in (
            ("place_type", place.type),
            ("ward", None),
            ("district", place.district),
        ):
            workspace.register.change(place_id, field, one[field], seen)


def _group(
    workspace: Workspace,
    name: str,
    members: list[dict[str, str]],
    places: list[str],
    assessment: dict[str, Any],
    telling: list[dict[str, Any]],
) -> None:
    register, known = workspace.register, _places(workspace)
    children = {one.system_id: one.id for one in workspace.read.children()}
    group_id = register.add_group(name)
    for one in members:
        register.link(children[one["who"]], "member of", group_id, source=SOURCE, confirmed=True)
    for place in places:
        register.link(group_id, "frequents", known[place], source=SOURCE, confirmed=True)
    roles = {children[one["who"]]: one["role"] for one in members}
    made = register.assess_group(group_id, roles=roles, **_dated(assessment))
    for said in telling:
        register.tell_of_group(made, **_dated(said))


def _assess(workspace: Workspace, place: str, **said: Any) -> None:
    register, place_id = workspace.register, _places(workspace)[place]
    made = register.assess_place(place_id)
    for field, value in _dated(said).items():
        register.change_assessment(made, field, value, None)


def _places(workspace: Workspace) -> dict[str, int]:
    return {one.label: one.id for one in workspace.read.places()}


def _read(name: str) -> Any:
    return json.loads((files("resources") / "demo" / name).read_text("utf-8"))


def _dated(said: dict[str, Any]) -> dict[str, Any]:
    days = [key for key in said if key.endswith(("_on", "_date"))]
    return {**said, **{key: date.fromisoformat(said[key]) for key in days}}
