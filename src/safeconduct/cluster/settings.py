"""With which settings does the embedded PostgreSQL run?

They stand on the command line, so no file in the cluster can undo them.
"""

from pathlib import Path

REACH = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
}

# A statement or its error can carry a name. Errors of statements go to the client that
# sent them and not into the log; what the log does carry, it carries without values.
NO_IDENTITY_IN_THE_LOG = {
    "log_min_messages": "log",  # in the order of this setting: above error
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_statement": "none",
    "log_min_duration_statement": "-1",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
    "log_checkpoints": "off",
    "log_timezone": "UTC",
    "lc_messages": "C",
}

DURABLE = {
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
}

# For tests: what the machine loses in a crash is lost.
FLEETING = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
}


def options(sockets: Path, *, durable: bool) -> list[str]:
    """Write the settings as options of the `postgres` program."""
    chosen = {
        **REACH,
        **NO_IDENTITY_IN_THE_LOG,
        **(DURABLE if durable else FLEETING),
        "unix_socket_directories": _quoted(sockets),
    }
    return [
        part for name, value in chosen.items() for part in ("-c", f"{name}={value}")
    ]


def _quoted(folder: Path) -> str:
    """Quote a folder for a list setting, where a comma or space would split it."""
    return '"' + str(folder).replace('"', '""') + '"'
