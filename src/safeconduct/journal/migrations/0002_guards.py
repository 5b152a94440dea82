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
            CREATE TRIGGER waits_for_the_log AFTER INSERT ON journal_entry
                FOR EACH ROW EXECUTE FUNCTION safeconduct_waits_for_the_log();
            """,
            "DROP TRIGGER waits_for_the_log ON journal_entry;",
        ),
    ]
