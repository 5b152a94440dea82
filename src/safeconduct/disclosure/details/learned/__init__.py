"""What tells of a person although no rule knows it: learned from marked examples.

The rules of the neighbours find what they have a word for, and give it a value. How a
man's life, fear or wish can be told has no end; a model of a few thousand marked
paragraphs finds the kind of passage where they find nothing (`docs/decisions/0015`).
"""

from safeconduct.disclosure.details.learned.reading import learned

__all__ = ["learned"]
