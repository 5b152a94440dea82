"""One name in three scripts: read it, compare it, explain the comparison."""
