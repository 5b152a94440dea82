"""The person's lock, taken by the database itself: SQL for migrations.

A foreign key does not lock the person (see `locks.py`). This trigger does, so
that even a row inserted by hand waits for an approval that is under way, and an
approval waits for it.
"""

from django.db.migrations import RunSQL

FUNCTION = """
CREATE FUNCTION safeconduct_locks_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM register_person WHERE id = NEW.person_id FOR NO KEY UPDATE;
    RETURN NEW;
END $$;
"""

DROP_FUNCTION = "DROP FUNCTION safeconduct_locks_person();"


def locks_person(table: str) -> RunSQL:
    """Make every row of the table that names a person take the person's lock."""
    return RunSQL(
        f"""
        CREATE TRIGGER locks_person BEFORE INSERT OR UPDATE ON {table}
            FOR EACH ROW EXECUTE FUNCTION safeconduct_locks_person();
        """,
        f"DROP TRIGGER locks_person ON {table};",
    )
