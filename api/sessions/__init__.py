"""What conversations remember, with a version, so that any worker can take the next turn."""
