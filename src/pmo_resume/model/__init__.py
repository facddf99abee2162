"""What the stages hand to each other: frozen dataclasses, and nothing that computes.

A stage may import from here and from `errors`, never from another stage, so any one of them can be replaced alone.
"""
