"""The same person in registers of a hundred thousand to a hundred million records."""
