"""Tests of pages in a real browser, and the browser itself."""
