"""What the database does with the keys of a name when its person moves or is erased.

The keys are in clear, so it must not depend on any act remembering them: they follow
the person to his new holder, and go in the transaction that destroys his key, whether
an erasure does it or a backup of keys that is brought back.
"""

NAMES_FOLLOW = """
CREATE FUNCTION safeconduct_names_follow_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE register_namekey SET holder_id = NEW.holder_id
        WHERE claim_id IN (
            SELECT id FROM register_identityclaim WHERE person_id = NEW.id);
    RETURN NULL;
END $$;

CREATE FUNCTION safeconduct_names_go_with_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM register_namekey
        WHERE claim_id IN (
            SELECT id FROM register_identityclaim WHERE person_id = NEW.subject);
    RETURN NULL;
END $$;

CREATE TRIGGER names_follow_person AFTER UPDATE OF holder_id ON register_person
    FOR EACH ROW WHEN (NEW.holder_id IS DISTINCT FROM OLD.holder_id)
    EXECUTE FUNCTION safeconduct_names_follow_person();

CREATE TRIGGER names_go_with_key AFTER INSERT OR UPDATE ON keyring_subjectkey
    FOR EACH ROW WHEN (NEW.wrapped IS NULL)
    EXECUTE FUNCTION safeconduct_names_go_with_key();
"""

NAMES_FOLLOW_NO_MORE = """
DROP TRIGGER names_follow_person ON register_person;
DROP TRIGGER names_go_with_key ON keyring_subjectkey;
DROP FUNCTION safeconduct_names_follow_person(), safeconduct_names_go_with_key();
"""
