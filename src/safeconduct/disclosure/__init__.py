"""Whom does a text give away, and what must go so that it does not?

Persons and texts go in; spans, the number of people they fit, and redacted texts
come out. Nothing here knows Django, a database or the network.
"""
