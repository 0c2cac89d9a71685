"""What Linli says, and over which wire it says it."""
