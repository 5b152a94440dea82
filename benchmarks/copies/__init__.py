"""How well are copies found, beside MinHash? See ``__main__``."""
