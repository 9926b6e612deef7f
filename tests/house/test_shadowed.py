"""No part of a window calls something of its own by the name that the keys ask every part by."""

import ast

from tests.house.sources import modules, named, nodes

ASKED = frozenset({"actions", "parentWidget", "focusWidget", "window", "isEnabled"})
"""What `FieldKeys` and Qt's own code call on every widget around a field."""
NO_WIDGETS = {"ui/commands.py"}


def test_no_widget_hides_what_is_called_on_every_widget() -> None:
    hidden = [
        f"{named(path)}:{node.lineno} {node.attr}"
        for path in modules()
        if named(path).startswith("ui/") and named(path) not in NO_WIDGETS
        for node in nodes(path)
        if isinstance(node, ast.Attribute)
        and isinstance(node.ctx, ast.Store)
        and node.attr in ASKED
    ]
    assert not hidden
