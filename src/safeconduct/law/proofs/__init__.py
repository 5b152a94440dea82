"""What can be shown of a pack, over all cases there can be?

    from safeconduct.law.proofs import prove

    for proof in prove(pack(day)):
        proof.holds, proof.claim, proof.witnesses

Each proof asks a solver for a counter-example: none, and the claim holds of every case;
or a witness, a case in which it fails. Needs z3; the rest of the library does not.
"""

from safeconduct.law.proofs.proof import Proof, Witness
from safeconduct.law.proofs.proving import PROOFS, prove

__all__ = ["PROOFS", "Proof", "Witness", "prove"]
