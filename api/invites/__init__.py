"""Invites by telephone: who has nothing else is rung by a caller, and joins or says no."""
