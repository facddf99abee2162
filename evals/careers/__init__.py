"""How well the place on the ladder that `career` finds agrees with people who read the same CVs."""
