"""What a paper's styles say is read from its own, whatever was read before."""

import pytest

from models.intake.opening import open_paper
from models.intake.opening.styles import LARGEST_KEPT
from tests.models.intake.opening.made import NAMESPACES, links, word

LINKED = {"word___rels__document_dot_xml_dot_rels": links(("styles", "styles.xml", False))}
TYPED = '<w:p><w:pPr><w:pStyle w:val="Own"/></w:pPr><w:r><w:t>Risk</w:t></w:r></w:p>'


def level(named: str, more: str = "") -> int:
    """The heading level of a line in a style of the name "Own", which this form calls `named`."""
    style = f'<w:style w:styleId="Own"><w:name w:val="{named}"/></w:style>{more}'
    styles = f"<w:styles {NAMESPACES}>{style}</w:styles>"
    (block,) = open_paper("x.docx", word(TYPED, word__styles_dot_xml=styles, **LINKED)).parts
    return block.heading


@pytest.mark.parametrize("more", ["", f"<!--{'x' * LARGEST_KEPT}-->"])
def test_a_style_means_what_its_own_paper_says(more: str) -> None:
    assert [level(name, more) for name in ("heading 2", "heading 3", "heading 2")] == [2, 3, 2]
