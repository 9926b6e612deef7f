"""A pile of papers goes in one after another, told of and stopped as the person wishes."""

from pathlib import Path

from models.intake.batch import Opened, Refused, open_files
from models.intake.opening import base_name

GOOD = b"Name,Note\nAidan,a\n"


def test_progress_is_told_before_each_paper_and_at_the_end() -> None:
    told: list[tuple[int, int, str]] = []
    papers = [("a.csv", GOOD), ("b.csv", b"")]
    results = list(open_files(papers, progress=lambda *each: told.append(each)))
    assert told == [(0, 2, "a.csv"), (1, 2, "b.csv"), (2, 2, "")]
    assert [type(each) for each in results] == [Opened, Refused]


def test_cancelling_ends_the_batch_before_the_next_paper() -> None:
    read: list[Opened | Refused] = []
    for result in open_files([("a.csv", GOOD)] * 5, cancelled=lambda: len(read) == 2):
        read.append(result)
    assert len(read) == 2


def test_a_folder_stands_for_the_papers_in_it(tmp_path: Path) -> None:
    (tmp_path / "returns").mkdir()
    for name in ("b.csv", "returns/a.csv", "~$b.csv", ".hidden", "Thumbs.db"):
        (tmp_path / name).write_bytes(GOOD)
    names = [each.content.name for each in open_files([tmp_path]) if isinstance(each, Opened)]
    assert names == ["b.csv", "a.csv"]


def test_a_paper_that_has_gone_is_refused_in_words(tmp_path: Path) -> None:
    (gone,) = open_files([tmp_path / "gone.docx"])
    assert isinstance(gone, Refused)
    assert gone.sentence.startswith("gone.docx: This paper is no longer where it was.")


def test_an_opened_paper_keeps_its_bytes_but_never_shows_them() -> None:
    (opened,) = open_files([("a.csv", GOOD)])
    assert isinstance(opened, Opened)
    assert opened.data == GOOD
    assert "Aidan,a" not in repr(opened)


def test_only_the_last_part_of_a_name_is_kept() -> None:
    assert base_name("C:\\Users\\x\\form.docx") == "form.docx"
    assert base_name("/home/x/form\n.docx") == "form.docx"
    assert base_name("") == "paper"
