"""pytest and Hypothesis around a hidden suite: collection, examples, evidence, snippets."""
