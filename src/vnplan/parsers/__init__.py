"""Document to records: one module a family."""
