"""How well CVs are read: every field of the model against what people wrote down of the same document, per format and layout.

`python -m evals.reading` prints the tables; `scores()` and `fingerprint()` are what the gate asks for.
"""

from evals.reading.run import fingerprint, scores

__all__ = ["fingerprint", "scores"]
