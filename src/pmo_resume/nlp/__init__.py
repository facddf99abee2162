"""Reading: a `Document` becomes a `Resume` or a `Posting`, through spaCy components of our own. No spaCy type leaves this room."""
