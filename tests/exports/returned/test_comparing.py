"""A file that came back from Word is compared line by line with what was written."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from exports.returned.edits import Edit, Kind
from tests.exports.returned.edited_file import WHO, EditedFile
from tests.exports.returned.room import WrittenRoom, written_room

TRACKED = (f"{WHO}, 13 Nov 2026",)
STATION = "Seen at the station with older men."


@pytest.fixture(scope="module")
def written() -> Iterator[WrittenRoom]:
    made = written_room()
    yield made
    made.room.workspace.close()


@pytest.fixture
def file(written: WrittenRoom) -> EditedFile:
    return written.file()


def only(written: WrittenRoom, file: EditedFile) -> Edit:
    edits = written.edits(file)
    assert len(edits) == 1, [(one.about, one.was, one.now) for one in edits]
    return edits[0]


def test_a_file_that_nobody_changed_has_no_changes(written: WrittenRoom) -> None:
    back = written.back(written.blob)
    assert (back.document, back.version, back.edits, back.notes) == ("minutes.docx", 1, (), ())


def test_a_plain_change_is_told_with_the_words_before_and_after(
    written: WrittenRoom, file: EditedFile
) -> None:
    file.type_over("Debt drives the risk for R.A.", "Debt and fear drive the risk for R.A.")
    edit = only(written, file)
    assert (edit.kind, edit.about, edit.who, edit.sure) == (Kind.CHANGED, "Analysis", (), True)
    assert edit.was == "Debt drives the risk for R.A."
    assert edit.now == "Debt and fear drive the risk for R.A."
    assert edit.part.startswith("V1")


def test_the_record_keeps_the_names_that_print_as_initials(
    written: WrittenRoom, file: EditedFile
) -> None:
    file.type_over("Debt drives the risk for R.A.", "Debt and fear drive the risk for R.A.")
    assert only(written, file).raw == "Debt and fear drive the risk for Robin."


def test_tracked_changes_carry_author_and_day(written: WrittenRoom, file: EditedFile) -> None:
    file.insert("Seen at the station", " twice")
    file.delete(" with older men")
    edit = only(written, file)
    assert (edit.about, edit.who) == ("Shared by Police", TRACKED)
    assert (edit.now, edit.raw) == ("Seen at the station twice.", "seen at the station twice")


def test_words_moved_are_told_where_they_went_and_where_from(
    written: WrittenRoom, file: EditedFile
) -> None:
    file.move("A car was seen.", "Debt drives the risk for R.A.")
    gone, come = written.edits(file)
    assert (gone.about, come.about) == ("Presentation", "Analysis")
    assert "A car was seen." not in gone.now and come.now.endswith("A car was seen.")
    assert gone.who == come.who == TRACKED


def test_a_line_that_is_taken_out_is_told_and_nothing_else(
    written: WrittenRoom, file: EditedFile
) -> None:
    file.delete(" Opinion, 12 Nov: ")
    file.delete("He carries for others.")
    edit = only(written, file)
    assert (edit.kind, edit.was, edit.now) == (Kind.GONE, "He carries for others.", "")


def test_a_paragraph_taken_out_takes_all_its_lines_out(
    written: WrittenRoom, file: EditedFile
) -> None:
    file.remove("Police. Fact")
    assert [(one.kind, one.was) for one in written.edits(file)] == [
        (Kind.GONE, STATION),
        (Kind.GONE, "He carries for others."),
    ]


def test_a_paragraph_put_in_goes_on_the_text_above(written: WrittenRoom, file: EditedFile) -> None:
    file.add("Debt drives", "He owes 300 pounds.")
    edit = only(written, file)
    assert edit.raw == "Debt drives the risk for Robin.\nHe owes 300 pounds."


def test_paragraphs_run_together_or_parted_are_the_same_lines(
    written: WrittenRoom, file: EditedFile
) -> None:
    file.run_together("R.A. was referred", "A car was seen")
    file.part(" Opinion, 12 Nov: ")
    file.type_over("He carries for others.", "He carries for two others.")
    together, parted = written.edits(file)
    assert together.raw == "robin ashdown was referred by school.A car was seen."
    assert (parted.about, parted.now) == ("Shared by Police", "He carries for two others.")
    assert together.sure and parted.sure


def test_a_line_pasted_under_another_item_is_taken_out_here_and_told_there(
    written: WrittenRoom, file: EditedFile
) -> None:
    file.at("Exploits R.A.")._p.addnext(file.at("Health. Fact")._p)
    gone, come = written.edits(file)
    assert (gone.kind, gone.item_id) == (Kind.GONE, written.room.child_item)
    assert (come.kind, come.item_id) == (Kind.ELSEWHERE, written.room.person_item)


def test_lines_in_another_order_are_no_change(written: WrittenRoom, file: EditedFile) -> None:
    file.at("Police. Fact")._p.addprevious(file.at("Health. Fact")._p)
    assert written.edits(file) == ()


def test_a_text_that_was_empty_is_filled(written: WrittenRoom, file: EditedFile) -> None:
    file.add("Child: I am", "Parents: They want him home.")
    edit = only(written, file)
    assert edit.place is not None and edit.place.field == "parents_view"
    assert (edit.kind, edit.now) == (Kind.NEW, "They want him home.")


def test_a_new_line_is_its_agencys_and_of_the_kind_it_says(
    written: WrittenRoom, file: EditedFile
) -> None:
    file.add("Health. Fact", "Police. Fact: The car belongs to a garage.")
    edit = only(written, file)
    assert edit.line is not None
    assert edit.line.agency_id == written.room.police
    assert (edit.line.text, edit.line.information) == ("The car belongs to a garage.", "fact")


def test_a_new_line_of_nobody_is_not_taken_in(written: WrittenRoom, file: EditedFile) -> None:
    file.add("Health. Fact", "Somebody saw him.")
    edit = only(written, file)
    assert edit.kind is Kind.ELSEWHERE and "agency’s name" in edit.where


@pytest.mark.parametrize(
    ("was", "now", "where"),
    [
        ("Sam Lee (Children's", "Samuel Lee (Children's", "Actions"),
        ("None were declared.", "One was declared.", "Opening"),
        ("Fact, 12 Nov: ", "Fact, 11 Nov: ", "Mend the record"),
        ("Returns to the panel on 24", "Returns to the panel on 25", "Mend the record"),
        ("Attendance", "Who was there", "Settings"),
    ],
)
def test_what_is_no_line_is_named_with_the_place_where_it_is_changed(
    written: WrittenRoom, file: EditedFile, was: str, now: str, where: str
) -> None:
    file.type_over(was, now)
    edit = only(written, file)
    assert edit.kind is Kind.ELSEWHERE and edit.place is None
    assert where in edit.where


def test_a_change_in_a_table_tells_its_row_and_column(
    written: WrittenRoom, file: EditedFile
) -> None:
    file.type_over("Sam Lee (Children's", "Samuel Lee (Children's")
    assert only(written, file).about == "A001 (V1), column “Owner”, in “Actions agreed”"


def test_a_cell_of_other_words_is_one_change(written: WrittenRoom, file: EditedFile) -> None:
    file.type_over("Sam Lee (Children's social care)", "Ann Patel (Health)")
    edit = only(written, file)
    assert edit.about == "A001 (V1), column “Owner”, in “Actions agreed”"
    assert (edit.was, edit.now) == ("Sam Lee (Children's social care)", "Ann Patel (Health)")


def test_a_change_of_who_came_tells_whose_row(written: WrittenRoom, file: EditedFile) -> None:
    file.type_over("Named nurse", "Head nurse")
    assert only(written, file).about == "Ann Patel, column “Role”, in “Attendance”"


def test_a_row_taken_out_or_put_in_is_one_change(written: WrittenRoom, file: EditedFile) -> None:
    row = file.row("Named nurse")
    row.addnext(file.row_like(row, ("Eve Moor", "Youth worker", "Youth service", "Present")))
    row.getparent().remove(row)
    told = {(one.kind, one.about, one.was, one.now) for one in written.edits(file)}
    assert told == {
        (Kind.ELSEWHERE, "Ann Patel, the whole row, in “Attendance”",
         "Ann Patel · Named nurse · Health · Present", ""),
        (Kind.ELSEWHERE, "A new row, in “Attendance”", "",
         "Eve Moor · Youth worker · Youth service · Present"),
    }  # fmt: skip


def test_a_cell_that_says_so_by_now_is_in_the_record(
    written: WrittenRoom, file: EditedFile
) -> None:
    file.type_over("Named nurse", "Head nurse")
    assert not only(written, file).done
    written.room.workspace.panel.change_member(written.room.nurse, role="Head nurse")
    assert only(written, file).done


def test_a_comment_is_told_with_its_author_and_its_words(
    written: WrittenRoom, file: EditedFile
) -> None:
    file.comment("He carries", "Who says so?")
    edit = only(written, file)
    assert (edit.kind, edit.was, edit.now) == (Kind.COMMENT, "He carries", "Who says so?")
    assert edit.who[0].startswith(WHO) and edit.item_id == written.room.child_item


def test_without_bookmarks_lines_are_known_by_their_words(
    written: WrittenRoom, file: EditedFile
) -> None:
    file.lose_bookmarks()
    file.type_over("Debt drives the risk for R.A.", "Debt and fear drive the risk for R.A.")
    back = written.back(file)
    assert [(one.about, one.sure) for one in back.edits] == [("Analysis", True)]
    assert "lost" in back.notes[0]


def test_where_the_words_are_others_too_somebody_is_asked(
    written: WrittenRoom, file: EditedFile
) -> None:
    file.lose_bookmarks()
    file.type_over("He carries for others.", "Nothing of the kind.")
    assert [one.sure for one in written.edits(file)] == [False]


def test_a_bookmark_that_was_copied_stays_with_the_line_as_written(
    written: WrittenRoom, file: EditedFile
) -> None:
    import copy

    line = file.at("Debt drives")._p
    twin = copy.deepcopy(line)
    file.at("Why: New debt.")._p.addnext(twin)
    edit = only(written, file)
    assert (edit.kind, edit.now) == (Kind.ELSEWHERE, "Debt drives the risk for R.A.")


@pytest.mark.parametrize("said", ["Police. Fact: Foxy told us.", "Chair only: Foxy told us."])
def test_words_of_another_within_an_agencys_bookmark_are_no_more_of_its_line(
    written: WrittenRoom, file: EditedFile, said: str
) -> None:
    import copy

    line = file.at("Health. Fact")._p
    twin = copy.deepcopy(line)
    line.addnext(twin)
    runs = [one for one in twin if one.tag.endswith("}r")]
    texts = [text for run in runs for text in run if text.tag.endswith("}t")]
    for one in texts:
        one.text = ""
    texts[0].text = said
    edit = only(written, file)
    assert edit.place is None and "Foxy told us" in edit.now


def test_a_line_that_says_now_it_is_not_for_all_is_looked_at(
    written: WrittenRoom, file: EditedFile
) -> None:
    paragraph = file.at("Health. Fact")
    paragraph.add_run(" Chair only: Foxy told us.")
    assert not only(written, file).sure


def test_an_item_that_is_left_out_of_the_file_is_not_taken_out(
    written: WrittenRoom, file: EditedFile
) -> None:
    for words in ("O1  ", "Exploits R.A."):
        file.remove(words)
    body = file.document.element.body
    links = [one for one in file.document.paragraphs if one.text == "Links"][-1]
    body.remove(links._p)
    edits = written.edits(file)
    assert [one.about for one in edits] == ["This item is not in the file"]
    assert edits[0].kind is Kind.ELSEWHERE


def test_what_only_the_chair_may_read_is_in_no_change(written: WrittenRoom) -> None:
    from exports.returned.written import from_bytes

    kept = written.room.workspace.read.written(meeting_id=written.room.meeting)
    assert kept is not None
    told = "".join(line.text for line in from_bytes(kept.words).lines)
    assert "older men" in told and "chair alone" not in told


def test_marks_in_the_file_tell_nothing(written: WrittenRoom) -> None:
    names = [
        mark.get("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}name")
        for mark in written.file().document.element.body.iter()
        if mark.tag.endswith("bookmarkStart")
    ]
    assert len(names) > 10
    assert [name.rpartition("_")[2] for name in names] == [str(n) for n in range(len(names))]
    assert len({name.rpartition("_")[0] for name in names}) == 1


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_marks_and_tracked_changes_survive_libreoffice(
    written: WrittenRoom, file: EditedFile, tmp_path: Path
) -> None:
    file.insert("Seen at the station", " twice")
    file.type_over("Debt drives the risk for R.A.", "Fear drives the risk for R.A.")
    (tmp_path / "back.docx").write_bytes(file.blob)
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
         "--convert-to", "docx", "--outdir", str(tmp_path / "saved"), str(tmp_path / "back.docx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    back = written.back((tmp_path / "saved" / "back.docx").read_bytes())
    assert [(one.about, one.now, one.who, one.sure) for one in back.edits] == [
        ("Shared by Police", "Seen at the station twice with older men.", TRACKED, True),
        ("Analysis", "Fear drives the risk for R.A.", (), True),
    ]
    assert back.notes == ()
