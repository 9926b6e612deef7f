"""A community peer group assessment: members, growth, people, places, risk, plan, who is told."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from exports import basis, phrases
from exports.imprint import Imprint
from exports.naming import Naming
from exports.sheet import Sheet
from exports.template import Template
from exports.wordml import Bold, Text
from models.records.groups import GroupRecord, GroupVersion, MemberRow, ToldRow
from models.records.panel import PanelRecord
from models.rules.groups import changed, role_words, young_people_words

TITLE = "Community peer group assessment"
TEXTS = (
    ("group.people", "people"),
    ("group.places", "places"),
    ("group.risk", "risk"),
    ("group.tension", "tension"),
)
NONE_YET = "Nothing has been assessed yet that all the panel may read."


def compose(
    panel: PanelRecord,
    group: GroupRecord,
    naming: Naming,
    *,
    issued_to: str,
    made_at: datetime,
    template: Template | None = None,
) -> Sheet:
    """The assessment as it stands, with what has changed since the one before."""
    latest = group.latest
    about = Imprint(
        panel, TITLE, issued_to, made_at, version=len(group.versions) or 1,
        reference=made_at.date().isoformat(),
    )  # fmt: skip
    sheet = Sheet(about, template, naming.rewrite)
    sheet.title(f"{TITLE}: {group.name}", group.type)
    sheet.facts(_facts(group), "The group")
    if latest is None:
        sheet.paragraph(NONE_YET)
    _growth(sheet, group, naming)
    _members(sheet, group, naming)
    _said(sheet, group, naming)
    if latest is not None:
        _plan(sheet, latest)
        _told(sheet, group.telling)
    _before(sheet, group.versions)
    basis.of_panel(sheet, panel)
    sheet.end("End of the group assessment.")
    return sheet


def _facts(group: GroupRecord) -> list[tuple[str, Text | None]]:
    latest = group.latest
    return [
        ("Known since", phrases.day(group.started)),
        ("Assessed on", phrases.day(latest.assessed_on) if latest else None),
        ("Assessed by", latest.author if latest else None),
        ("Members", str(len(group.members))),
        ("Growth", None if group.growth.since else _growth_words(group)),
        ("Review", phrases.day(group.review_on, "no date set")),
    ]


def _growth_words(group: GroupRecord) -> str:
    since = group.growth.since
    return f"{young_people_words(group.growth)}{f' since {phrases.day(since)}' if since else ''}"


def _growth(sheet: Sheet, group: GroupRecord, naming: Naming) -> None:
    found = group.growth
    sheet.part("group.growth", 1)
    if found.since is None:
        return
    sheet.paragraph((Bold(f"{_growth_words(group)}. "), _joined_and_left(group, naming)))


def _joined_and_left(group: GroupRecord, naming: Naming) -> str:
    parts = [
        f"{words}: {_names(some, naming)}"
        for words, some in (("Joined", group.growth.joined), ("Left", group.growth.left))
        if some
    ]
    return phrases.stopped("; ".join(parts)) if parts else "Nobody joined and nobody left."


def _names(members: Iterable[MemberRow], naming: Naming) -> str:
    return phrases.listed([naming.shown(one.kind, one.label) for one in members])


def _members(sheet: Sheet, group: GroupRecord, naming: Naming) -> None:
    joined = {one.subject_id for one in group.growth.joined}
    sheet.part("group.members", 1)
    sheet.table(
        ("Who", "Role", "Age", "Member since", "How sure"),
        [
            (
                naming.shown(one.kind, one.label),
                role_words(one.role),
                str(one.age) if one.age is not None else "",
                phrases.short_day(one.since) + (" (new)" if one.subject_id in joined else ""),
                one.confidence,
            )
            for one in group.members
        ],
        (26, 28, 8, 24, 14),
        "Members",
    )
    if not group.members:
        sheet.paragraph("No members on record.")


def _said(sheet: Sheet, group: GroupRecord, naming: Naming) -> None:
    latest = group.latest
    for code, field in TEXTS:
        sheet.part(code, 1)
        sheet.paragraph(phrases.sentence(getattr(latest, field, None)))
        if field == "places":
            _places(sheet, group, naming)


def _places(sheet: Sheet, group: GroupRecord, naming: Naming) -> None:
    labels = {one.label: one.kind for one in group.members}
    sheet.part("group.shared", 2)
    sheet.table(
        ("Where", "What", "Whose"),
        [
            (
                one.label,
                one.what,
                phrases.listed([naming.shown(labels.get(who), who) for who in one.whose]),
            )
            for one in group.places
        ],
        (36, 14, 50),
        "Shared places",
        together=True,
    )


def _plan(sheet: Sheet, latest: GroupVersion) -> None:
    sheet.part("group.plan", 1)
    sheet.paragraph(phrases.sentence(latest.plan))
    sheet.paragraph(latest.plan_lead, lead="Led by:")
    sheet.paragraph(phrases.day(latest.review_on), lead="Review on:")


def _told(sheet: Sheet, telling: Sequence[ToldRow]) -> None:
    sheet.part("group.told", 1)
    sheet.table(
        ("Whom", "What", "By whom", "When"),
        [
            (
                one.whom,
                one.text,
                one.teller or "nobody named yet",
                f"told {phrases.short_day(one.told_on)}"
                if one.told_on
                else (f"by {phrases.short_day(one.by_date)}" if one.by_date else "no date set"),
            )
            for one in telling
        ],
        (20, 44, 20, 16),
        "Who is told what",
    )


def _before(sheet: Sheet, versions: tuple[GroupVersion, ...]) -> None:
    """Each assessment in a line: its day and author, the figure, what it said otherwise."""
    sheet.part("group.so_far", 1)
    before = (*versions[1:], None)
    sheet.table(
        ("Assessed", "By", "Growth", "Changed"),
        [
            (
                phrases.short_day(one.assessed_on),
                one.author,
                young_people_words(one.growth),
                phrases.listed(list(changed(one, last))) if last else "first assessment",
            )
            for one, last in zip(versions, before, strict=True)
        ],
        (16, 22, 34, 28),
        "Assessments so far",
    )
