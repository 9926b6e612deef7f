"""The style sheet of a theme at a text scale, from the template in the resources."""

from functools import cache
from importlib.resources import files
from string import Template

from ui.look.tokens import Tokens

TEXT_SIZES = (12, 13, 14, 16, 18, 22, 26)
PADDINGS = (1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 16, 20, 28, 32)


def sheet_of(tokens: Tokens, scale: float) -> str:
    """Give the style sheet; sizes that hold text grow with it, hairlines do not."""
    sizes = {f"t{size}": f"{round(size * scale)}px" for size in TEXT_SIZES}
    # Padding grows with half the zeal of the text: at 200 % space is dear.
    pads = {f"p{size}": f"{round(size * (1 + (scale - 1) / 2))}px" for size in PADDINGS}
    return _template().substitute(tokens.as_mapping() | sizes | pads)


@cache
def _template() -> Template:
    return Template((files("resources.style") / "macedesk.qss").read_text(encoding="utf-8"))
