"""Where the passphrase of documents comes from, and what is none."""

import pytest

from macedesk import passphrase
from models.errors import Trouble


def test_an_empty_passphrase_would_leave_documents_open_so_it_is_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(passphrase.DOCUMENTS, "")
    with pytest.raises(Trouble, match=passphrase.DOCUMENTS):
        passphrase.for_documents()
    monkeypatch.setenv(passphrase.DOCUMENTS, "grey harbour lamp")
    assert passphrase.for_documents() == "grey harbour lamp"
