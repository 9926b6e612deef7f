"""Words of `resources/confiding` by their sort, and what is said in several of them as one."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources


@cache
def sorts(name: str) -> Mapping[str, str]:
    """Each word of a list with its sort."""
    text = resources.files("resources").joinpath("confiding", name).read_text("utf-8")
    return {word: sort for sort, words in tomllib.loads(text).items() for word in words.split()}


def joined(text: str, name: str) -> str:
    """A text in small letters, what a list knows in several words as one: "in_the_dark"."""
    return _in_several(name).sub(lambda found: "_".join(found[0].split()), text)


@cache
def _in_several(name: str) -> re.Pattern[str]:
    said = sorted((word for word in sorts(name) if "_" in word), key=len, reverse=True)
    words = "|".join(re.escape(one).replace("_", r"\s+") for one in said)
    return re.compile(rf"(?<![\w'-])(?:{words})(?![\w'-])")
