"""The house's own Python files, read once for the tests of its habits."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
STOREYS = ("macedesk", "ui", "exports", "models", "resources")


@cache
def modules() -> tuple[Path, ...]:
    """Every module of the five storeys, and start.py."""
    found = (path for storey in STOREYS for path in (ROOT / storey).rglob("*.py"))
    return (ROOT / "start.py", *sorted(found))


@cache
def tree(path: Path) -> ast.Module:
    """What a module says, as Python reads it."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Every node of a module: each walk through all of them anew takes a second."""
    return tuple(ast.walk(tree(path)))


def named(path: Path) -> str:
    """A path as people write it, from the project's root."""
    return path.relative_to(ROOT).as_posix()


def functions() -> Iterator[tuple[Path, ast.FunctionDef | ast.AsyncFunctionDef]]:
    """Every function of the house with its file."""
    for path in modules():
        for node in nodes(path):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield path, node
