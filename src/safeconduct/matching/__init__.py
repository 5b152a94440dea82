"""Two records, one person? Proposals, reviews, and merges that can be undone."""
