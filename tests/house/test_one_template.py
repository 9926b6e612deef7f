"""Every Word document is made on the template that one place opens."""

import ast
from collections.abc import Iterator

from tests.house.sources import modules, named, nodes

OPENS = {"exports/own_template.py", "exports/sheet.py", "exports/template/__init__.py"}
NO_WORD_FILE = {"exports/copying.py", "exports/invitation.py", "exports/versions.py"}
"""Compose for the words, to be compared, or for a calendar."""


def calls() -> Iterator[tuple[str, ast.Call]]:
    """Every call in what makes, shows and writes documents."""
    for path in modules():
        if named(path).startswith(("exports/", "ui/", "macedesk/")):
            for node in nodes(path):
                if isinstance(node, ast.Call):
                    yield named(path), node


def called(node: ast.Call) -> str:
    return ast.unparse(node.func)


def test_only_one_place_opens_templates() -> None:
    openers = {
        name
        for name, node in calls()
        if called(node).rpartition(".")[2] in {"house", "read", "of"} and "template" in called(node)
    }
    assert openers <= OPENS


def test_every_sheet_is_given_its_look() -> None:
    assert not [
        f"{name}:{node.lineno}"
        for name, node in calls()
        if called(node) == "Sheet"
        and name.startswith("exports/")
        and len(node.args) < 2
        and name != "exports/template/starting.py"
    ]


def test_every_document_that_is_composed_is_given_the_template() -> None:
    composing = [
        (name, node)
        for name, node in calls()
        if called(node).rpartition(".")[2] == "compose" and name not in NO_WORD_FILE
    ]
    assert len(composing) > 15
    assert not [
        f"{name}:{node.lineno}"
        for name, node in composing
        if "template" not in {one.arg for one in node.keywords}
    ]
