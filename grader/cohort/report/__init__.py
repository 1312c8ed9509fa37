"""The report of a class: one page that needs nothing else."""
