"""Erasing a person: destroying the key under which all of him is sealed."""
