"""A panel run by commands alone, with nobody at the terminal to be asked."""

import json
import shutil
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from macedesk.commandline import main
from tests.journeys.conftest import DAY, FILE, Scripted
from tests.journeys.demo_panel import PAPERS, expected
from tests.journeys.warm import WarmTerminal

DISTRICTS = ("Allerdale", "Barrow", "Carlisle", "Copeland", "Eden", "South Lakeland")
PICTURE = {
    "CSE1": [26, 8, 6, 7, 2, 2, 1, 0],
    "CSE2": [10, 2, 3, 3, 0, 0, 2, 0],
    "CSE3": [2, 0, 1, 1, 0, 0, 0, 0],
    "Other forms of exploitation": [22, 4, 10, 2, 2, 0, 3, 1],
}
TOTALS = {
    "Early Help": 10, "Open case": 4, "CiN plan": 12, "CP": 15, "CLA": 17, "Not open": 2,
    "With up to date risk assessment": 20, "Overdue risk assessment": 40, "% up to date": 33.3,
}  # fmt: skip


def records(scripted: Scripted, kind: str) -> dict[str, list[dict[str, Any]]]:
    """File to its records, of one kind of paper."""
    files = json.loads(scripted.imported)["files"]
    return {one["file"]: one["records"] for one in files if one["kind"] == kind}


def test_every_paper_came_in(scripted: Scripted) -> None:
    files = json.loads(scripted.imported)["files"]
    assert {one["status"] for one in files} == {"imported"}
    assert [one for one in files if one["kind"] == "members"]


@pytest.mark.parametrize("kind", ["child", "person_of_concern", "location"])
def test_referrals_are_read_as_they_were_written(scripted: Scripted, kind: str) -> None:
    found = records(scripted, kind)
    asked = [one for one in expected("referrals") if one["kind"] == kind]
    assert len(asked) == len(found)
    for one in asked:
        (record,) = found[one["file"]]
        named = [associate["name"] for associate in record.get("associates") or ()]
        for adult in one.pop("adults", ()):
            assert get_close_matches(adult, named, cutoff=0.85), "two letters off at most"
        for key, value in one.items():
            if key not in {"file", "kind"}:
                assert alike(record[key]) == alike(value), (one["file"], key)


def test_returns_are_read_line_by_line_and_what_is_not_shared_has_no_text(
    scripted: Scripted,
) -> None:
    lines = [line for found in records(scripted, "return").values() for line in found]
    told = {(line["la_id"], line["text"]): line for line in lines if line["text"]}
    for one in expected("returns"):
        line = told.get((one["child"], one["text"]))
        if one["share"].startswith("Not shared"):
            assert line is None
            continue
        assert line is not None
        assert (line["agency"], line["date"]) == (one["agency"], one["date"])
        assert line["kind"] == one["kind"].lower()
        named = "; ".join(line["agencies"]) if line["agencies"] else line["sharing"]
        assert named.lower() == one["share"].lower()
    unshared = [line for line in lines if line["sharing"] == "not shared"]
    assert len(unshared) == sum(one["share"].startswith("Not") for one in expected("returns"))


def test_a_misspelt_name_is_asked_about_and_never_joined(scripted: Scripted) -> None:
    files = {one["file"]: one for one in json.loads(scripted.imported)["files"]}
    misspelt = files["04-child-LCS669557.docx"]
    assert "Stean Radu" in {one["name"] for one in misspelt["records"][0]["associates"]}
    (match,) = [one for one in misspelt["matches"] if one["with"] == "Stefan Radu"]
    assert match["why"]


def alike(value: Any) -> Any:
    return sorted(value) if isinstance(value, list) else value


def test_the_agenda_is_printed_and_its_papers_written(scripted: Scripted) -> None:
    for one in expected("referrals"):
        assert one["name"] in scripted.agenda
    assert (scripted.work / "before" / "agenda.docx").is_file()
    assert list((scripted.work / "before" / "requests").glob("*.docx"))


def test_each_durable_line_is_said_with_its_number_in_order(scripted: Scripted) -> None:
    said = [line.split() for line in scripted.kept.splitlines()]
    assert {word for word, _ in said} == {"kept"}
    numbers = [int(number) for _, number in said]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def test_unapproved_documents_are_written_as_drafts(scripted: Scripted) -> None:
    manifest = json.loads((scripted.work / "out" / "manifest.json").read_text("utf-8"))
    assert {one["status"] for one in manifest["files"]} == {"draft"}
    feed = json.loads((scripted.work / "out" / "care-plan-feed.json").read_text("utf-8"))
    assert feed["status"] == "DRAFT, NOT CONFIRMED"
    for name in ("minutes.docx", "actions.docx", "care-plan-feed.csv", "manifest.json"):
        assert f"wrote {name}" in scripted.exported


def operations(scripted: Scripted, file: str) -> int:
    """How many operations a file has had; it is sound."""
    found = json.loads(scripted.warm.done("check", file, "--json"))
    number = found.pop("operations")
    assert found == {"sound": True, "problems": []}
    return int(number)


def test_check_says_sound_and_adds_no_operation(scripted: Scripted) -> None:
    found, again = (operations(scripted, FILE) for _ in range(2))
    assert found == again
    # One more than was held: the words of the drafts that were exported, which may come back.
    assert found == int(scripted.kept.split()[-1]) + 1


def test_of_a_damaged_file_check_says_that_it_is_not_sound(scripted: Scripted) -> None:
    terminal, whole = scripted.warm, scripted.work / FILE
    short, flipped = whole.read_bytes()[:300_000], bytearray(whole.read_bytes())
    flipped[9_000] ^= 1
    for name, blob in (("short.mace", short), ("flipped.mace", bytes(flipped))):
        (scripted.work / name).write_bytes(blob)
        shutil.copyfile(f"{whole}.keys", scripted.work / f"{name}.keys")
        found = terminal.run("check", name, "--json")
        told = json.loads(found.stdout)
        assert (found.returncode, told["sound"]) == (1, False)
        assert told["problems"] and all(one.endswith(".") for one in told["problems"])


def test_documents_are_protected_with_a_passphrase_of_their_own(scripted: Scripted) -> None:
    terminal = scripted.warm
    words = (
        "export",
        FILE,
        "--meeting",
        DAY,
        "--out",
        "shut",
        "--audience",
        "actions",
        "--encrypt",
    )
    assert "MACEDESK_DOCUMENT_PASSPHRASE" in refused(terminal, *words)
    terminal.done(*words, MACEDESK_DOCUMENT_PASSPHRASE="grey harbour lamp")
    blob = (scripted.work / "shut" / "actions.docx").read_bytes()
    assert blob.startswith(bytes.fromhex("d0cf11e0"))


def test_a_backup_restores_to_the_same_panel(scripted: Scripted) -> None:
    terminal = scripted.warm
    copies = scripted.folder("copies")
    before = operations(scripted, FILE)
    terminal.done("backup", FILE, "--to", copies)
    (copy,) = [one for one in copies.iterdir() if one.suffix == ".mace"]
    terminal.done("restore", copy, "--to", "restored.mace")
    assert operations(scripted, "restored.mace") == before + 1


def test_a_backup_to_a_folder_that_is_not_there_yet_makes_it(scripted: Scripted) -> None:
    scripted.warm.done("backup", FILE, "--to", "later/backups/")
    (copy,) = (scripted.warm.work / "later" / "backups").glob("*.mace")
    assert copy.name.startswith(FILE.removesuffix(".mace"))


def test_the_quarterly_picture_of_the_tracker(tmp_path: Path) -> None:
    terminal = WarmTerminal(tmp_path)
    districts = [word for one in DISTRICTS for word in ("--district", one)]
    terminal.done("init", "county.mace", "--panel", "County", *districts)
    terminal.done("import", "county.mace", PAPERS / "tracker.xlsx")
    whole = json.loads(terminal.done("report", "county.mace", "quarterly", "--on", "2020-12-31"))
    assert whole["columns"] == ["Total", *DISTRICTS, "Unallocated"]
    rows = {one["label"]: one["values"] for one in whole["rows"]}
    assert {label: rows[label] for label in PICTURE} == PICTURE
    assert rows["Total"] == [60, 14, 20, 13, 4, 2, 6, 1]
    assert {label: rows[label][0] for label in TOTALS} == TOTALS


def refused(terminal: WarmTerminal, *words: object, **given: Any) -> str:
    """The one plain sentence that a refused command says."""
    found = terminal.run(*words, **given)
    assert found.returncode == 1, (words, found.stdout, found.stderr)
    lines = found.stderr.strip().splitlines()
    assert len(lines) == 1, found.stderr
    assert "Traceback" not in lines[0] and lines[0].endswith((".", "?"))
    return lines[0]


def test_what_cannot_be_done_is_said_in_one_sentence(scripted: Scripted) -> None:
    terminal, work = scripted.warm, scripted.work
    before = set(work.rglob("*"))
    refused(terminal, "check", FILE, passphrase="not these words at all")
    refused(terminal, "check", FILE, passphrase=None)
    refused(terminal, "check", "nowhere.mace")
    refused(terminal, "init", FILE, "--panel", "Again")
    refused(terminal, "agenda", FILE, "--meeting", "2027-01-01")
    refused(terminal, "export", FILE, "--meeting", DAY, "--out", "x", "--audience", "Nobody")
    refused(terminal, "report", FILE, "nothing", "--on", DAY)
    refused(terminal, "hold", FILE, "--script", "nothing.json")
    assert {one for one in work.rglob("*") if one.name != f"{FILE}.lock"} <= before


@pytest.mark.parametrize(
    "words", [("import",), ("agenda", FILE), ("agenda", FILE, "--meeting", "soon")]
)
def test_wrong_usage_is_exit_code_2(words: tuple[str, ...]) -> None:
    assert CliRunner().invoke(main, words).exit_code == 2


def test_one_bad_paper_is_refused_by_name_and_the_others_are_in(tmp_path: Path) -> None:
    terminal = WarmTerminal(tmp_path)
    terminal.done("init", FILE, "--panel", "Northmoor MACE")
    bad = terminal.work / "broken.docx"
    bad.write_bytes((PAPERS / "referrals" / "13-location.docx").read_bytes()[:2000])
    good = PAPERS / "referrals" / "14-location.docx"
    found = terminal.run("import", FILE, bad, good, "--json")
    assert found.returncode == 1
    states = {one["file"]: one for one in json.loads(found.stdout)["files"]}
    assert states["broken.docx"]["status"] == "refused"
    assert states["broken.docx"]["reason"]
    assert states["14-location.docx"]["status"] == "imported"
