"""What is kept between calls can be given up: only what ships with the program may stay."""

import ast
import re
from pathlib import Path

from tests.house.sources import modules, named, nodes

STAYS = {
    # the program's own tables, statements and columns
    "models.storage.shape._shapes",
    "models.storage.engine._mother",
    "models.storage.engine._template",
    "models.storage.schema._statements",
    "models.queries.pointers.pointers",
    "models.queries.pointers.targets",
    "exports.rewriting.worded",
    # shipped lists, by the list's name, and bank holidays, by the year
    "models.codes.lists.shipped",
    "models.codes.lists.title",
    "models.codes.lists.exact_only",
    "models.rules.working_days.bank_holidays",
    "models.rules.working_days._listed",
    "models.rules.panel_words.ordinary",
    "models.rules.panel_words.abbreviations",
    "models.rules.panel_words._lists",
    # shipped chances and short forms, by field and level
    "models.matching.evidence.bits",
    "models.matching.evidence.chances",
    "models.matching.rare_names._listed",
    "models.matching.short_forms._families",
    "models.matching.short_forms._names",
    "models.matching.sounding._heard",
    "models.matching.latin._listed",
    "models.matching.as_typed._said",
    "models.matching.as_typed._telling",
    # the shipped words of English
    "models.rules.capture.english._english",
    # shipped words of keeping and of what is told, and what they weigh
    "models.rules.capture.sorts_of_words._in_several",
    "models.rules.capture.sorts_of_words.sorts",
    "models.rules.capture.keeping_words._long",
    "models.rules.capture.perhaps_kept.weights",
    "models.rules.capture.matters.weights",
    # the shipped dictionary of what forms ask, by the kind of paper
    "models.intake.understanding.wording.dictionary",
    "models.intake.understanding.wording._same_pattern",
    "models.intake.understanding.narratives._words",
    "models.intake.understanding.kinds._telling",
    "models.intake.understanding.lexicon.lexicon",
    "models.intake.understanding.lexicon.vocabulary",
    # shipped looks
    "exports.template.house",
    "ui.look.fonts.load_house_fonts",
    "ui.look.sheet._template",
}
"""What may be kept in Python's own way: neither question nor answer is anyone's writing."""


def decorated(*kinds: str) -> set[str]:
    """The functions whose answers are kept by a decorator of one of these names."""
    worn = re.compile(rf"^\s*@(?:\w+\.)*(?:{'|'.join(kinds)})\b", re.MULTILINE)
    return {
        f"{named(path).removesuffix('.py').replace('/', '.').removesuffix('.__init__')}.{node.name}"
        for path in modules()
        if worn.search(path.read_text("utf-8"))
        for node in nodes(path)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for one in node.decorator_list
        if ast.unparse(one).split("(")[0].split(".")[-1] in kinds
    }


def test_what_people_wrote_is_kept_only_where_a_lock_forgets_it() -> None:
    assert decorated("cache", "lru_cache") == STAYS


def test_python_s_own_keeping_is_not_used_round_a_decorator() -> None:
    """`lru_cache(...)(work)` is not found among decorators, so it is not written at all."""
    allowed = {"models/remembering.py", "models/codes/in_force.py"}
    calls = {
        named(path)
        for path in modules()
        for node in nodes(path)
        if isinstance(node, ast.Call | ast.Assign)
        and _is_keeping(node.func if isinstance(node, ast.Call) else node.value)
        and not _decorates(node, path)
    }
    assert calls <= allowed


def test_what_is_made_of_lists_is_asked_by_names_and_codes() -> None:
    """`kept` is not given up by a lock: what it is asked by may be no words of a paper."""
    asked = {
        (named(path), argument.arg)
        for path in modules()
        for node in nodes(path)
        if isinstance(node, ast.FunctionDef)
        and any(ast.unparse(one).split(".")[-1] == "kept" for one in node.decorator_list)
        for argument in node.args.args
    }
    assert {name for _, name in asked} <= {"name", "code", "when", "subject"}, asked


def _is_keeping(node: ast.expr) -> bool:
    name = node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
    return name in ("cache", "lru_cache")


def _decorates(node: ast.Call | ast.Assign, path: Path) -> bool:
    return any(
        node is one
        for each in nodes(path)
        if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)
        for one in each.decorator_list
    )
