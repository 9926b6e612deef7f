"""Every Word document of a full panel can be read by everybody, and opens as it is."""

import shutil
import subprocess
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import docx
import pytest
from lxml import etree

from exports import issue
from models.clock import SetClock
from models.marks import Role
from models.services.signed_in import Person
from models.storage.store import Store
from models.workspace import Workspace
from resources.word import build
from tests.exports import accessibility
from tests.exports.generated_matters import generated
from tests.exports.generated_record import PERSONS, Generated
from tests.exports.order_of_parts import W, out_of_order

FULL = 6
"""A seed whose panel has interests, guests, letters, plans, pictures and a police sheet."""
KINDS = {
    "agenda", "agenda-pack", "chairs-briefing", "requests", "updates", "minutes", "minutes-item",
    "minutes-annex", "actions", "plans", "extracts", "disclosure", "recommendations", "letters",
    "notices", "police-intelligence", "whose-names",
}  # fmt: skip


@pytest.fixture(scope="module")
def panel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Generated, dict[str, bytes]]]:
    store = Store.memory(SetClock(datetime(2026, 11, 12, 14, 5)))
    made = generated(store, FULL)
    workspace = Workspace(store, Person(None, "Petra Lund", Role.ADMINISTRATOR))
    found = [
        *issue.before(workspace, made.meeting_id),
        *issue.documents(workspace, made.meeting_id),
    ]
    blobs = {one.name: one.make(None) for one in found if one.name.endswith(".docx")}
    folder = tmp_path_factory.mktemp("packs")
    issue.write_packs(workspace, made.meeting_id, folder, reason="A try")
    blobs["packs/whose-names.docx"] = (folder / "packs" / "whose-names.docx").read_bytes()
    yield made, blobs
    store.close()


def kinds(blobs: dict[str, bytes]) -> set[str]:
    stems = {one.removeprefix("packs/").removesuffix(".docx").partition("/")[0] for one in blobs}
    return {kind for kind in KINDS for stem in stems if stem.startswith(kind)}


def test_the_panel_has_every_kind_of_document(panel: tuple[Generated, dict[str, bytes]]) -> None:
    assert kinds(panel[1]) == KINDS


def test_every_document_keeps_every_rule(panel: tuple[Generated, dict[str, bytes]]) -> None:
    found = {name: accessibility.broken(blob) for name, blob in panel[1].items()}
    assert {name: words for name, words in found.items() if words} == {}


def test_no_title_names_anybody(panel: tuple[Generated, dict[str, bytes]]) -> None:
    made, blobs = panel
    people = {word for name in (*made.children.values(), *PERSONS) for word in name.split()}
    for name, blob in blobs.items():
        title = accessibility.Opened(blob).document.core_properties.title
        assert not people & set(title.replace(",", "").split()), name


def test_the_rules_find_what_is_wrong(tmp_path: Path) -> None:
    document = docx.Document(str(build.HOUSE))
    document.add_paragraph("Too deep", style="Heading 3")
    document.add_paragraph("")
    document.add_paragraph("- typed by hand")
    document.add_table(1, 2).style = "MACE Table"
    document.styles["Normal"].font.color.rgb = docx.shared.RGBColor(0xAA, 0xAA, 0xAA)
    document.save(str(tmp_path / "bad.docx"))
    one = accessibility.Opened((tmp_path / "bad.docx").read_bytes())
    for rule in (
        accessibility.title,
        accessibility.headings,
        accessibility.blanks,
        accessibility.lists,
        accessibility.tables,
        accessibility.contrast,
    ):
        with_caption = rule is accessibility.tables
        try:
            found = list(rule(one))
        except AttributeError:
            found = ["a table without properties"] if with_caption else []
        assert found, rule.__name__


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ("<w:p><w:pPr><w:spacing/><w:keepNext/></w:pPr></w:p>", "pPr has spacing, keepNext"),
        ("<w:p><w:pPr><w:keepNext/><w:keepNext/></w:pPr></w:p>", "pPr has something twice"),
        ("<w:p><w:r><w:t/><w:rPr><w:b/></w:rPr></w:r></w:p>", "rPr is not the first of r"),
        ("<w:tbl><w:tr><w:tc/></w:tr></w:tbl>", "a cell does not end with a paragraph"),
        ("<w:tbl><w:tr/><w:tblPr/></w:tbl>", "tbl has tr, tblPr"),
        ('<w:bookmarkStart w:id="1"/>', "a bookmark is not begun and ended once"),
        ("<w:p><w:pPr><w:b/></w:pPr></w:p>", "pPr holds b"),
    ],
)
def test_what_words_schema_does_not_allow_is_found(inside: str, told: str) -> None:
    body = f'<w:body xmlns:w="{W[1:-1]}">{inside}</w:body>'
    assert any(told in one for one in out_of_order(etree.fromstring(body)))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_every_kind_opens_in_libreoffice(
    panel: tuple[Generated, dict[str, bytes]], tmp_path: Path
) -> None:
    shown = {}
    for name, blob in panel[1].items():
        kind = max((one for one in KINDS if name.removeprefix("packs/").startswith(one)), key=len)
        shown.setdefault(kind, blob)
    for kind, blob in shown.items():
        (tmp_path / f"{kind}.docx").write_bytes(blob)
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", str(tmp_path), *map(str, tmp_path.glob("*.docx"))],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    assert {one.stem for one in tmp_path.glob("*.pdf")} == set(shown)
