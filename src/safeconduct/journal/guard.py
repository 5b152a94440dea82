"""What the database itself refuses, whoever asks: SQL for migrations.

Three promises that no careless script and no open shell can break by accident:
an act's entry is never changed or removed; whoever inserts an entry puts its
commitment into the intake; and a row that belongs to an act changes only together
with a new entry that names it, which is checked at commit, when all parts are there.
"""

from django.db.migrations import RunSQL

FUNCTIONS = """
CREATE FUNCTION safeconduct_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE FUNCTION safeconduct_waits_for_the_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO journal_intake (commitment) VALUES (NEW.commitment);
    RETURN NULL;
END $$;

CREATE FUNCTION safeconduct_belongs_to_an_act() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.entry_id = OLD.entry_id THEN
        IF NEW IS NOT DISTINCT FROM OLD THEN RETURN NULL; END IF;
        RAISE EXCEPTION '% % changes without an act', TG_TABLE_NAME, NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM journal_rowdigest AS d
        WHERE d."table" = TG_TABLE_NAME AND d.row = NEW.id
          AND d.entry_id = NEW.entry_id)
    THEN
        RAISE EXCEPTION '% % was written without an act', TG_TABLE_NAME, NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END $$;
"""

DROP_FUNCTIONS = """
DROP FUNCTION safeconduct_is_final(), safeconduct_waits_for_the_log(),
    safeconduct_belongs_to_an_act();
"""


def final(table: str) -> RunSQL:
    """Let rows be added to the table and nothing else happen to it."""
    return RunSQL(
        f"""
        CREATE TRIGGER is_final BEFORE UPDATE OR DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION safeconduct_is_final();
        CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION safeconduct_is_final();
        """,
        f"DROP TRIGGER is_final ON {table}; DROP TRIGGER is_never_emptied ON {table};",
    )


def recorded(table: str) -> RunSQL:
    """Let rows of the table change only by an act, and never go."""
    return RunSQL(
        f"""
        CREATE CONSTRAINT TRIGGER belongs_to_an_act AFTER INSERT OR UPDATE ON {table}
            DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION safeconduct_belongs_to_an_act();
        CREATE TRIGGER is_never_deleted BEFORE DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION safeconduct_is_final();
        CREATE TRIGGER is_never_emptied BEFORE TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION safeconduct_is_final();
        """,
        f"""
        DROP TRIGGER belongs_to_an_act ON {table};
        DROP TRIGGER is_never_deleted ON {table};
        DROP TRIGGER is_never_emptied ON {table};
        """,
    )
