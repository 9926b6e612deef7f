"""Every module says in one line what lives there."""

import ast

from tests.house.sources import modules, named, tree


def test_every_module_has_a_caption_of_one_line() -> None:
    captions = {named(path): ast.get_docstring(tree(path)) or "" for path in modules()}
    without = {name: text for name, text in captions.items() if not text or "\n" in text.strip()}
    assert not without


def test_no_two_modules_have_the_same_caption() -> None:
    seen: dict[str, str] = {}
    twice = []
    for path in modules():
        caption = ast.get_docstring(tree(path)) or named(path)
        if caption in seen:
            twice.append((seen[caption], named(path)))
        seen[caption] = named(path)
    assert not twice


def test_no_file_is_a_drawer_for_the_rest() -> None:
    drawers = {"utils", "util", "helpers", "helper", "manager", "managers", "misc", "common"}
    assert not [named(path) for path in modules() if path.stem in drawers]
