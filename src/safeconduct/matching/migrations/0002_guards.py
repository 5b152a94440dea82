"""What the database itself knows of joined records.

`safeconduct_together` follows the tree of merges for everybody who asks, the gate of
departures among them. A merge takes the locks of both its persons, in the order of
their ids, so that nothing is joined or parted while a departure is under way. It never
changes whom it joins, and to undo it takes officers of two authorities.
"""

from django.db import migrations

from safeconduct.journal.guard import recorded

TOGETHER = """
CREATE FUNCTION safeconduct_together(whom uuid) RETURNS SETOF uuid
    LANGUAGE sql STABLE AS $$
    WITH RECURSIVE one AS (
        SELECT whom AS id
        UNION
        SELECT CASE WHEN m.leading_id = one.id THEN m.other_id ELSE m.leading_id END
        FROM one JOIN matching_merge AS m
            ON m.undone IS NULL AND one.id IN (m.leading_id, m.other_id))
    SELECT id FROM one
$$;

CREATE FUNCTION safeconduct_joins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM register_person WHERE id IN (NEW.leading_id, NEW.other_id)
        ORDER BY id FOR NO KEY UPDATE;
    IF TG_OP = 'UPDATE' THEN
        IF (OLD.leading_id, OLD.other_id, OLD.proposal_id, OLD.round, OLD.at)
            IS DISTINCT FROM
            (NEW.leading_id, NEW.other_id, NEW.proposal_id, NEW.round, NEW.at)
            OR OLD.undone IS NOT NULL
        THEN
            RAISE EXCEPTION 'a merge is undone, once, and never rewritten'
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        IF NEW.undone IS NOT NULL AND (
            SELECT count(DISTINCT authority_id) FROM accounts_officer
            WHERE id IN (NEW.undo_officer_id, NEW.undo_second_id)) < 2
        THEN
            RAISE EXCEPTION 'undoing a merge takes officers of two authorities'
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER joins BEFORE INSERT OR UPDATE ON matching_merge
    FOR EACH ROW EXECUTE FUNCTION safeconduct_joins();
"""

DROP = """
DROP TRIGGER joins ON matching_merge;
DROP FUNCTION safeconduct_joins(), safeconduct_together(uuid);
"""


class Migration(migrations.Migration):
    dependencies = [("matching", "0001_initial"), ("register", "0002_guards")]

    operations = [
        recorded("matching_proposal"),
        recorded("matching_verdict"),
        recorded("matching_merge"),
        migrations.RunSQL(TOGETHER, DROP),
    ]
