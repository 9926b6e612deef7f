"""Small bodies' own forms and hand-made lists say as much as a council's."""

from collections.abc import Callable
from pathlib import Path

import pytest

from models.intake.papers import ReadPaper
from models.intake.understanding.lines import is_nothing_known
from models.intake.understanding.sharing import read_sharing
from models.intake.understanding.verbs import told_by_verb
from models.marks import Sharing

from .drawn import made
from .measure import read

Drawn = Callable[[str, str], ReadPaper]


@pytest.fixture
def drawn(tmp_path: Path) -> Drawn:
    """Return the reading of a paper drawn in plain text."""

    def reading(form: str, text: str) -> ReadPaper:
        path = tmp_path / f"paper.{form}"
        path.write_text(text, "utf-8")
        return read(path.name.removesuffix(".txt"), made(path))

    return reading


CHILDREN = """sheet List
| Jo's children |  |  |  |

| Mosaic | Name | Born | Level | Worker | School |
| 1001 | Ann Dale | 01.02.11 | high | Sue Hart | Old Mill |
| 1002 | Ben Moss | 03.04.12 | low | Sue Hart | Old Mill |

| 1003 | Cal Roe | 05.06.10 | med | Lee Park | New Mill |
"""


def test_an_empty_row_between_rows_of_a_list_ends_nothing(drawn: Drawn) -> None:
    paper = drawn("xlsx.txt", CHILDREN)
    assert paper.kind == "tracker"
    assert [one.get("name") for one in paper.records] == ["Ann Dale", "Ben Moss", "Cal Roe"]
    assert paper.records[2].get("lead") == "Lee Park"


SEVERAL = """# MACE referral sheet
Referred by: Gwen Stone
| Name | DOB | Worker | Risk | Why |
| Ann Dale | 01/02/2011 | Sue Hart | High | She was met by a van at the gate. |
"""


def test_a_worker_named_in_the_row_of_a_child_is_the_childs(drawn: Drawn) -> None:
    record = drawn("docx.txt", SEVERAL).records[0]
    assert record.get("referrer") == "Gwen Stone"
    assert record.get("lead") == "Sue Hart"


def test_a_worker_asked_for_among_the_childs_details_is_the_childs(drawn: Drawn) -> None:
    form = """# MACE referral
## Details of the child
| Name | Ann Dale |
| DOB | 01/02/2011 |
| Worker | Sue Hart |
"""
    record = drawn("docx.txt", form).records[0]
    assert record.get("lead") == "Sue Hart"
    assert record.get("referrer") is None


RETURN = """# What we know - MACE 24 February 2026
| Child | Ann Dale |
| Date of birth | 01/02/2011 |
| Information | Came with a new phone. |
| Fact, opinion or intelligence | Fact |
| Who can know | All panel |
| Information | I think it is over. |
| Fact, opinion or intelligence | Opinion |
| Who can know | Chair only |
"""


def test_who_may_read_stays_with_the_line_above_it(drawn: Drawn) -> None:
    first, second = drawn("docx.txt", RETURN).records
    assert (first.get("kind"), first.get("sharing")) == ("fact", "all panel")
    assert (second.get("kind"), second.get("sharing")) == ("opinion", "chair only")


def test_a_line_led_in_bold_by_a_child_heads_the_lines_below(drawn: Drawn) -> None:
    text = """**Family Safeguarding, Moor Council – return for MACE**
**Meeting:** 24/02/2026
**From:** Sue Hart
**ANN DALE** – born 14/03/2010 – Eclipse 30417
- Moved on 11 February. [Fact] [All panel]
- It will not hold. [Opinion] [Chair only]
"""
    first, second = drawn("docx.txt", text).records
    assert first.get("name") == "Ann Dale"
    assert (first.get("la_id"), first.get("sharing")) == ("30417", "all panel")
    assert (second.get("kind"), second.get("sharing")) == ("opinion", "chair only")
    assert first.get("agency") == "Family Safeguarding, Moor Council"
    assert first.get("completed_by") == "Sue Hart"


def test_everyone_at_the_meeting_is_the_whole_panel() -> None:
    assert read_sharing("everyone on panel").sharing is Sharing.ALL_PANEL
    assert read_sharing("everyone on panel except health").sharing is Sharing.CHAIR_ONLY


HEADS = """# MACE referral
|  | Nurse |  | Line manager |
| Name | Fay Lugg | Name | Bea Oram |
| Phone | 07700 900756 | Phone | 01632 960756 |
| **Child** |  |  |  |
| Name | Ann Dale | DOB | 01/02/2011 |
"""


def test_names_over_answers_say_whose_details_stand_below(drawn: Drawn) -> None:
    record = drawn("docx.txt", HEADS).records[0]
    assert record.get("name") == "Ann Dale"
    assert record.get("referrer") == "Fay Lugg"
    assert record.get("referrer_manager") == "Bea Oram"


OWN_WORD = """# MACE referral form: child
| Player's name | Ann Dale |
| Player's date of birth | 01/02/2011 |
| Does the player know | Yes |
| Do parents know | No |
**THE PLAYER SAID** (their words)
"Only boots."
"""


def test_a_form_has_its_own_word_for_the_child(drawn: Drawn) -> None:
    record = drawn("docx.txt", OWN_WORD).records[0]
    assert (record.get("informed_child"), record.get("informed_parent")) == (True, False)
    assert record.get("voice") == '"Only boots."'


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("What the club did", "tried"),
        ("What has school done", "tried"),
        ("What staff have seen and heard", "reason"),
        ("What do you hope the meeting can do", "ask"),
        ("What we are asking for", "ask"),
    ],
)
def test_a_question_is_told_by_what_those_who_write_did(label: str, field: str) -> None:
    told = told_by_verb(label, "child")
    assert told is not None and told.field == field


@pytest.mark.parametrize(
    "label", ["What the child did", "What his mother wants", "What you do at the club", "Done"]
)
def test_what_others_did_is_told_by_no_verb(label: str) -> None:
    assert told_by_verb(label, "child") is None


LETTER = """19 January 2026

Dear MACE panel,

**About Ann Rees, born 30 June 2010**

She lives in Westmoor, at PB3 4NN, and is at Westmoor High. We met her with older men.

**What Ann says**

She says that they are a laugh.

We have told her that we would be writing. We have not spoken to her parents.
She is not in immediate danger today.

Yours in hope,

Jo Penn
"""


def test_a_letter_to_the_panel_says_whom_it_is_about_and_who_was_told(drawn: Drawn) -> None:
    paper = drawn("docx.txt", LETTER)
    record = paper.records[0]
    assert paper.kind == "child"
    assert (record.get("name"), record.get("referrer")) == ("Ann Rees", "Jo Penn")
    assert (record.get("informed_child"), record.get("informed_parent")) == (True, False)
    assert record.get("immediate_risk") is False
    assert str(record.get("voice")).startswith("She says that they are a laugh.")


EPISODES = """Missing in January,,,,,
Child,Born,Went off,Returned,Visit offered,Visit made
Ann Dale,14/03/2010,04/01/26 21.15,05/01/26 06.40,05/01/26,06/01/26
Ben Moss,22/05/2009,09/01/26 18.00,11/01/26 23.30,12/01/26,
Cal Roe,25/08/2010,15/01/26 20.05,16/01/26 01.10,16/01/26,17/01/26
"""


def test_the_moment_before_the_return_is_when_a_child_went(drawn: Drawn) -> None:
    records = drawn("csv", EPISODES).records
    assert str(records[1].get("reported")) == "2026-01-09 18:00:00"
    assert str(records[1].get("returned")) == "2026-01-11 23:30:00"


LEVELS = """Children we watch,,,,
Name,DOB,Council no,How high,Last checked
Ann Dale,14/03/2010,30417,high,2 Feb 2026
Ben Moss,22/05/2009,30988,low,6 Feb 2026
Cal Roe,25/08/2010,31502,medium,9 Feb 2026
"""


def test_a_column_of_levels_is_the_risk_and_days_beside_it_the_assessments(drawn: Drawn) -> None:
    record = drawn("csv", LEVELS).records[0]
    assert record.get("risk") == "High"
    assert str(record.get("assessed"))[:10] == "2026-02-02"


def test_a_heading_above_all_labels_is_a_title(drawn: Drawn) -> None:
    text = """# RED FORM – exploitation (copy to MACE)
Please see Mrs Hart before you send.
**Student:** Ann Dale
**Born:** 29/07/2011
**Type of exploitation:** CSE
**Risk level:** Medium
**Immediate danger:** N
**School:** Westmoor High
**Background:** White British
**Told home (Y/N):** Y
"""
    record = drawn("docx.txt", text).records[0]
    assert record.get("types") == ("CSE",)
    assert record.get("ethnicity") == "White British"
    assert record.get("informed_parent") is True


def test_a_letter_about_an_adult_makes_nobody_a_child(drawn: Drawn) -> None:
    adult = LETTER.replace("2010", "1996").replace("Ann Rees", "Gary Munt")
    assert not drawn("docx.txt", adult).records


MEMBERS = """Panel people,,,,,
Who,Their job,Where from,E-mail address,Ring on,At every meeting?
Ann Dale,Sergeant,Moor Police,ann@police.example,01632 960001,Yes
Ben Moss,Nurse,School Health,ben@nhs.example,01632 960002,No
"""


def test_a_list_with_an_address_in_every_row_is_one_of_members(drawn: Drawn) -> None:
    paper = drawn("csv", MEMBERS)
    second = paper.records[1]
    assert paper.kind == "members"
    assert (second.get("name"), second.get("agency")) == ("Ben Moss", "School Health")
    assert (second.get("phone"), second.get("core")) == ("01632 960002", False)


PROMISED = """# What we promised at the panel on 27 January 2026
| # | About | What was promised | Who will | Which team | Before |
| 1 | Ann Dale | Ring the landlord | Colin Vick | Housing | 10/02/2026 |
| 2 | The bandstand | Mend the broken light | Denise Ough | Parks | 20/02/2026 |
"""


def test_actions_are_told_by_sentences_names_and_days(drawn: Drawn) -> None:
    first = drawn("docx.txt", PROMISED).records[0]
    assert (first.get("text"), first.get("owner")) == ("Ring the landlord", "Colin Vick")
    assert str(first.get("due"))[:10] == "2026-02-10"


def test_whoever_knows_nothing_may_say_so_first() -> None:
    assert is_nothing_known("We know nothing.")
    assert not is_nothing_known("We know nothing good of her boyfriend, who drives.")


def test_a_form_may_ask_whether_the_child_is_safe_now(drawn: Drawn) -> None:
    text = """# MACE referral form: child
| Member's name | Ann Dale |
| Member's birthday | 14/03/2010 |
| Is the member safe right now | No |
| Helper from the council | Sue Hart |
"""
    record = drawn("docx.txt", text).records[0]
    assert record.get("immediate_risk") is True
    assert record.get("la_id") is None


HEADED_BELOW = """Return to MACE,,,,,
Agency,Moor Housing,,,,
Panel,24/02/2026,,,,
Filled in by,Colin Vick,,,,
Young person,Birthday,Our information,Sort,For whom,Why not all
Ann Dale,14/03/2010,Rent is paid by an older man,fact,whole panel,
Ann Dale,14/03/2010,Men come at night,intelligence,police only,source may be known
"""


def test_a_list_below_pairs_begins_where_the_rows_widen(drawn: Drawn) -> None:
    first, second = drawn("csv", HEADED_BELOW).records
    assert (first.get("name"), first.get("sharing")) == ("Ann Dale", "all panel")
    assert (second.get("text"), second.get("agencies")) == ("Men come at night", ("police",))


def test_a_line_with_its_answer_is_no_label_of_the_line_below(drawn: Drawn) -> None:
    text = """# MACE referral form: child
Name of young person: Ann Dale
Date of birth: 14/03/2010
How bad do you think it is: high
What we noticed: She comes with two men.
"""
    record = drawn("docx.txt", text).records[0]
    assert (record.get("risk"), record.get("reason")) == ("High", "She comes with two men.")
