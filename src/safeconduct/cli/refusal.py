"""How does a command say that it cannot do what was asked?"""

import click


class Refused(click.ClickException):
    """A sentence that says what is wrong and what to do; the exit code is 2."""

    exit_code = 2
