"""Who copied whom, and which reports count as one source?

``trace(pages)`` gives edges (child, parent, relation, status, evidence, score, why)
and families. It compares words by winnowed fingerprints, and what survives rewording
and translation, figures, days, names and things in their order, without a model.
"""

from safeconduct.text.lineage.drawing import draw
from safeconduct.text.lineage.edge import Edge, Evidence, Lineage, Relation, Status
from safeconduct.text.lineage.meaning import Encode, VectorsMissing, encoder
from safeconduct.text.lineage.tracing import trace

__all__ = [
    "Edge",
    "Encode",
    "Evidence",
    "Lineage",
    "Relation",
    "Status",
    "VectorsMissing",
    "draw",
    "encoder",
    "trace",
]
