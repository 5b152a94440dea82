"""Where every page is."""

from allauth.account import views as account
from django.urls import path

from safeconduct.receipt.checker import FILE as PAGE
from safeconduct.web.views import (
    cases,
    determinations,
    erasure,
    findings,
    hearings,
    home,
    house,
    incidents,
    items,
    law,
    ledger,
    lists,
    matches,
    openings,
    press,
    receipts,
    referrals,
    reports,
    search,
    signatures,
    sources,
    statistics,
    vault,
)

# allauth stands before us in the search for templates, so ours have other names.
login = account.LoginView.as_view(template_name="web/account/login.html")
logout = account.LogoutView.as_view(template_name="web/account/logout.html")
password = account.PasswordChangeView.as_view(
    template_name="web/account/password_change.html"
)

urlpatterns = [
    path("", home.desk, name="home"),
    path("account/login/", login, name="account_login"),
    path("account/logout/", logout, name="account_logout"),
    path("account/password/", password, name="account_change_password"),
    # Cases
    path("cases/", cases.index, name="cases"),
    path("cases/new/", cases.register, name="register"),
    path("cases/<str:number>/", cases.case, name="case"),
    path("cases/<str:number>/facts/", findings.facts, name="facts"),
    path("cases/<str:number>/findings/", findings.findings, name="findings"),
    path("cases/<str:number>/lodge/", cases.lodge, name="lodge"),
    path("cases/<str:number>/claims/<uuid:claim>/", cases.decide, name="decide-claim"),
    path("cases/<str:number>/move/", cases.move, name="move"),
    path("cases/<str:number>/vault/", vault.vault, name="vault"),
    path("cases/<str:number>/identity/", vault.claim, name="identity"),
    path("cases/<str:number>/hearings/new/", hearings.new, name="hearing-new"),
    path("cases/<str:number>/reconfirm/", hearings.reconfirm, name="reconfirm"),
    path(
        "cases/<str:number>/receipts/<uuid:interview>/",
        receipts.receipt,
        name="receipt",
    ),
    path("cases/<str:number>/determine/", determinations.determine, name="determine"),
    path("cases/<str:number>/offer/", referrals.offer, name="offer"),
    path("cases/<str:number>/options/", determinations.index, name="determinations"),
    path(
        "cases/<str:number>/options/<uuid:made>/review/",
        determinations.review,
        name="review",
    ),
    path(
        "cases/<str:number>/options/<uuid:made>/<str:option>/",
        determinations.option,
        name="option",
    ),
    path(
        "cases/<str:number>/entries/<uuid:entry>/opening/",
        openings.open_entry,
        name="open-entry",
    ),
    path("cases/<str:number>/signatures/", signatures.index, name="signatures"),
    path("cases/<str:number>/signatures/close/", signatures.close, name="close"),
    path("cases/<str:number>/signatures/open/", signatures.propose, name="propose"),
    path("cases/<str:number>/signatures/decide/", signatures.endorse, name="endorse"),
    path("cases/<str:number>/signatures/<uuid:opening>/", signatures.sign, name="sign"),
    path("cases/<str:number>/incidents/new/", incidents.new, name="incident-new"),
    path("cases/<str:number>/erasure/", erasure.ask, name="erasure"),
    path(
        "cases/<str:number>/erasure/<uuid:erasure>/",
        erasure.confirm,
        name="erasure-confirm",
    ),
    path("search/", search.search, name="search"),
    # Two records, one person?
    path("matches/", matches.index, name="matches"),
    path("matches/<uuid:pair_id>/", matches.pair, name="match"),
    path("matches/<uuid:pair_id>/records/", matches.records, name="match-records"),
    path("matches/<uuid:pair_id>/answer/", matches.answer, name="match-answer"),
    path("matches/<uuid:pair_id>/merge/", matches.merge, name="match-merge"),
    path("matches/<uuid:pair_id>/part/", matches.ask_undo, name="match-ask-undo"),
    path("matches/<uuid:pair_id>/part/sign/", matches.undo, name="match-undo"),
    # Who is given away by a report
    path("incidents/", incidents.index, name="incidents"),
    path("incidents/scan/", incidents.scan, name="incidents-scan"),
    path(
        "incidents/sightings/<uuid:sighting_id>/", incidents.sighting, name="sighting"
    ),
    path(
        "incidents/sightings/<uuid:sighting_id>/look/",
        incidents.look,
        name="sighting-look",
    ),
    path(
        "incidents/sightings/<uuid:sighting_id>/judge/",
        incidents.judge,
        name="sighting-judge",
    ),
    path("incidents/<uuid:incident_id>/", incidents.incident, name="incident"),
    path("incidents/<uuid:incident_id>/draft/", incidents.draft, name="incident-draft"),
    path("incidents/<uuid:incident_id>/ask/", incidents.ask, name="incident-ask"),
    path(
        "incidents/<uuid:incident_id>/letters/<uuid:letter_id>/",
        incidents.paper,
        name="letter",
    ),
    path(
        "incidents/<uuid:incident_id>/letters/<uuid:letter_id>/answer/",
        incidents.answer,
        name="letter-answer",
    ),
    path(
        "incidents/<uuid:incident_id>/family/",
        incidents.family,
        name="incident-family",
    ),
    path("incidents/<uuid:incident_id>/close/", incidents.close, name="incident-close"),
    # Facts that hold for everybody
    path("house/facts/", house.facts, name="house-facts"),
    # Ways out
    path("lists/", lists.index, name="lists"),
    path("lists/new/", lists.new, name="list-new"),
    path("lists/<uuid:list_id>/", lists.departure_list, name="list"),
    path("lists/<uuid:list_id>/<uuid:line>/", lists.step, name="line"),
    path("referrals/", referrals.index, name="referrals"),
    path("referrals/<str:reference>/", referrals.thread, name="referral"),
    path("referrals/<str:reference>/answer/", referrals.answer, name="answer"),
    path("arrivals/", referrals.arrivals, name="arrivals"),
    path("arrivals/<uuid:line>/", referrals.receive, name="receive"),
    # Open reports
    path("reports/", reports.index, name="reports"),
    path("reports/new/", reports.new, name="report-new"),
    path("reports/attach/", findings.attach, name="attach"),
    path("reports/desk/", items.queue, name="report-desk"),
    path("reports/desk/<uuid:item_id>/", items.item, name="report-item"),
    path("reports/topics/", sources.topics, name="report-topics"),
    path("reports/topics/<str:name>/", sources.topic, name="report-topic"),
    path("reports/lineage/", sources.lineage, name="report-lineage"),
    path("reports/comparison/", sources.compare, name="report-compare"),
    path("reports/examples/", sources.examples, name="report-examples"),
    path("reports/<uuid:report_id>/", reports.report, name="report"),
    # What the house publishes
    path("press/", press.desk, name="press"),
    path("press/requests/", press.requests, name="press-requests"),
    path("press/requests/<uuid:request_id>/", press.one, name="press-request"),
    path("press/requests/<uuid:request_id>/allow/", press.allow, name="press-allow"),
    path("statistics/", statistics.index, name="statistics"),
    # The law, for every officer
    path("law/", law.index, name="law"),
    path("law/whole/", law.whole, name="law-whole"),
    path("law/whole/pdf/", law.paper, {"kind": "law"}, name="law-whole-paper"),
    path("law/option/<str:name>/", law.option, name="law-option"),
    path("law/instrument/<str:name>/", law.instrument, name="law-instrument"),
    path("law/<str:kind>/<str:name>/pdf/", law.paper, name="law-paper"),
    # For everybody, and for those who watch
    path("monitor/", ledger.monitor, name="monitor"),
    path("log/", ledger.front, name="log"),
    path("log/consistency/", ledger.consistency, name="log-consistency"),
    path("log/<path:path>", ledger.published, name="log-file"),
    path("verify/", receipts.verify, name="verify"),
    path("verify/redeem/", receipts.redeem, name="verify-redeem"),
    path(f"verify/{PAGE}", receipts.page_file, name="verify-page"),
    path("healthz", ledger.health, name="health"),
    path("robots.txt", ledger.robots, name="robots"),
]
