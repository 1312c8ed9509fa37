"""The author's tools: how strong and how fair a suite is, measured before anyone is graded by it."""
