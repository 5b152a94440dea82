"""What the fork server loads once, so that a new writer is there in milliseconds."""

import logging
from importlib import import_module

from safeconduct.cli import environment

environment.set_up_django()
# It would tell for each process that its server is gone, which was the purpose.
logging.getLogger("psycopg.pool").setLevel(logging.CRITICAL)
import_module("tests.races.crew")
