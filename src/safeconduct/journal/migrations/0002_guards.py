from django.db import migrations

from safeconduct.journal import guard


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]

    operations = [
        migrations.RunSQL(guard.FUNCTIONS, guard.DROP_FUNCTIONS),
        guard.final("journal_entry"),
        guard.final("journal_rowdigest"),
        guard.final("journal_leaf"),
        guard.final("journal_checkpoint"),
        guard.final("journal_padding"),
        guard.final("journal_cosignature"),
        migrations.RunSQL(
            """
            CREATE CONSTRAINT TRIGGER is_committed_to AFTER INSERT ON journal_entry
                DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION safeconduct_is_committed_to();
            """,
            "DROP TRIGGER is_committed_to ON journal_entry;",
        ),
    ]
