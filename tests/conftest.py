"""What holds for every test."""

from hypothesis import settings

# The time one example takes says nothing on a busy machine; speed has benchmarks, and a test that hangs a limit of its own.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
