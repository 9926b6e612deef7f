"""An e-mail is read as its words, its source, and the papers attached to it."""

from datetime import datetime

from models.intake.batch import Opened, Refused, open_files
from models.intake.opening import open_paper
from models.intake.papers import Block, Content, Source, Table
from tests.models.intake.opening.made import p, word
from tests.models.intake.opening.made_mail import eml, message_parts, msg

SENT = datetime(2026, 11, 12, 8, 15)
LIST = b"name,dob\nAidan,1 May 2011\n"


def words(content: Content) -> list[str]:
    return [part.text for part in content.parts if isinstance(part, Block)]


def unfolded(name: str, data: bytes) -> list[Opened]:
    return [one for one in open_files([(name, data)]) if isinstance(one, Opened)]


def test_sender_and_time_are_those_of_the_message_on_londons_clock() -> None:
    source = open_paper("a.eml", eml()).source
    assert source == Source("Zoë Marsh <z.marsh@school.example>", SENT)
    summer = eml().replace(b"Thu, 12 Nov 2026 08:15", b"Sun, 12 Jul 2026 08:15")
    told = open_paper("a.eml", summer).source
    assert told is not None and told.sent_at == datetime(2026, 7, 12, 9, 15)


def test_an_outlook_message_tells_the_same() -> None:
    content = open_paper("a.msg", msg("One line.\r\nAnother."))
    assert content.source == Source("Zoe Marsh <z.marsh@school.example>", SENT)
    assert words(content) == ["For the panel", "One line.", "Another."]


def test_a_message_written_as_a_web_page_keeps_its_tables() -> None:
    page = (
        "<style>p{}</style><p>Dear <b>all</b>,</p><table><tr><td><p>Name</p></td><td>Aidan</td>"
        "</tr><tr><td>Born</td><td>1 May<br>2011</td></tr></table><script>steal()</script>"
    )
    content = open_paper("a.eml", eml(html=page))
    (table,) = (part for part in content.parts if isinstance(part, Table))
    told = [[cell.text for cell in row] for row in table.rows]
    assert told == [["Name", "Aidan"], ["Born", "1 May\n2011"]]
    assert words(content) == ["For the panel", "Dear all,"]


def test_a_table_that_only_lays_the_page_out_is_told_as_paragraphs() -> None:
    page = (
        "<table><tr><td>Before<table><tr><td>Name</td><td>Aidan</td></tr></table>After</td></tr>"
        "</table>"
    )
    content = open_paper("a.eml", eml(html=page))
    kinds = [part.text if isinstance(part, Block) else "table" for part in content.parts]
    assert kinds == ["For the panel", "Before", "table", "After"]


def test_what_is_attached_follows_its_message_and_knows_its_source() -> None:
    for name, data in (
        ("a.eml", eml(list_dot_csv=LIST)),
        ("a.msg", msg(files={"list.csv": LIST})),
    ):
        message, attached = unfolded(name, data)
        assert message.holds == 1 and not message.content.attached
        assert attached.within == message.content.sha256
        assert attached.content.source == message.content.source
        assert attached.data == LIST


def test_a_message_is_kept_without_the_bytes_of_what_was_attached() -> None:
    message = unfolded("a.eml", eml("Hello Zoë", referral_dot_docx=word(p("Aidan"))))[0]
    again = open_paper("a.eml", message.data)
    assert not again.attached
    assert again.source == message.content.source and again.parts == message.content.parts


def test_a_forwarded_message_brings_its_own_papers() -> None:
    inner = message_parts("The school's own words", {"list.csv": LIST})
    names = [one.content.name for one in unfolded("a.msg", msg(inner=inner))]
    assert names == ["a.msg", "message 1.eml", "list.csv"]


def test_two_attachments_of_one_name_are_told_apart() -> None:
    both = list(open_files([("a.eml", eml(list_dot_csv=LIST)), ("b.eml", eml(list_dot_csv=LIST))]))
    assert [one.content.name for one in both if isinstance(one, Opened)] == [
        "a.eml", "list.csv", "b.eml", "list (2).csv",
    ]  # fmt: skip


def test_messages_within_messages_end() -> None:
    inner = message_parts("the last", {"list.csv": LIST})
    for depth in range(6):
        inner = message_parts(f"level {depth}", inner=inner)
    found = list(open_files([("a.msg", msg(inner=inner))]))
    assert len(found) <= 5
    assert any(isinstance(one, Refused) and "within messages" in one.message for one in found)


def test_a_file_named_as_a_message_is_one_without_the_lines_that_only_mail_has() -> None:
    data = b"From: Jo Tarn <jo@school.example>\nTo: panel@council.example\nSubject: MACE, Monday\n"
    content = open_paper("a.eml", data + b"\nShe was seen at the station.")
    assert content.form == "eml"
    assert words(content)[-1] == "She was seen at the station."
    assert open_paper("list.csv", b"Subject: name,From: day\nMina Dale,3 May\n").form == "csv"
