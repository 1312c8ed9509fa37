"""A class: its folder, the repository that its learners fork, and the edition of a catalog that lies in there."""
