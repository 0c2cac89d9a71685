"""What the watch does: looks at coverage, tries canaries, tells coordinators."""
