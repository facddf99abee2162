"""Concepts and credentials found in postings, against the places that people marked."""
