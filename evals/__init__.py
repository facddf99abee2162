"""Measured quality: what the tool reads against what people marked, with pinned floors. `python -m evals.gate` runs all of it."""
