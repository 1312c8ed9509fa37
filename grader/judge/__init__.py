"""The judge: runs pytest, Hypothesis and the hidden suite, and never the attempt."""
