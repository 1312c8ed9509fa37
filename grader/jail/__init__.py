"""The jail: where the attempt runs, and nothing that it must not see."""
