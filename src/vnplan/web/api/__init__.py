"""The JSON API: what the pages show, for other programs. One table of endpoints describes it.

Requests are checked, answers are written, and the OpenAPI description is made from the same models.
"""
