"""What stands beside the people of a form: a plan beside the worker, a job beside an agency."""

import re
from dataclasses import replace

from models import codes
from models.intake.papers import ReadField
from models.intake.understanding.dates import read_day
from models.intake.understanding.names import RANKS, looks_like_name, names_a_body
from models.intake.understanding.records import TO_CHECK, Growing
from models.intake.understanding.senders import JOB
from models.intake.understanding.values import read_value

_POST = re.compile(
    r"(?i:\b(?:early help(?: worker| practitioner)?|social worker|s/?w|family support worker|"
    r"lead (?:professional|practitioner|worker)|key ?worker))\W{1,3}(?:is )?"
    r"([A-Z][a-z'’-]+ [A-Z][\w'’-]+)"
)
PLANS = frozenset({"CIN", "CP", "CLA", "EH"})
SURE = 0.6
_ENDED = re.compile(r"\b(?:previous\w*|former\w*|ended|closed|was|until|step\w* down|no)\b", re.I)
_PARTS = re.compile(r"\s*,\s+|\s+[–—-]\s+|\s*/\s*")
_RANK = re.compile(rf"^((?:T/)?(?:{RANKS})\b\.?(?:\s+\d+)?)\s+[A-Z]")
_WORKER = re.compile(r"[–—-]\s*([A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,2})")
TAKEN = ("school", "agency", "referrer_agency")


def plan_beside_worker(growing: Growing) -> None:
    """Take the plan said with the social worker's name: "S Pell, Locality 2 (SW – CIN)"."""
    lead = growing.fields.get("lead")
    if growing.get("plan") is not None or lead is None or not lead.value:
        return
    told = growing.fields.get("professionals")
    lines = (told.raw if told else "").splitlines()
    texts = [lead.raw, *(line for line in lines if str(lead.value) in line)]
    for text in texts:
        named = [one for one in codes.mentions("plans", text) if one.code in PLANS]
        if len(named) == 1 and not _ENDED.search(text):
            for value in read_value("child", "plan", named[0].label, growing.this_year):
                growing.take_in_passing(value.name, value.value, text, lead.where)
            return


def lead_among(growing: Growing) -> None:
    """Take the one worker that a text on other professionals names with such a post."""
    told = growing.fields.get("professionals")
    found = list(_POST.finditer(told.raw)) if told and growing.get("lead") is None else []
    if told and len(found) == 1 and not _ENDED.search(told.raw[: found[0].start()]):
        growing.take_in_passing("lead", found[0][1], told.raw, told.where)


def sent_by_worker(growing: Growing) -> None:
    """Take the worker for who sends a form, where nobody else does and its day stands beside."""
    lead, day = growing.fields.get("lead"), growing.fields.get("received")
    if growing.get("referrer") is not None or lead is None or day is None or not lead.value:
        return
    table, comma, _ = lead.where.partition(",")
    if not comma or not day.where.startswith(f"{table},") or "lead_role" not in growing.fields:
        return
    for name in ("lead", "lead_role", "lead_phone", "lead_email"):
        one, other = growing.fields.get(name), name.replace("lead", "referrer")
        if one is not None and one.value and growing.get(other) is None:
            growing.take_in_passing(other, one.value, one.raw, one.where)


def worker_beside_plan(growing: Growing) -> None:
    """Take the worker said with the plan: "Child protection – Ines Okoro (North team)"."""
    plan = growing.fields.get("plan")
    found = _WORKER.search(plan.raw) if plan and growing.get("lead") is None else None
    if plan and found and looks_like_name(found[1]) and not names_a_body(found[1]):
        growing.take_in_passing("lead", found[1], plan.raw, plan.where)


def job_beside_agency(growing: Growing) -> None:
    """Part "Head of year, Brindle High" and "Brindle High – Head of year" into job and agency."""
    for own, other in (("referrer_role", "referrer_agency"), ("referrer_agency", "referrer_role")):
        field = growing.fields.get(own)
        if field is None or not field.value or growing.get(other) is not None:
            continue
        parts = _PARTS.split(str(field.value))
        halves = (parts[0], ", ".join(parts[1:])) if len(parts) > 1 else ("", "")
        job, body = halves if own == "referrer_role" else halves[::-1]
        if JOB.search(job) and body and _is_body(growing, body) and not JOB.search(body):
            mine, theirs = (job, body) if own == "referrer_role" else (body, job)
            growing.fields[own] = replace(field, value=mine)
            growing.fields[other] = replace(field, name=other, value=theirs, sure=SURE)
    _rank(growing)


def _is_body(growing: Growing, text: str) -> bool:
    told = [str(growing.get(name) or "").casefold() for name in TAKEN]
    mine = any(text.casefold() in one for one in told if one)
    return mine or names_a_body(text) or codes.recognise("agency_kinds", text) is not None


def _rank(growing: Growing) -> None:
    """Take the rank before an officer's name for the job, where no label asks for it."""
    field = growing.fields.get("referrer")
    found = _RANK.match(field.raw.strip()) if field and field.value else None
    if field and found and growing.get("referrer_role") is None:
        growing.fields["referrer_role"] = ReadField(
            "referrer_role", found[1], field.raw, field.where, SURE, TO_CHECK
        )


def day_of_signature(growing: Growing) -> None:
    """Take the day beside a signature for the day of the paper, where no label gives one."""
    signed = growing.fields.get("signature")
    if signed is None or growing.get("received") is not None:
        return
    day = read_day(signed.raw, growing.this_year)
    if day.value and re.search(r"\d{2}", signed.raw):
        growing.take_in_passing("received", day.value, signed.raw, signed.where)
