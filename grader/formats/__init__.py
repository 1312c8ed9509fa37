"""Reports: each is a function from results to text, and the only ones that print are the commands."""
