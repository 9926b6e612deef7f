"""What was written where is told as it lies in the folder."""

import pytest

from ui.pages.written import place

NOTES = ("recall/recall-minutes.docx", "recall/recall-extract.docx")


@pytest.mark.parametrize(
    ("called", "told"),
    [("papers", "“papers/recall”"), ("recall", "“recall”"), ("Recall", "“Recall”")],
)
def test_papers_of_one_folder_lie_in_a_folder_of_that_name_itself(tmp_path, called, told):
    assert place(NOTES, tmp_path / called) == told
