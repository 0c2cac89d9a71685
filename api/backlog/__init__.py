"""The backlog: a plan for many requests at once, applied by a coordinator."""
