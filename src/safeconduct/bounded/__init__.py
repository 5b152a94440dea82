"""How is a file read that was made to exhaust its reader?

In a process of its own, with a bound on time and memory. What crashes, hangs or grows
there costs a sentence; who asked goes on with the next document. Every document gets a
new process, so that none can touch the reading of another.

A command forks itself (`Worker`): all it knows is what it was given on its line. The
pages must not: they have threads, connections and keys. They keep a `Nursery`, a
process that was started with none of these and forks instead of them.

This is a bound, not a prison: the process is the same user's, and code that took it
over could do what this user may.
"""

from safeconduct.bounded.nursery import Nursery, uploads
from safeconduct.bounded.reader import Busy, Stopped
from safeconduct.bounded.worker import Worker

__all__ = ["Busy", "Nursery", "Stopped", "Worker", "uploads"]
