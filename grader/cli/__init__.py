"""The commands: `app` declares them, each module does one."""
