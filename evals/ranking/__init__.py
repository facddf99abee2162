"""Pairs of posting and CV that people graded."""
