"""Tables whose rows take turns, tick tables with several heads, lists with sums and bands."""

from models.intake.papers import Cell, Content, ReadPaper, Table
from models.intake.understanding import understand

from .measure import paper


def of_rows(*rows: tuple[str, ...]) -> ReadPaper:
    """Return the paper of one table; "*" leads a cell in bold, "^" one that continues above."""
    made = tuple(
        tuple(
            Cell(
                text.lstrip("*^"),
                f"table 1, row {at}, column {column}",
                bold=text.startswith("*"),
                continues=text.startswith("^"),
            )
            for column, text in enumerate(row, 1)
        )
        for at, row in enumerate(rows, 1)
    )
    content = Content("form.docx", "0" * 64, (Table(made, "table 1"),), "docx")
    return understand(content, this_year=2026)


def test_rows_in_bold_head_the_plain_rows_below_them_two_abreast() -> None:
    read = of_rows(
        ("*1 Young person", "*Name of young person", "*Date of birth"),
        ("^", "Elsie Tarrant", "3 May 2011"),
        ("^", "*Special needs", "*Care status"),
        ("^", "Dyslexia", "Child in need"),
        ("^", "*Social worker", "*Office"),
        ("^", "Marek Dolan", "North Quay"),
        ("*2 Referred by", "*Full name", "*Job title"),
        ("^", "Sr Una Keogh", "Clinic sister"),
        ("^", "*Tel / bleep", "*Email"),
        ("^", "01632 960 188", "u.keogh@quay.example"),
        ("^", "*Reason for referral", "*Date of referral"),
        ("^", "She came to the clinic with an older man who would not leave.", "9/11/2026"),
    )
    record = read.records[0]
    assert (read.kind, record.get("name"), record.get("disability")) == (
        "child", "Elsie Tarrant", "Dyslexia",
    )  # fmt: skip
    assert record.get("lead") == "Marek Dolan"
    assert (record.get("referrer"), record.get("referrer_role")) == (
        "Sr Una Keogh", "Clinic sister",
    )  # fmt: skip
    assert record.get("referrer_phone") == "01632 960188"
    assert record.get("phone") is None


def test_the_first_row_of_an_adults_form_names_whom_it_is_about() -> None:
    one = paper(
        "# Nomination of a person of concern",
        "| **Name of person** | **Nickname** |",
        "| PRYOR, Dale | Dazza |",
        "| **Date of birth** | **Telephone** |",
        "| 04/05/1994 | 07700 900557 |",
        "| **Vehicle** | **Children linked** |",
        "| Blue Golf, WX18 HTR | Ada Holm; Ben Orr |",
        "| **Grounds for concern** | **Nominated by** |",
        "| He sells to girls from the home and films them. | DS Ola Bright |",
    ).records[0]
    assert (one.get("name"), one.get("alias")) == ("Dale Pryor", "Dazza")
    assert (one.get("phone"), one.get("vehicle")) == ("07700 900557", "WX18 HTR")
    assert one.get("children") == ("Ada Holm", "Ben Orr")


def test_an_episode_in_rows_that_take_turns_is_one() -> None:
    one = paper(
        "# Missing episode notification",
        "| **Child's name** | **Date of birth** |",
        "| Ada Holm | 01/02/2011 |",
        "| **Reported missing** | **Returned** |",
        "| 03/10/2026 22:40 | 04/10/2026 06:15 |",
        "| **Found at** | **Police risk** |",
        "| Bus station | Medium |",
    )
    assert len(one.records) == 1
    assert (one.records[0].get("found_at"), one.records[0].get("police_risk")) == (
        "Bus station", "Medium",
    )  # fmt: skip


def test_an_answer_behind_what_the_form_asks_on_is_still_yes() -> None:
    one = paper(*FORM, "Is the child at immediate risk of harm? If yes give the log: Yes – log 88")
    assert one.records[0].get("immediate_risk") is True


FORM = (
    "# Child exploitation referral",
    "| Name of child | Tobi Marsh |",
    "| Date of birth | 04/05/2011 |",
    "| Reason for referral | He was found with an older man twice in a week. |",
)


def test_kinds_of_harm_asked_one_by_one_are_those_that_are_answered_by_yes() -> None:
    one = paper(*FORM, "| CCE (Y/N) | Yes |", "| CSE (Y/N) | No |")
    assert one.records[0].get("types") == ("CCE",)
    assert not [text for text in one.not_understood if "CSE" in text.text]


def test_a_tick_table_that_heads_its_answers_again_begins_another() -> None:
    one = paper(
        *FORM,
        "",
        "| **Type of exploitation** | **Yes** | **No** | **Not known** |",
        "| Criminal exploitation | ☒ | | |",
        "| Sexual exploitation | | ☒ | |",
        "| **Warning signs** | **Yes** | **No** | **Not known** |",
        "| Away overnight | ☒ | | |",
        "| Two telephones | ☒ | | |",
        "| Carries a knife | | ☒ | |",
        "| Owes money | | | ☒ |",
    ).records[0]
    assert one.get("types") == ("Criminal exploitation",)
    assert one.get("indicators") == ("Away overnight", "Two telephones")


def test_weights_numbers_and_sums_of_a_tool_are_no_signs() -> None:
    one = paper(
        "# Exploitation risk assessment tool",
        "| **Child** | Ines Farrow | **DOB** | 01/02/2011 |",
        "",
        "| **Ref** | **Sign** | **Points** | **Present? Y/N** | **Evidence** |",
        "| 1.1 | Away overnight | 3 | Y | twice in May |",
        "| 1.2 | Two telephones | 2 | N | said so in June, not seen |",
        "| 2.1 | Gifts nobody explains | 5 | Y | |",
        "| 2.2 | Older partner | 5 | N | |",
        "| | Sub-total | | 8 | |",
    ).records[0]
    assert one.get("indicators") == ("Away overnight", "Gifts nobody explains")


def test_boxes_of_levels_below_a_tool_are_its_risk() -> None:
    one = paper(
        "# Exploitation risk assessment tool",
        "| **Child** | Ines Farrow | **DOB** | 01/02/2011 |",
        "",
        "| **Sign** | **Yes** | **No** |",
        "| Away overnight | ☒ | |",
        "| Two telephones | | ☒ |",
        "| Gifts nobody explains | ☒ | |",
        "| Older partner | | ☒ |",
        "Level",
        "| ☐ Standard | ☒ Medium | ☐ High |",
    ).records[0]
    assert one.get("risk") == "Medium"
    assert one.get("indicators") == ("Away overnight", "Gifts nobody explains")


def test_labels_beside_their_answers_below_signs_are_no_signs() -> None:
    one = paper(
        *FORM,
        "### Indicators",
        "| ☒ Away overnight | ☐ Self-harm |",
        "| ☒ Two telephones | ☐ Injuries |",
        "",
        "| **Risk level now** | Medium |",
        "| **Missing episodes, last 90 days** | 4 |",
        "| **Is there immediate risk?** | No |",
        "| **Child told of the referral?** | Yes |",
    ).records[0]
    assert one.get("indicators") == ("Away overnight", "Two telephones")
    assert (one.get("risk"), one.get("missing90")) == ("Medium", 4)


def test_rows_below_a_row_of_totals_that_only_count_are_nobody() -> None:
    one = paper(
        "# MACE tracker",
        "| **Name** | **DOB** | **Risk** | **Plan** |",
        "| Ada Holm | 01/02/2011 | High | CIN |",
        "| Ben Orr | 03/04/2010 | Low | CP |",
        "| Total | 2 | | |",
        "| Medium or high | 1 | | |",
    )
    assert [record.get("name") for record in one.records] == ["Ada Holm", "Ben Orr"]


def test_a_row_across_says_at_which_meeting_the_actions_below_it_were_agreed() -> None:
    one = paper(
        "# Action log",
        "| **No** | **About** | **Action** | **Owner** | **Due** | **Status** |",
        "| Set at the panel meeting on 3 June 2026 |",
        "| 1 | Ada Holm | Call the school about transport | Jo Lund | 10/06/2026 | Done |",
        "| 2 | Ben Orr | Ask the landlord for the key | Al Reed | 12/06/2026 | Not started |",
        "| Set at the panel meeting on 1 July 2026 |",
        "| 3 | Ada Holm | Visit the flat with the police | Jo Lund | 08/07/2026 | Open |",
    )
    met = [str(record.get("meeting")) for record in one.records]
    assert met == ["2026-06-03", "2026-06-03", "2026-07-01"]


def test_a_label_with_words_on_how_to_fill_it_in_is_answered_below() -> None:
    one = paper(
        "# Location of concern nomination",
        "| **Name of place** | The Arches |",
        "| **Postcode** | QY1 2AB |",
        "| What times is it worst? hours and weekdays if you know |",
        "| Saturdays after 8pm |",
        "| **Why are you concerned?** | Groups of children drink there with men in cars. |",
    ).records[0]
    assert one.get("hours") == "Saturdays after 8pm"


def test_two_questions_parted_by_a_stroke_are_one_where_one_answer_stands() -> None:
    one = paper(*FORM, "| Is parent/carer aware? (delete as needed) | YES / |").records[0]
    assert one.get("informed_parent") is True
    assert one.get("parent_name") is None
