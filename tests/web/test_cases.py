"""The list, the capture card, the page of a case, and small acts on it."""

import pytest
from django.test import Client
from django.urls import reverse

from safeconduct.determination.models import ProtectionClaim
from safeconduct.journal import staff
from safeconduct.register.models import Fact, IdentityClaim, Person
from tests import make
from tests.web.conftest import SignedIn, card_form

pytestmark = pytest.mark.django_db


def test_a_card_becomes_a_case(client: Client) -> None:
    """Names in two scripts, a false paper and first facts are all kept."""
    answer = client.post("/cases/new/", card_form())

    made = Person.objects.get()
    assert answer.headers["Location"] == f"/cases/{made.case_number}/"
    kinds = IdentityClaim.objects.values_list("kind", flat=True)
    assert sorted(kinds) == sorted(
        [
            *("name", "name", "paper", "birth", "rank", "number"),
            *("capture", "nationality", "post", "home"),
        ]
    )
    powers = Fact.objects.get(name="status.powers")
    assert powers.value == ["KP", "RU"]


def test_a_card_without_a_power_says_so(client: Client) -> None:
    """An unknown Power is ticked, not left out; what was typed stays."""
    answer = client.post("/cases/new/", card_form(powers=""))

    page = answer.content.decode()
    assert answer.status_code == 400
    assert "#id_powers" in page
    assert "홍길동" in page
    assert not Person.objects.exists()


def test_a_card_without_a_name_is_refused_by_the_act(client: Client) -> None:
    """The refusal of the register stands at the top, the input below."""
    nameless = {"names-0-text": "", "names-1-text": ""}

    answer = client.post("/cases/new/", card_form(**nameless))

    assert answer.status_code == 400
    assert "needs a name" in answer.content.decode()
    assert "AB 123" in answer.content.decode()


def test_more_rows_are_added_without_losing_anything(client: Client) -> None:
    """The button for more rows registers nobody and complains of nothing."""
    answer = client.post("/cases/new/", card_form(more="1", powers=""))

    page = answer.content.decode()
    assert 'name="names-2-text"' in page
    assert "홍길동" in page
    assert "Please look at this first" not in page
    assert not Person.objects.exists()


def test_an_unknown_power_is_an_answer(client: Client) -> None:
    """The fact is stated as unknown."""
    client.post("/cases/new/", card_form(powers="", powers_unknown="on"))

    assert Fact.objects.get(name="status.powers").value == "U"


def test_a_camp_registers_for_itself_only(signed_in: SignedIn) -> None:
    """The camp's registrar is offered his own camp and no other."""
    camp = make.authority("camp")
    other = staff.add_authority(
        "Another camp", "camp", state="UA", officer=make.administrator(), at=make.NOON
    )
    client = signed_in(make.officer("registrar", of=other))

    answer = client.post("/cases/new/", card_form(holder=str(camp.pk)))

    assert answer.status_code == 400
    assert not Person.objects.exists()


def test_a_number_leads_to_its_case(client: Client) -> None:
    """A number is found as it was typed, with letters that are misread."""
    found = make.person()
    typed = found.case_number.lower().replace("-", " ")

    answer = client.post("/cases/", {"number": typed})

    assert answer.headers["Location"] == f"/cases/{found.case_number}/"


def test_a_wrong_number_is_told(client: Client) -> None:
    """A number that is nobody's finds nothing and says why that may be."""
    answer = client.post("/cases/", {"number": "SC-1111-111"})

    assert "No case of yours has this number" in answer.content.decode()


def test_the_case_page_tells_what_to_do_next(client: Client) -> None:
    """Whoever has not been heard is heard first."""
    found = make.person()

    page = client.get(f"/cases/{found.case_number}/").content.decode()

    assert "nobody has asked him what he wants" in page
    assert reverse("hearing-new", args=[found.case_number]) in page
    assert "Made for a test." in page


def test_a_refusal_stands_in_the_record(client: Client) -> None:
    """The timeline shows a refused departure with its grounds."""
    found = make.person(facts=make.AT_RISK)
    opened = make.departure_list("X", towards="RU")
    client.post(f"/lists/{opened.pk}/", {"number": found.case_number})

    page = client.get(f"/cases/{found.case_number}/").content.decode()

    assert "A departure was refused" in page
    assert "CAT-3-1" in page


def test_a_claim_is_lodged_and_decided(client: Client) -> None:
    """Registered with one button, moved on by the legal officer."""
    found = make.person()
    client.post(reverse("lodge", args=[found.case_number]))
    claim = ProtectionClaim.objects.get()

    answer = client.post(
        reverse("decide-claim", args=[found.case_number, claim.pk]), {"status": "open"}
    )

    assert answer.status_code == 302
    claim.refresh_from_db()
    assert claim.status == "open"


def test_a_claim_cannot_jump(client: Client) -> None:
    """What the act refuses is said on the form, as a conflict."""
    found = make.person()
    claim = make.open_claim(found)

    answer = client.post(
        reverse("decide-claim", args=[found.case_number, claim.pk]),
        {"status": "appeal"},
    )

    assert answer.status_code == 409
    assert "cannot become" in answer.content.decode()


def test_somebody_else_may_not_lodge(signed_in: SignedIn) -> None:
    """Who reads the case but lacks the right is told so, on the case page."""
    found = make.person()
    client = signed_in(make.officer("departure_officer"))

    answer = client.post(reverse("lodge", args=[found.case_number]))

    assert answer.status_code == 403
    assert "Your role does not include this" in answer.content.decode()


def test_he_is_moved(client: Client) -> None:
    """The new camp holds him from then on."""
    found = make.person()
    to = staff.add_authority(
        "Camp North", "camp", state="UA", officer=make.administrator(), at=make.NOON
    )

    answer = client.post(
        reverse("move", args=[found.case_number]),
        {"to": str(to.pk), "day": "2026-03-01"},
    )

    assert answer.status_code == 302
    found.refresh_from_db()
    assert found.holder_id == to.pk


def test_a_move_without_a_day_is_asked_again(client: Client) -> None:
    """The form says which field is wrong."""
    found = make.person()

    answer = client.post(reverse("move", args=[found.case_number]), {"day": "soon"})

    assert answer.status_code == 400


def test_clocks(client: Client) -> None:
    """Time limits stand on the page, our own marked as such, the missed ones first."""
    person = make.ready()
    page = client.get(reverse("case", args=[person.case_number])).content.decode()
    clocks = page[page.index('id="clocks"') : page.index('id="facts"')]

    assert "A doctor examines and weighs him at least once a month." in clocks
    assert "our own inference" in clocks
    assert "2026-03-04 " in clocks
    assert clocks.index("missed") < clocks.index("running")


def test_clocks_in_the_language_of_the_page(client: Client) -> None:
    """The law speaks the language of the officer."""
    person = make.ready()
    address = reverse("case", args=[person.case_number])
    page = client.get(address, headers={"accept-language": "ko"}).content.decode()

    assert "의사는 적어도 한 달에 한 번 본인을 진찰하고 체중을 잰다." in page


def test_keepers_do_not_learn_the_wish(client: Client) -> None:
    """A camp's registrar sees custody and facts of the camp, nothing of the wish."""
    person = make.ready()
    make.open_claim(person, at=make.NOON)
    client.force_login(make.officer("registrar", "doctor", of=person.holder))
    pages = [reverse("case", args=[person.case_number]), reverse("cases")]
    read = "".join(client.get(page).content.decode() for page in pages)

    assert person.case_number in read
    assert "Is he fit to travel?" in read
    for secret in ("refuge", "South Korea", "남한", "Offered", "heard", "torture"):
        assert secret not in read, secret
    ways_out = reverse("determinations", args=[person.case_number])
    assert client.get(ways_out).status_code == 403
