"""Hostile input: patterns against their worst strings, documents nobody would write."""
