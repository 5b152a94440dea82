"""Safeconduct: the protection register for prisoners of war."""
