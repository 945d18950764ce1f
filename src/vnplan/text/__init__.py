"""Characters: NFC, legacy encodings, logical lines, spans and the map between them."""
