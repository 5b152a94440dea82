"""Every page there is, with something on it, and what a rendered page must be."""

from dataclasses import dataclass
from datetime import date, timedelta
from html.parser import HTMLParser
from typing import Any

from django.urls import reverse

from safeconduct.publication import actions as publication
from safeconduct.referral import actions as referral
from safeconduct.referral.models import Referral
from safeconduct.reports import actions as reports
from tests import make

REPORT = """Two prisoners in Kyiv

Ukraine took two soldiers prisoner in Kursk. One of them, 26 years old, is a sniper.
His mother does not know that he lives. About 4,000 soldiers were killed or wounded.

Source: Example Agency
"""


@dataclass(frozen=True)
class World:
    """A house with one case that is on its way, and one of each other thing."""

    person: Any
    line: Any
    claim: Any
    made: Any
    reference: str
    report: Any
    passage: Any
    opening: Any
    erasure: Any
    pair: Any
    letter: Any
    request: Any

    def pages(self) -> dict[str, str]:
        """The address of every page, by its name."""
        number = [self.person.case_number]
        option = [*number, self.made.pk, "T"]
        line = [self.line.list_id, self.line.pk]
        return {
            "home": reverse("home"),
            **{n: reverse(n) for n in ("law", "law-whole")},
            "law-option": reverse("law-option", args=["X"]),
            "law-instrument": reverse("law-instrument", args=["csr51"]),
            "account_change_password": reverse("account_change_password"),
            **{n: reverse(n) for n in ("cases", "register", "house-facts", "lists")},
            "search": reverse("search"),
            **{n: reverse(n) for n in ("list-new", "referrals", "arrivals", "reports")},
            **{n: reverse(n) for n in ("report-new", "attach", "monitor")},
            **{n: reverse(n) for n in OF_REPORTS},
            "report-topic": reverse("report-topic", args=["casualties"]),
            "report-item": reverse("report-item", args=[self.passage.item_id]),
            **{n: reverse(n, args=number) for n in OF_A_CASE},
            "decide-claim": reverse("decide-claim", args=[*number, self.claim.pk]),
            "review": reverse("review", args=[*number, self.made.pk]),
            "option": reverse("option", args=option),
            "receipt": reverse(
                "receipt", args=[*number, self.person.hearings.get().pk]
            ),
            "sign": reverse("sign", args=[*number, self.opening.pk]),
            "open-entry": reverse("open-entry", args=[*number, self.claim.entry_id]),
            "erasure-confirm": reverse(
                "erasure-confirm",
                args=[self.erasure.person.case_number, self.erasure.pk],
            ),
            **{n: reverse(n) for n in ("matches", "incidents", "incidents-scan")},
            **{n: reverse(n, args=[self.letter.incident_id]) for n in OF_AN_INCIDENT},
            **{
                n: reverse(n, args=[self.letter.incident.sighting_id])
                for n in OF_A_SIGHTING
            },
            **{
                n: reverse(n, args=[self.letter.incident_id, self.letter.pk])
                for n in OF_A_LETTER
            },
            **{name: reverse(name, args=[self.pair.pk]) for name in OF_A_PAIR},
            **{n: reverse(n) for n in ("press", "press-requests", "statistics")},
            **{
                n: reverse(n, args=[self.request.pk])
                for n in ("press-request", "press-allow")
            },
            "list": reverse("list", args=[self.line.list_id]),
            "line": reverse("line", args=line),
            "referral": reverse("referral", args=[self.reference]),
            "answer": reverse("answer", args=[self.reference]),
            "receive": reverse("receive", args=[self.line.pk]),
            "report": reverse("report", args=[self.report.pk]),
        }


OF_A_CASE = (
    *("case", "facts", "findings", "lodge", "move", "vault", "identity"),
    *("hearing-new", "reconfirm", "determine", "offer", "determinations"),
    *("signatures", "close", "propose", "endorse", "erasure"),
    "incident-new",
)
OF_REPORTS = (
    *("report-desk", "report-topics", "report-lineage", "report-compare"),
    "report-examples",
)
OF_A_PAIR = (
    *("match", "match-records", "match-answer", "match-merge"),
    *("match-ask-undo", "match-undo"),
)
OF_AN_INCIDENT = (
    *("incident", "incident-draft", "incident-ask", "incident-family"),
    "incident-close",
)
OF_A_SIGHTING = ("sighting", "sighting-look", "sighting-judge")
OF_A_LETTER = ("letter", "letter-answer")
POSTED = {
    *("incidents-scan", *OF_AN_INCIDENT[1:], *OF_A_SIGHTING[1:], *OF_A_LETTER),
    *("lodge", "review", "line", "answer", "receive"),
    *("close", "propose", "endorse", "sign", "erasure-confirm"),
    *("match-records", "match-answer", "match-merge"),
    *("match-ask-undo", "match-undo", "press-allow", "report-compare"),
}
# Two records are opened like the vault: for reviewers, in answer to a POST, on record.
SAYS_WHO = {"match-records", "match-answer"}
OPEN = {
    *(
        "log",
        "log-consistency",
        "log-file",
        "health",
        "robots",
        "account_login",
        "account_logout",
    ),
    *("verify", "verify-redeem", "verify-page"),
}


def world() -> World:
    """Make one of everything."""
    line = make.listed()
    other = make.person()
    make.heard(other)
    referral.offer(
        other.pk,
        mission=make.authority("mission", state="KR").pk,
        disclose=["name"],
        consents=True,
        officer=make.officer(),
        at=make.NOON,
    )
    clerk = make.officer()
    report = reports.import_report(
        REPORT.encode(), name="two.txt", officer=clerk, at=make.NOON
    )
    passage = reports.quote(report.pk, start=0, end=9, officer=clerk, at=make.NOON)
    make.evidence(passage)
    person = line.person
    make.closed(person)
    opening = make.proposed(person, at=make.NOON + timedelta(minutes=1))
    claim = make.open_claim(other)
    made = person.determinations.get()
    reference = Referral.objects.get(person=person).reference
    assert claim.person_id == other.pk
    claim = make.open_claim(person)
    erasure = make.asked_to_erase(make.departed(), at=make.NOON + timedelta(minutes=2))
    pair = make.pair(person, other)
    request = publication.ask(
        "The bureau has a new address.",
        where="The website of the bureau",
        officer=make.officer("press_officer"),
        at=make.NOON,
    )
    letter = make.asked_takedown(make.exposed())
    publication.publish_figures(date(2026, 2, 1), officer=clerk, at=make.NOON)
    return World(
        *(person, line, claim, made, reference, report, passage, opening, erasure),
        *(pair, letter, request),
    )


class Rules(HTMLParser):
    """Collects what a page must not have, or lacks."""

    VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.fields: dict[str, str] = {}
        self.labels: set[str] = set()
        self.headings = 0
        self.ids: set[str] = set()
        self.pointed: set[str] = set()
        self.open: list[str] = []
        self.lang = ""
        self.captions = self.tables = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag not in self.VOID:
            self.open.append(tag)
        self._refuse_foreign(tag, found)
        self._take_names(tag, found)
        self.lang = self.lang or (found.get("lang", "") if tag == "html" else "")
        self.headings += tag == "h1"
        self.tables += tag == "table"
        self.captions += tag == "caption"
        if tag == "th" and "scope" not in found:
            self.faults.append("th without scope")

    def _refuse_foreign(self, tag: str, found: dict[str, str]) -> None:
        """Refuse what the content security policy would refuse."""
        if "style" in found or tag == "style":
            self.faults.append(f"style on {tag}")
        if any(name.startswith("on") for name in found):
            self.faults.append(f"handler on {tag}")
        if tag == "script" and not found.get("src", "").startswith("/static/"):
            self.faults.append("inline or foreign script")
        for name in ("src", "href", "action"):
            if found.get(name, "").startswith(("http:", "https:", "//", "javascript:")):
                self.faults.append(f"leads away: {found[name]}")

    def _take_names(self, tag: str, found: dict[str, str]) -> None:
        """Keep what is named, and what names it."""
        if "id" in found:
            if found["id"] in self.ids:
                self.faults.append(f"twice: #{found['id']}")
            self.ids.add(found["id"])
        for name in ("aria-describedby", "aria-labelledby"):
            self.pointed |= set(found.get(name, "").split())
        if tag == "label" and "for" in found:
            self.labels.add(found["for"])
        named = found.get("type") in {"hidden", "submit"} or "aria-label" in found
        is_field = tag in {"input", "select", "textarea"} and not named
        if is_field and "label" not in self.open:
            self.fields[found.get("id", f"?{found.get('name')}")] = tag

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open.pop() != tag:
                self.faults.append(f"not closed before </{tag}>")

    def broken(self) -> list[str]:
        """List everything that is wrong with the page."""
        found = [*self.faults]
        found += [f"no label: {f}" for f in self.fields if f not in self.labels]
        found += [f"points nowhere: {p}" for p in self.pointed - self.ids]
        found += [] if self.headings == 1 else [f"{self.headings} h1"]
        found += [] if self.lang else ["no lang"]
        found += [] if self.tables == self.captions else ["table without caption"]
        return found


def broken(html: str) -> list[str]:
    """List everything that is wrong with a page."""
    rules = Rules()
    rules.feed(html)
    rules.close()
    return rules.broken()
