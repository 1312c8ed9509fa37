"""The loop around a workspace: what a learner is told beside a result, and what comes next."""
