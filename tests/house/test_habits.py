"""Habits that keep a name from leaking and a fault from hiding."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.sources import ROOT, STOREYS, modules, named, nodes


def names(node: ast.expr | None) -> Iterator[str]:
    """The names that an `except` catches; a bare one catches everything."""
    if node is None:
        yield "BaseException"
    elif isinstance(node, ast.Tuple):
        for one in node.elts:
            yield from names(one)
    else:
        yield ast.unparse(node)


def imported(path: Path) -> Iterator[str]:
    """Every name that a module imports, in full."""
    for node in nodes(path):
        if isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def users_of(pattern: str) -> list[str]:
    """The modules that import a name fully matching `pattern`."""
    return [
        named(path)
        for path in modules()
        if any(re.fullmatch(pattern, name) for name in imported(path))
    ]


def test_no_fault_is_caught_by_a_broad_except() -> None:
    broad = [
        f"{named(path)}:{node.lineno}"
        for path in modules()
        for node in nodes(path)
        if isinstance(node, ast.ExceptHandler)
        and {"Exception", "BaseException"} & set(names(node.type))
    ]
    assert not broad


def test_settings_are_in_one_file_that_people_can_read() -> None:
    assert not users_of(r"PySide6\.QtCore\.QSettings")


def test_papers_are_parsed_by_the_one_distrustful_parser() -> None:
    harmless = "Element|ElementTree|SubElement|tostring|QName|ParseError|register_namespace"
    parsing = rf"xml\.etree\.ElementTree\.(?!({harmless})$).+|xml\.etree\.ElementTree"
    others = r"xml\.(dom|sax|parsers)(\..*)?|xml\.etree\.cElementTree"
    assert set(users_of(f"{parsing}|{others}")) <= {"models/intake/opening/parse.py"}


def test_nothing_read_from_a_file_can_run() -> None:
    assert not users_of(r"(pickle|shelve|marshal|dill|joblib|yaml)(\..*)?")


def test_charts_are_drawn_without_the_global_figure() -> None:
    assert not users_of(r"matplotlib\.pyplot|matplotlib\.pylab|pylab")


def test_nothing_of_a_panel_is_put_in_a_temporary_folder() -> None:
    assert not users_of(r"tempfile(\..*)?")


def test_only_the_program_itself_reads_the_system_clock() -> None:
    asked = re.compile(r"\b(datetime\.now|date\.today|datetime\.utcnow|datetime\.today)\(")
    readers = {named(path) for path in modules() if asked.search(path.read_text("utf-8"))}
    assert readers <= {"models/clock.py"}


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    homes = re.compile(r"""["'(\s](/home/\w+|/root/|/Users/\w+|C:\\\\?Users\\)""")
    written = [path for storey in STOREYS for path in (ROOT / storey).rglob("*.toml")]
    assert not [
        named(path)
        for path in (*modules(), *written, ROOT / "README.md", ROOT / "pyproject.toml")
        if homes.search(path.read_text("utf-8"))
    ]
