"""What happened so far in the demonstration, told through acts.

The order is that of a real case: card, facts, hearing, reports, findings,
referral, determination, review, list. It ends where a visitor can go on: one man
waits for the second officer, one list refuses another, one was never heard.
"""

from datetime import datetime, timedelta
from importlib.resources import files
from typing import Any

from django.utils import timezone

from safeconduct.cli.scenario import people
from safeconduct.cli.scenario.people import Prisoner
from safeconduct.departure import actions as departure
from safeconduct.departure.errors import GateClosed
from safeconduct.determination import actions as determination
from safeconduct.exposure import actions as exposure
from safeconduct.exposure import queries as sightings
from safeconduct.hearing import actions as hearing
from safeconduct.hearing.actions import Interview
from safeconduct.hearing.queries import SAFEGUARDS
from safeconduct.journal import staff
from safeconduct.keyring import queries as keyring
from safeconduct.matching import actions as matching
from safeconduct.override import actions as override
from safeconduct.publication import actions as publication
from safeconduct.referral import actions as referral
from safeconduct.register import actions as register
from safeconduct.reports import actions as reports
from safeconduct.reports import queries as open_reports

_GOOD = dict.fromkeys(SAFEGUARDS, "T") | dict.fromkeys(
    ("inducement", "coercion", "family_pressure"), "F"
)


def is_loaded() -> bool:
    """Say whether this database has officers already."""
    return keyring.has_key(keyring.OFFICE)


def load() -> None:
    """Write the whole story into an empty database."""
    _Story(timezone.now()).tell()


class _Story:
    """The cast, and a clock that begins nine days ago and never goes back."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._at = now - timedelta(days=9)
        self._cast: dict[str, Any] = {}

    def tell(self) -> None:
        self._found_house()
        self._state_common_facts()
        passage = self._read_reports()
        wishes_korea = self._wishes_korea(passage)
        undecided = self._is_undecided(passage)
        homeward = self._ask_to_go_home()
        fears = self._fears_to_return()
        self._wait_until(hours=21)
        self._was_never_heard()
        self._is_there_twice(undecided)
        self._is_given_away(fears)
        self._is_on_the_way(wishes_korea)
        self._is_to_be_published()
        departure.add(self._exchange.pk, homeward.pk, **self._by("departure"))

    def _by(self, username: str, **later: float) -> dict[str, Any]:
        """Who acts next, and when: some time after the act before."""
        self._at += timedelta(**(later or {"minutes": 20}))
        return {"officer": self._cast[username], "at": self._at}

    def _found_house(self) -> None:
        username, name = people.ADMINISTRATOR
        password = people.password()
        root = staff.found(
            people.BUREAU, "UA", username, name, password=password, at=self._at
        )
        self._cast[username] = root
        places = {people.BUREAU: root.authority}
        for title, kind, state in people.AUTHORITIES:
            by = self._by(username)
            places[title] = staff.add_authority(title, kind, state=state, **by)
        for one in people.COLLEAGUES:
            self._cast[one.username] = staff.enrol(
                one.username,
                one.full_name,
                places[one.authority],
                *one.roles,
                password=password,
                **self._by(username),
            )
        self._camp, self._embassy = places[people.CAMP], places[people.EMBASSY]

    def _state_common_facts(self) -> None:
        register.state_common_facts(
            people.COMMON,
            reason="Note of the legal service on the conflict and on Korea.",
            **self._by("legal"),
        )

    def _read_reports(self) -> Any:
        """Import five reports; mark what one says of returned deserters.

        It is evidence once a second analyst has accepted it.
        """
        assessor = self._cast["assessor"]
        folder = files("safeconduct.cli.scenario") / "reports"
        for file in sorted(folder.iterdir(), key=lambda f: f.name):
            if file.name.endswith(".txt"):
                data = file.read_bytes()
                by = self._by("assessor")
                reports.import_report(data, name=file.name, **by)
        wire = next(
            report
            for report in open_reports.reports(assessor)
            if "tortured" in report.text
        )
        start = wire.text.index("In 2019")
        end = wire.text.index(".", start) + 1
        quoted = reports.quote(wire.id, start=start, end=end, **self._by("assessor"))
        reports.decide(quoted.item_id, "accept", seen=1, **self._by("analyst"))
        return quoted

    def _register(self, prisoner: Prisoner, health: dict[str, str]) -> Any:
        card = prisoner.card(self._at.date())
        by = self._by("registrar", hours=4)
        person = register.register(card, holder=self._camp.pk, **by)
        register.state_facts(
            person.pk, health, reason="Examined on arrival.", **self._by("doctor")
        )
        register.state_facts(
            person.pk,
            people.NO_CASE,
            reason="Answer of the prosecutor's liaison.",
            **self._by("legal"),
        )
        return person

    def _hear(self, person: Any, wish: str, language: str, words: str) -> None:
        by = self._by("hearing", hours=20)
        interview = Interview(
            held_at=by["at"],
            language=language,
            wish=wish,
            words=words,
            safeguards=_GOOD,
        )
        hearing.record(person.pk, interview, **by)

    def _determine(self, person: Any, reasons: str) -> None:
        made = determination.determine(
            person.pk, reasons=reasons, **self._by("assessor", hours=1)
        )
        determination.review(made.pk, **self._by("reviewer", hours=2))

    def _try_to_exchange(self, person: Any) -> None:
        """Try to put him on the exchange list; the gate refuses, on record."""
        try:
            departure.add(
                self._exchange.pk, person.pk, **self._by("departure", minutes=5)
            )
        except GateClosed:
            return
        raise AssertionError("the gate let a protected person through")

    def _wishes_korea(self, passage: Any) -> Any:
        person = self._register(people.KOREA, people.HEALTHY)
        self._hear(
            person, "refuge:KR", "ko", "한국에 가고 싶습니다. 돌아가면 죽습니다."
        )
        offered = referral.offer(
            person.pk,
            mission=self._embassy.pk,
            disclose=["name", "birth"],
            consents=True,
            **self._by("legal", hours=3),
        )
        referral.write(
            offered.pk, "건강 상태는 어떻습니까?", **self._by("liaison", hours=5)
        )
        referral.write(
            offered.pk, "He is well and fit to travel.", **self._by("legal", hours=2)
        )
        referral.answer(offered.pk, accepts=True, **self._by("liaison", hours=6))
        self._find_danger(person, passage)
        self._determine(person, "He fears torture; two guards describe the practice.")
        self._exchange = departure.open_list(
            "X",
            towards="RU",
            planned=self._now.date() + timedelta(days=3),
            **self._by("departure"),
        )
        self._try_to_exchange(person)
        return person

    def _is_on_the_way(self, person: Any) -> None:
        """He says yes once more and waits on the list for the second officer."""
        hearing.reconfirm(person.pk, stage="camp", answer="yes", **self._by("neutral"))
        transfer = departure.open_list(
            "T",
            towards="KR",
            planned=self._now.date() + timedelta(days=2),
            receiver=self._embassy.pk,
            **self._by("departure"),
        )
        departure.add(transfer.pk, person.pk, **self._by("departure"))

    def _wait_until(self, *, hours: float) -> None:
        """Move the clock to so many hours before now."""
        self._at = max(self._at, self._now - timedelta(hours=hours))

    def _find_danger(self, person: Any, passage: Any) -> None:
        determination.find(
            person.pk,
            {
                "risk.torture[KP]": "T",
                "risk.killing[KP]": "T",
                "risk.persecution[KP]": "T",
                "risk.onward[RU->KP]": "T",
                "risk.serious_harm[KR]": "F",
                "risk.onward[KR->KP]": "F",
            },
            reason="Country report, and what former guards told.",
            passages=[passage.pk],
            **self._by("assessor", hours=4),
        )

    def _is_undecided(self, passage: Any) -> Any:
        person = self._register(people.UNDECIDED, people.HEALTHY)
        self._hear(person, "undecided", "ko", "가족 소식을 먼저 듣고 싶습니다.")
        determination.find(
            person.pk,
            {"risk.onward[RU->KP]": "T"},
            reason="Both States act together; his own risk is not assessed yet.",
            passages=[passage.pk],
            **self._by("assessor"),
        )
        self._determine(person, "He has not decided, and his risk is not known.")
        self._try_to_exchange(person)
        return person

    def _ask_to_go_home(self) -> Any:
        """Hear two who wish to return: one gravely wounded, one healthy."""
        wounded = {**people.HEALTHY, "health.art110_1": "T"}
        self._asks_to_go_home(people.WOUNDED, wounded, "Хочу домой, к детям.")
        return self._asks_to_go_home(
            people.HOMEWARD, people.HEALTHY, "Прошу включить меня в обмен."
        )

    def _asks_to_go_home(
        self, prisoner: Prisoner, health: dict[str, str], words: str
    ) -> Any:
        person = self._register(prisoner, health)
        self._hear(person, "return:RU", "ru", words)
        determination.find(
            person.pk,
            {"risk.serious_harm[RU]": "F"},
            reason="No sign of danger; he says so himself.",
            **self._by("assessor"),
        )
        self._determine(person, "He asks to return, freely and in no danger.")
        return person

    def _fears_to_return(self) -> Any:
        person = self._register(people.SURRENDERED, people.HEALTHY)
        self._hear(person, "refuses", "ru", "Назад нельзя, меня посадят.")
        determination.lodge(person.pk, **self._by("hearing"))
        override.close(
            person.pk,
            option="X",
            towards="RU",
            reason="He surrendered through the programme and fears prison on return.",
            citation="GC III Art 118, read with CAT Art 3",
            **self._by("hearing", minutes=5),
        )
        return person

    def _is_given_away(self, person: Any) -> None:
        """A newspaper names him: an analyst finds it, an assessor writes to it.

        His family is not warned yet, and his ways out have to be determined.
        """
        analyst = self._cast["analyst"]
        for report in open_reports.reports(analyst):
            exposure.scan(report.id, **self._by("analyst", minutes=5))
        sighted = next(
            one
            for one in sightings.sightings(analyst)
            if one.case_number == person.case_number
        )
        incident = exposure.confirm(
            sighted.id,
            reason="Name, post, wound and place stand side by side; nobody else fits.",
            address="https://steppeline.example/surrendered",
            **self._by("analyst"),
        )
        exposure.ask_takedown(
            incident.pk,
            to="Лінія Степу, редакція",
            reply_to="press@bureau.example",
            language="uk",
            quotes=["Глєб Озьорний"],
            **self._by("assessor"),
        )

    def _is_to_be_published(self) -> None:
        """A text about nobody in particular waits for a second officer."""
        publication.ask(
            "The bureau answers families in writing within a week. It has taken on two "
            "interpreters for Korean and opened a second office.",
            where="The website of the bureau",
            **self._by("press"),
        )

    def _was_never_heard(self) -> None:
        card = people.NEW.card(self._at.date())
        register.register(card, holder=self._camp.pk, **self._by("registrar"))

    def _is_there_twice(self, known: Any) -> None:
        """Take one man in a second time; an officer who searched finds it out."""
        card = people.AGAIN.card(self._at.date())
        again = register.register(card, holder=self._camp.pk, **self._by("registrar"))
        matching.propose(
            known.pk,
            again.pk,
            why="The hospital's list spells his name in Russian; the capture agrees.",
            **self._by("registrar"),
        )
