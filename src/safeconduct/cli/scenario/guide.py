"""What the demonstration prints: where it is, whom to sign in as, what to try."""

from gettext import gettext as _

from safeconduct.cli.scenario import people

_TRY = [
    _("departure: open the exchange list and add a case by its number. Read why not."),
    _("reviewer: approve the man who waits on the list to Korea."),
    _("neutral: ask him again at the crossing; departure then hands him over."),
    _("liaison: confirm that he has arrived. He saw one dossier and nothing else."),
    _("registrar, then assessor: open Matches. Is one man here twice?"),
    _("assessor, then analyst: decide what the machine found in the reports."),
    _("assessor: open Exposure. A newspaper named a man; what is still to be done?"),
    _("press: type a few lines about a prisoner, and see what gives him away."),
    _("hearing: close a way out, alone. senior: see why nobody can open another."),
    _("monitor, or nobody at all: open /log/ and follow its three lines."),
]


def guide(address: str) -> str:
    """Write the guide for a terminal.

    Args:
        address: Where the pages are, such as http://127.0.0.1:8000.
    """
    wide = max(len(one.username) for one in people.COLLEAGUES)
    officers = [
        f"  {one.username:<{wide}}  {one.full_name}, {one.authority}: {one.does}"
        for one in people.COLLEAGUES
    ]
    steps = [f"  {number}. {step}" for number, step in enumerate(_TRY, start=1)]
    return "\n".join(
        [
            "",
            _("Safeconduct, with an invented case: %s") % address,
            "",
            _("Sign in as one of these. The password is the same for all: %s")
            % people.password(),
            *officers,
            "",
            _("Five minutes:"),
            *steps,
            "",
        ]
    )
