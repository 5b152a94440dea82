"""From the record of a person to the predicates of the law, seen from one State."""
