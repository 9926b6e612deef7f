"""A generated register with a past, in the many words of trackers, for figures of one day."""

from datetime import date, datetime, time, timedelta
from random import Random

from models.entities import (
    Assessment,
    Child,
    ChildStatus,
    District,
    Exploitation,
    MissingEpisode,
    Need,
    NrmReferral,
    PersonOfConcern,
    Referral,
    ReturnInterview,
    Setting,
)
from models.storage.store import Store

NOW = datetime(2026, 11, 12, 9, 30)
ON = NOW.date()
NUMBER, DAYS = 160, 500
DISTRICTS = {"Eden": "Cumberland", "Barrow": "Furness", "Carlisle": "Cumberland"}
WORDED = {
    "category": ("CSE1", "cat 1", "CSE2", "CSE3", "Other", None),
    "plan": ("CLA", "LAC", "CP", "CPP", "CiN", "Open", "Early Help", "EHA", "Not open", None),
    "district": ("Eden", "eden ", "Barrow", "Carlisle", "Leeds", "Out of area", None),
    "risk": ("Low", "Medium", "High", None),
}
ETHNICITIES = ("WBRI", "White British", "BAFR", "Black African", "Refused", None)
GENDERS = ("M", "Male", "girl", "Female", None)
KINDS = ("County lines", "CSE", "Burglary")
NEEDS = ("young_carer", "self_harm")
OUTCOMES = ("ACCEPT", "DECLINE", "ADVICE", "POLICE_INTEL", "REDIRECT_EH", "HOLD", None)
REASONS = ("age", "threshold", "area", None)
LOCAL = "White British 900\nBlack African 100\nMale 520\nFemale 480"


class Register:
    """So many children at random, the same each time for a seed."""

    def __init__(self, store: Store, seed: int = 12, number: int = NUMBER) -> None:
        self.random = Random(seed)
        with store.work("make", "Make") as session:
            self.session = session
            session.add_all([
                District(name=name, position=at, authority=authority)
                for at, (name, authority) in enumerate(DISTRICTS.items())
            ])  # fmt: skip
            session.add(Setting(key="local_children", value=LOCAL))
            for one in range(number):
                self.child(one)
            self.refer(self.add(PersonOfConcern(label="A person")))

    def day(self, most: int = DAYS) -> date:
        return ON - timedelta(days=self.random.randrange(-5, most))

    def some(self, most: int) -> range:
        return range(self.random.randrange(most + 1))

    def add(self, entity: object) -> int:
        self.session.add(entity)
        self.session.flush()
        return entity.id

    def child(self, number: int) -> None:
        pick = self.random.choice
        born = pick((None, ON - timedelta(days=self.random.randrange(3000, 6900))))
        one = self.add(Child(label=f"Child {number}", birth_date=born, gender=pick(GENDERS),
                             ethnicity=pick(ETHNICITIES), missing_90_days=pick((None, None, 0, 2)),
                             nrm_status=pick((None, None, "Referred", "Considered")),
                             closed_on=pick((None, None, None, self.day()))))  # fmt: skip
        for _ in range(1 + len(self.some(2))):
            stood = {field: pick(words) for field, words in WORDED.items()}
            stood["on_tracker"] = pick((True, True, False))
            stood["on_panel"], stood["other_exploitation"] = pick((True, False)), not self.some(2)
            self.add(ChildStatus(child_id=one, since=self.day(), **stood))
        for _ in self.some(2):
            self.add(Assessment(child_id=one, assessed_on=self.day(70)))
            self.add(Exploitation(child_id=one, worded=pick(KINDS), since=pick((None, self.day())),
                                  until=pick((None, None, self.day()))))  # fmt: skip
            self.add(Need(child_id=one, code=pick(NEEDS), since=pick((None, self.day())),
                          until=pick((None, None, self.day()))))  # fmt: skip
            self.refer(one)
        if self.random.random() < 0.2:
            self.add(NrmReferral(child_id=one, referred_on=pick((None, self.day()))))
        for _ in self.some(3):
            self.episode(one)

    def refer(self, subject: int) -> None:
        outcome = self.random.choice(OUTCOMES)
        at = datetime.combine(self.day(), time(12)) if outcome else None
        self.add(Referral(subject_id=subject, outcome=outcome, outcome_at=at, entered_at=NOW,
                          reason_code=self.random.choice(REASONS)))  # fmt: skip

    def episode(self, child: int) -> None:
        pick, reported = self.random.choice, datetime.combine(self.day(200), time(20, 15))
        returned = pick((None, reported + timedelta(hours=self.random.randrange(1, 80))))
        one = self.add(MissingEpisode(child_id=child, reported_at=reported, returned_at=returned))
        if returned and self.random.random() < 0.6:
            done = pick((None, returned + timedelta(hours=self.random.randrange(5, 120))))
            self.add(ReturnInterview(episode_id=one, offered_at=returned, conducted_at=done,
                                     declined_reason=pick((None, "No wish"))))  # fmt: skip
