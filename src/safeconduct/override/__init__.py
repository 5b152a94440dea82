"""Officers' signatures beside the law: closing, opening, and contested answers."""
