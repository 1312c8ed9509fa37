"""Ways to have many attempts judged: all do the same with a piece of work, in different places."""
