"""Knowledge as data: document types, issuers, provinces, agencies, names and posts."""
