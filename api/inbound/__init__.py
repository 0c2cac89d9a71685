"""What comes in over a wire: stored first, acknowledged afterwards, handled once, in order."""
