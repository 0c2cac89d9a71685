"""Restrictions: rules in an area that limit help in person."""
