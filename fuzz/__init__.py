"""Hostile input, and the same input in other words.

Patterns against their worst strings, documents nobody would write, and documents that say the same
as another one (`rewordings`).
"""
