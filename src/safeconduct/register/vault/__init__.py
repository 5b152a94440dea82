"""The identity vault: opened by the register alone (an import contract holds it)."""
