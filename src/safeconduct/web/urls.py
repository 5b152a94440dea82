"""Where every page is."""

from allauth.account import views as account
from django.urls import path

from safeconduct.web.views import (
    cases,
    determinations,
    findings,
    hearings,
    home,
    house,
    ledger,
    lists,
    referrals,
    reports,
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
    path("reports/<uuid:report_id>/", reports.report, name="report"),
    # For everybody, and for those who watch
    path("monitor/", ledger.monitor, name="monitor"),
    path("log/", ledger.front, name="log"),
    path("log/<path:path>", ledger.published, name="log-file"),
    path("healthz", ledger.health, name="health"),
    path("robots.txt", ledger.robots, name="robots"),
]
