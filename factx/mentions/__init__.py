"""Mentions: what the rules look at, found in bulk; one module a sort."""
