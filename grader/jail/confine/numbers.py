"""What a table of system calls is: by name, with their numbers on both architectures.

The first number is that of x86-64 (arch/x86/entry/syscalls/syscall_64.tbl), the second that of
arm64 (include/uapi/asm-generic/unistd.h). None: the architecture has no such call, and a newer one
does its work (arm64 has no fork, only clone). Calls since 424 have the same number everywhere.
"""

from __future__ import annotations

Numbers = tuple[int | None, int | None]
Table = dict[str, Numbers]

# The first number that is not known here (Linux 6.18 ends with file_setattr, 469). What a later
# kernel adds answers ENOSYS, as it would on this one, until somebody has looked at it.
FIRST_UNKNOWN = 470
