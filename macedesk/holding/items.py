"""One item of a script, line by line."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from macedesk.holding.script import (
    Script,
    day,
    entries,
    information,
    sharing,
    text,
    texts,
    who_tells,
)
from macedesk.holding.subjects import Subjects
from models import codes
from models.clock import SetClock
from models.errors import Refusal
from models.marks import Sharing
from models.records.panel import AgencyRecord
from models.rules.set_days import days_off
from models.workspace import Workspace

TEXTS = {
    "presentation": "presentation",
    "voice": "voice",
    "voice_absent_reason": "voice_absent_reason",
    "parents": "parents_view",
    "protective": "protective",
    "analysis": "analysis",
    "diversity": "diversity",
    "for_file": "for_file",
    "nrm": "nrm_considered",
    "communications": "communications_line",
}
LINE = timedelta(seconds=20)


class ItemPlayer:
    """Plays items; what a rule refuses is told and the rest goes on."""

    def __init__(
        self,
        workspace: Workspace,
        clock: SetClock,
        subjects: Subjects,
        members: dict[str, int],
        warn: Callable[[str], None],
    ) -> None:
        self._workspace = workspace
        self._conduct = workspace.conduct
        self._clock = clock
        self._subjects = subjects
        self._members = members
        self._warn = warn
        self._agencies: tuple[AgencyRecord, ...] = workspace.read.agencies()

    def play(self, item_id: int, script: Script) -> None:
        """Open the item, keep each of its lines, let its minutes pass, close it."""
        begun = self._clock.now()
        self._conduct.open_item(item_id)
        if script.get("deferred"):
            self._defer(item_id, script["deferred"])
            return
        for name in texts(script.get("attending")):
            self._try(self._invite, item_id, name)
        for step in (
            self._updates,
            self._contributions,
            self._texts,
            self._judgement,
            self._informed,
            self._actions,
            self._measures,
            self._recommendations,
        ):
            step(item_id, script)
        self._warn_of_days_off(item_id)
        minutes = script.get("minutes")
        end = begun + timedelta(minutes=minutes if isinstance(minutes, int) else 10)
        self._clock.set(max(end, self._clock.now()))
        self._conduct.finish_item(item_id)

    def _warn_of_days_off(self, item_id: int) -> None:
        """Say which days that an item set are no working days."""
        read = self._workspace.read
        item = read.item(item_id)
        for said in days_off(item, read.closed_days()) if item is not None else ():
            self._warn(said)

    def _try(self, keep: Callable[..., object], *args: Any, **kwargs: Any) -> None:
        """Keep a line; a refusal is told with the item's own words left out."""
        try:
            keep(*args, **kwargs)
            self._clock.move(LINE)
        except Refusal as refused:
            self._warn(refused.message)

    def _invite(self, item_id: int, name: str) -> None:
        self._workspace.agenda.invite(item_id, self._members.get(name), name)

    def _defer(self, item_id: int, said: object) -> None:
        reason = text(said.get("reason")) if isinstance(said, dict) else text(said)
        self._try(self._conduct.defer, item_id, reason or "Reason not recorded")

    def _updates(self, item_id: int, script: Script) -> None:
        known = {row.reference: row.id for row in self._workspace.read.actions()}
        for one in entries(script.get("updates")):
            action_id = known.get(text(one.get("ref")) or "")
            status = codes.recognise("action_statuses", text(one.get("status")))
            if action_id is None or status is None:
                self._warn(f"Update of {one.get('ref')} not kept: no such action or status.")
                continue
            said = text(one.get("text"))
            self._try(
                self._conduct.update_action,
                action_id,
                status.code,
                said,
                text(one.get("reason")) or said,
                day(one.get("due"), self._clock.today()),
                item_id,
                text(one.get("evidence")) or said,
            )

    def _contributions(self, item_id: int, script: Script) -> None:
        for one in entries(script.get("contributions")):
            said = text(one.get("text"))
            if said is None:
                continue
            who, named = text(one.get("by")), text(one.get("agency"))
            agency = self._agency(named)
            if named and agency is None:
                self._warn(f"{named} is not an agency of the panel; kept with the line.")
                who = f"{who}, {named}" if who else named
            whom, ids = sharing(one.get("share"), self._agencies)
            if whom is None:
                self._warn("A line's sharing was not understood: kept for the chair only.")
            self._try(
                self._conduct.say,
                item_id,
                agency,
                said,
                information=information(one.get("kind")),
                sharing=whom or Sharing.CHAIR_ONLY,
                shared_with=ids,
                by=who,
                member_id=self._members.get(who or ""),
                on=day(one.get("date"), self._clock.today()),
            )

    def _texts(self, item_id: int, script: Script) -> None:
        for key, field in TEXTS.items():
            said = text(script.get(key))
            if said is not None:
                self._try(self._conduct.write, item_id, field, said)

    def _judgement(self, item_id: int, script: Script) -> None:
        after = text(script.get("risk_after"))
        if after:
            before = text(script.get("risk_before"))
            why = text(script.get("risk_rationale"))
            self._try(self._conduct.judge_risk, item_id, after, before=before, rationale=why)
        review = day(script.get("review"), self._clock.today())
        words = text(script.get("decision"))
        if words:
            self._decide(item_id, script, words, review)
        elif review:
            self._try(self._conduct.review_on, item_id, review)

    def _decide(self, item_id: int, script: Script, words: str, review: date | None) -> None:
        kind = codes.find_decision(words, _kind(script))
        if kind is None:
            self._warn("A decision is not on the panel's list: kept in the script's words.")
        self._try(
            self._conduct.decide,
            item_id,
            kind.code if kind else "",
            text(script.get("rationale")),
            words=words,
            review_on=review,
            dissent=text(script.get("dissent")),
            second_person=text(script.get("second_person") or script.get("agreed_by")),
            legal_basis=text(script.get("legal_basis")),
        )

    def _informed(self, item_id: int, script: Script) -> None:
        informed = script.get("informed")
        if not isinstance(informed, dict):
            return
        for whom, said in informed.items():
            facts = said if isinstance(said, dict) else who_tells(said)
            told = text(facts.get("text"))
            teller = text(facts.get("by") or facts.get("teller"))
            must_not = text(facts.get("must_not"))
            if not (told or teller or must_not):
                continue
            self._try(
                self._conduct.tell,
                item_id,
                whom,
                teller,
                day(facts.get("when") or facts.get("by_date"), self._clock.today()),
                told,
                must_not,
            )

    def _actions(self, item_id: int, script: Script) -> None:
        for one in entries(script.get("actions")):
            owner = text(one.get("owner"))
            kind = codes.recognise("action_types", text(one.get("type") or one.get("kind")))
            whom, ids = sharing(one.get("share"), self._agencies)
            subject = text(one.get("subject"))
            self._try(
                self._conduct.record_action,
                item_id,
                text(one.get("text")) or "",
                owner=owner,
                owner_id=self._members.get(owner or ""),
                agency_id=self._agency(text(one.get("agency"))),
                due_on=day(one.get("due"), self._clock.today()),
                subject_id=self._subjects.find(subject) if subject else None,
                kind=kind.code if kind else None,
                sharing=whom or Sharing.CHAIR_ONLY,
                shared_with=ids,
                success=text(one.get("success") or one.get("evidence")),
            )

    def _measures(self, item_id: int, script: Script) -> None:
        for one in entries(script.get("measures")):
            name, against = text(one.get("measure")) or "", text(one.get("against"))
            if name and codes.find_measure(name) is None:
                self._warn("A measure is not in the catalogue: kept as worded.")
            target = self._subjects.find(against) if against else None
            if against and target is None:
                self._warn("A measure's target is not on record: kept as worded.")
            if target is not None and self._workspace.read.measure_fits(name, target):
                self._warn("A measure does not reach whom it is against: kept as given.")
            lead = text(one.get("lead"))
            agency = self._agency(lead)
            whom, ids = sharing(one.get("share"), self._agencies)
            self._try(
                self._conduct.disrupt,
                item_id,
                name,
                against_id=target,
                against=against,
                lead_agency_id=agency,
                lead=None if agency else lead,
                due_on=day(one.get("due"), self._clock.today()),
                sharing=whom or Sharing.CHAIR_ONLY,
                shared_with=ids,
            )

    def _recommendations(self, item_id: int, script: Script) -> None:
        for one in entries(script.get("recommendations")):
            self._try(
                self._conduct.recommend,
                item_id,
                text(one.get("text")) or "",
                to_plan=text(one.get("to_plan")),
                by_date=day(one.get("by") or one.get("due"), self._clock.today()),
                addressed_to=text(one.get("to") or one.get("addressed_to")),
                evidence=text(one.get("evidence")),
                domain=text(one.get("domain")),
                outcome=text(one.get("outcome") or one.get("so_that")),
            )

    def _agency(self, named: str | None) -> int | None:
        wanted = (named or "").lower()
        return next(
            (
                one.id
                for one in self._agencies
                if wanted and wanted in {one.name.lower(), (one.short_name or "").lower()}
            ),
            None,
        )


def _kind(script: Script) -> str:
    kind = text(script.get("kind")) or "theme"
    return {"person": "person_of_concern", "place": "location"}.get(kind, kind)
