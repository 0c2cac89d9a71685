"""Pages for coordinators and callers, and the page a demo starts with."""
