"""The judge's side of the jail: children, their channel, fork-server, isolation and scratch folders."""
