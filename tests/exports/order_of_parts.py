"""In what order the parts of a Word file stand, as its schema has them (ECMA-376, transitional)."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
    "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct "
    "topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
    "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect "
    "bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW "
    "jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
    "tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection "
    "tcFitText vAlign hideMark",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc "
    "pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi "
    "rtlGutter docGrid printerSettings",
}
"""What may stand in a part, in this order."""
FIRST = {"p": "pPr", "r": "rPr", "tc": "tcPr"}
"""What may stand in a part only as its first."""


def out_of_order(story: Any) -> Iterator[str]:
    """What the schema does not allow in the body, the head or the foot of a file."""
    for part in story.iter():
        name = _name(part)
        if name in ORDERS:
            yield from _misplaced(part, name, ORDERS[name].split())
        if name in FIRST:
            places = [at for at, one in enumerate(part) if _name(one) == FIRST[name]]
            if places not in ([], [0]):
                yield f"{FIRST[name]} is not the first of {name}"
        if name == "tc" and (len(part) == 0 or _name(part[-1]) != "p"):
            yield "a cell does not end with a paragraph"
    yield from _twice(story)


def _misplaced(part: Any, name: str, order: list[str]) -> Iterator[str]:
    inside = [_name(one) for one in part]
    strange = [one for one in inside if one not in order]
    if strange:
        yield f"{name} holds {', '.join(strange)}"
        return
    places = [order.index(one) for one in inside]
    if places != sorted(places):
        yield f"{name} has {', '.join(inside)} in that order"
    if name.endswith("Pr") and name != "sectPr" and len(set(inside)) < len(inside):
        yield f"{name} has something twice"


def _twice(story: Any) -> Iterator[str]:
    """Bookmarks and pictures are known by numbers of their own, and a bookmark has its end."""
    begun = Counter(one.get(f"{W}id") for one in story.iter(f"{W}bookmarkStart"))
    ended = Counter(one.get(f"{W}id") for one in story.iter(f"{W}bookmarkEnd"))
    if begun != ended or any(count > 1 for count in begun.values()):
        yield "a bookmark is not begun and ended once"
    drawn = Counter(one.get("id") for one in story.iter(DRAWN))
    if any(count > 1 for count in drawn.values()):
        yield "two pictures have one number"


def _name(one: Any) -> str:
    """A part's name in Word's own namespace; anything else, such as a comment, by its whole tag."""
    tag = one.tag if isinstance(one.tag, str) else ""
    return tag.removeprefix(W)
