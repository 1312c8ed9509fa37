"""A class: who takes part, what they handed in, how it was judged, and what it counts."""
