"""Do some acts in a register, which is founded first if nobody has; then end."""

from safeconduct.cli import environment

PERSONS = 5


def main() -> None:
    """Register persons."""
    environment.set_up_django()
    environment.bring_up_to_date()
    from safeconduct.accounts import queries  # noqa: PLC0415  Django is ready only now
    from tests.races import crew  # noqa: PLC0415  as above

    if queries.officer(crew.CLERK) is None:
        crew.found()
    crew.register_some(PERSONS)
    environment.close_connections()


if __name__ == "__main__":
    main()
