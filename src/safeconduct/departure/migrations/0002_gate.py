"""The gate in the database: asked when a line commits, whoever wrote it.

A shorter list of the same questions as `departure/gate.py`: whether the newest
determination is reviewed, whether anything was said or stated since, who signed
and what he answered; of every record that is joined with his, and only for the one
that leads. The law itself is asked by functions written from the norms, which
`departure/law_in_force.py` replaces at every start.
"""

from datetime import UTC, datetime

from django.db import migrations

from safeconduct.departure import law_in_force
from safeconduct.journal.guard import recorded
from safeconduct.register.guard import locks_person

GATE = """
CREATE FUNCTION safeconduct_gate_asks(
    whom uuid, line departure_departureline, leaving departure_departurelist)
    RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    made determination_determination;
    heard hearing_hearing;
    asked hearing_reconfirmation;
    act text;
    moment timestamptz;
BEGIN
    SELECT * INTO made FROM determination_determination
        WHERE person_id = whom ORDER BY at DESC, id DESC LIMIT 1;
    IF made.id IS NULL OR made.reviewed IS NULL THEN
        RAISE EXCEPTION 'gate: no reviewed determination (ENG-4EYES)'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF whom = line.person_id AND made.id <> line.determination_id THEN
        RAISE EXCEPTION 'gate: a newer determination exists (ENG-4EYES)'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF EXISTS (SELECT 1 FROM register_fact
        WHERE (person_id = whom OR person_id IS NULL) AND at > made.at)
    THEN
        RAISE EXCEPTION 'gate: facts were stated since the determination'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF EXISTS (SELECT 1 FROM matching_merge
        WHERE (leading_id IN (SELECT safeconduct_together(whom))
               OR other_id IN (SELECT safeconduct_together(whom)))
          AND (at > made.at OR undone > made.at))
    THEN
        RAISE EXCEPTION 'gate: records were joined or parted since the determination'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;

    SELECT h.* INTO heard FROM hearing_hearing AS h
        JOIN journal_entry AS e ON e.id = h.entry_id
        WHERE h.person_id = whom
        ORDER BY h.held_at DESC, e.at DESC LIMIT 1;
    IF heard.id IS NULL THEN
        RAISE EXCEPTION 'gate: nobody has heard him (ENG-WISH)'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF EXISTS (SELECT 1 FROM journal_entry
        WHERE id = heard.entry_id AND at > made.at) THEN
        RAISE EXCEPTION 'gate: he was heard again since the determination'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF EXISTS (SELECT 1 FROM determination_protectionclaim AS c
        JOIN journal_entry AS e ON e.id = c.entry_id
        WHERE c.person_id = whom
          AND (e.at > made.at
               OR c.status IN ('registered', 'open', 'rejected', 'appeal')
                  AND NOT (leaving.option = 'T'
                           AND heard.wish = 'refuge:' || leaving.towards)))
    THEN
        RAISE EXCEPTION 'gate: a claim to protection is running (ENG-GATE)'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;

    IF law_gate_law() <> made.law_hash THEN
        RAISE EXCEPTION 'gate: the database holds another law'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    act := CASE leaving.option
        WHEN 'R1' THEN 'return_during_hostilities'
        WHEN 'R2' THEN 'return_after_hostilities'
        WHEN 'X' THEN 'exchange'
        WHEN 'T' THEN 'transfer'
    END;
    moment := coalesce(line.handed_over_at, line.approved_at, line.listed_at);
    IF EXISTS (SELECT 1 FROM override_override AS o
        WHERE o.person_id = whom AND o.option = leaving.option
          AND (leaving.option = 'X' OR o.towards = leaving.towards)
          AND NOT o.opens AND (o.expires IS NULL OR o.expires > moment)
          AND NOT EXISTS (SELECT 1 FROM override_override AS later
              WHERE later.person_id = o.person_id AND later.option = o.option
                AND (o.option = 'X' OR later.towards = o.towards) AND later.opens
                AND later.signed IS NOT NULL AND later.at > o.at))
    THEN
        RAISE EXCEPTION 'gate: an officer has closed this way out'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM determination_answer
        WHERE determination_id = made.id AND option = leaving.option
          AND (leaving.option = 'X' OR towards = leaving.towards))
    THEN
        RAISE EXCEPTION 'gate: the determination does not permit it'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF leaving.option = 'R2'
        AND made.facts->>'conflict.active_hostilities' IS DISTINCT FROM 'F'
    THEN
        RAISE EXCEPTION 'gate: hostilities have not ceased (GCIII-118-1)'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    -- Each answer passes by itself, or because two officers opened what may be opened.
    IF EXISTS (SELECT 1 FROM determination_answer AS a
        WHERE a.determination_id = made.id AND a.option = leaving.option
          AND (leaving.option = 'X' OR a.towards = leaving.towards)
          AND NOT (a.clears AND (NOT a.contested OR EXISTS (
              SELECT 1 FROM override_endorsement AS e
              WHERE e.determination_id = made.id AND e.option = a.option
                AND e.towards = a.towards
                AND e.officer_id NOT IN (made.officer_id, made.reviewer_id)))
            AND law_gate_open(act, coalesce(a.predicates, '{}'::jsonb)) IS TRUE)
          AND NOT (EXISTS (SELECT 1 FROM override_override AS o
                JOIN accounts_officer AS one ON one.id = o.officer_id
                JOIN accounts_officer AS two ON two.id = o.second_id
              WHERE o.determination_id = made.id AND o.option = a.option
                AND o.towards = a.towards AND o.opens AND o.signed IS NOT NULL
                AND o.expires > moment AND one.authority_id <> two.authority_id)
            AND law_gate_signable(act, coalesce(a.predicates, '{}'::jsonb)) IS TRUE))
    THEN
        RAISE EXCEPTION 'gate: the law does not permit it'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF line.status = 'listed' THEN RETURN; END IF;

    IF line.approved_by_id IS NULL OR line.approved_at IS NULL OR (
        SELECT count(DISTINCT authority_id) FROM accounts_officer
        WHERE id IN (line.listed_by_id, line.approved_by_id)) < 2
    THEN
        RAISE EXCEPTION 'gate: two officers of two authorities sign (ENG-4EYES)'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    SELECT * INTO asked FROM hearing_reconfirmation
        WHERE hearing_id = heard.id AND stage = 'camp'
        ORDER BY asked_at DESC, id DESC LIMIT 1;
    IF asked.answer IS DISTINCT FROM 'yes'
        OR asked.asked_at NOT BETWEEN line.approved_at - interval '72 hours'
                                  AND line.approved_at
    THEN
        RAISE EXCEPTION 'gate: his wish is not confirmed in time (ENG-RECONFIRM)'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF line.status = 'approved' THEN RETURN; END IF;

    SELECT * INTO asked FROM hearing_reconfirmation
        WHERE hearing_id = heard.id AND stage = 'border'
        ORDER BY asked_at DESC, id DESC LIMIT 1;
    IF line.handed_over_by_id IS NULL OR line.handed_over_at IS NULL
        OR asked.answer IS DISTINCT FROM 'yes'
        OR asked.asked_at NOT BETWEEN line.approved_at AND line.handed_over_at
    THEN
        RAISE EXCEPTION 'gate: no yes at the crossing (ENG-RECONFIRM)'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN;
END $$;

CREATE FUNCTION safeconduct_gate() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    leaving departure_departurelist;
    every uuid[];
    one uuid;
BEGIN
    IF NEW.status = 'stopped' THEN RETURN NULL; END IF;
    IF TG_OP = 'INSERT' AND NEW.status <> 'listed' THEN
        RAISE EXCEPTION 'gate: a departure begins on a list'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF TG_OP = 'UPDATE' AND (OLD.status, NEW.status) NOT IN (
        ('listed', 'approved'), ('approved', 'handed_over'),
        ('handed_over', 'received')) THEN
        RAISE EXCEPTION 'gate: % cannot become %', OLD.status, NEW.status
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF TG_OP = 'UPDATE' AND (OLD.person_id, OLD.list_id, OLD.listed_by_id)
        IS DISTINCT FROM (NEW.person_id, NEW.list_id, NEW.listed_by_id) THEN
        RAISE EXCEPTION 'gate: a line cannot change whom it concerns'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.status = 'received' THEN RETURN NULL; END IF;

    -- Every record of the person, locked in the order of their ids.
    every := ARRAY(SELECT safeconduct_together(NEW.person_id) ORDER BY 1);
    PERFORM 1 FROM register_person WHERE id = ANY (every)
        ORDER BY id FOR NO KEY UPDATE;
    IF every <> ARRAY(SELECT safeconduct_together(NEW.person_id) ORDER BY 1) THEN
        RAISE EXCEPTION 'gate: his records are being joined at this moment'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF EXISTS (SELECT 1 FROM matching_merge
        WHERE other_id = NEW.person_id AND undone IS NULL) THEN
        RAISE EXCEPTION 'gate: another record of the same person leads'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF EXISTS (SELECT 1 FROM departure_departureline
        WHERE person_id = ANY (every) AND id <> NEW.id
          AND status IN ('listed', 'approved', 'handed_over')) THEN
        RAISE EXCEPTION 'gate: another record of the same person is on a list'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    SELECT * INTO leaving FROM departure_departurelist WHERE id = NEW.list_id;
    FOREACH one IN ARRAY every LOOP
        PERFORM safeconduct_gate_asks(one, NEW, leaving);
    END LOOP;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER gate AFTER INSERT OR UPDATE ON departure_departureline
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION safeconduct_gate();
"""

DROP = """
DROP TRIGGER gate ON departure_departureline;
DROP FUNCTION safeconduct_gate();
DROP FUNCTION safeconduct_gate_asks(
    uuid, departure_departureline, departure_departurelist);
"""


def install_law(_apps: object, _editor: object) -> None:
    law_in_force.install(on=datetime.now(UTC).date())


class Migration(migrations.Migration):
    dependencies = [
        ("departure", "0001_initial"),
        ("determination", "0002_guards"),
        ("hearing", "0002_guards"),
        ("matching", "0002_guards"),
        ("override", "0002_guards"),
    ]

    operations = [
        recorded("departure_departurelist"),
        recorded("departure_departureline"),
        locks_person("departure_departureline"),
        migrations.RunPython(install_law, migrations.RunPython.noop),
        migrations.RunSQL(GATE, DROP),
    ]
