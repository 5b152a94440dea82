"""The readings of an expression, one algebra a file."""
