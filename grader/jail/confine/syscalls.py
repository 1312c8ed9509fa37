"""The system calls that the filter knows: by name, with their numbers on both architectures.

The first number is that of x86-64 (arch/x86/entry/syscalls/syscall_64.tbl), the second that of
arm64 (include/uapi/asm-generic/unistd.h). None: the architecture has no such call, and a newer one
does its work (arm64 has no fork, only clone). Calls since 424 have the same number everywhere.
"""

from __future__ import annotations

Numbers = tuple[int | None, int | None]

# The first number that is not known here (Linux 6.18 ends with file_setattr, 469). What a later
# kernel adds answers ENOSYS, as it would on this one, until somebody has looked at it.
FIRST_UNKNOWN = 470

# Denied whatever the exercise requires, unless the filter says otherwise. The key says what such
# a call could do.
DENIED: dict[str, dict[str, Numbers]] = {
    "run another program": {
        "execve": (59, 221),
        "execveat": (322, 281),
    },
    "reach another process": {
        "ptrace": (101, 117),
        "process_vm_readv": (310, 270),
        "process_vm_writev": (311, 271),
        "process_madvise": (440, 440),
        "process_mrelease": (448, 448),
        "kcmp": (312, 272),
        "pidfd_open": (434, 434),
        "pidfd_getfd": (438, 438),
        "pidfd_send_signal": (424, 424),
        "tkill": (200, 130),
        "rt_sigqueueinfo": (129, 138),
        "rt_tgsigqueueinfo": (297, 240),
        "setpriority": (141, 140),
        "ioprio_set": (251, 30),
        "sched_setaffinity": (203, 122),
        "sched_setparam": (142, 118),
        "sched_setscheduler": (144, 119),
        "sched_setattr": (314, 274),
        "migrate_pages": (256, 238),
        "move_pages": (279, 239),
    },
    "leave the session, so that killing the group misses it": {
        "setsid": (112, 157),
        "setpgid": (109, 154),
    },
    "change metadata, which Landlock doesn't cover": {
        "chown": (92, None),
        "fchown": (93, 55),
        "lchown": (94, None),
        "fchownat": (260, 54),
        "setxattr": (188, 5),
        "lsetxattr": (189, 6),
        "fsetxattr": (190, 7),
        "setxattrat": (463, 463),
        "removexattr": (197, 14),
        "lremovexattr": (198, 15),
        "fremovexattr": (199, 16),
        "removexattrat": (466, 466),
        "file_setattr": (469, 469),
        "utime": (132, None),
        "utimes": (235, None),
        "futimesat": (261, None),
        "mknod": (133, None),
        "mknodat": (259, 33),
    },
    "use memory that no limit counts, or memory that others share": {
        "memfd_create": (319, 279),
        "memfd_secret": (447, 447),
        "shmget": (29, 194),
        "shmat": (30, 196),
        "shmctl": (31, 195),
        "shmdt": (67, 197),
        "semget": (64, 190),
        "semop": (65, 193),
        "semtimedop": (220, 192),
        "semctl": (66, 191),
        "msgget": (68, 186),
        "msgsnd": (69, 189),
        "msgrcv": (70, 188),
        "msgctl": (71, 187),
        "mq_open": (240, 180),
        "mq_unlink": (241, 181),
        "mq_timedsend": (242, 182),
        "mq_timedreceive": (243, 183),
        "mq_notify": (244, 184),
        "mq_getsetattr": (245, 185),
    },
    "change the view of the file system, or watch it": {
        "unshare": (272, 97),
        "setns": (308, 268),
        "mount": (165, 40),
        "umount2": (166, 39),
        "pivot_root": (155, 41),
        "chroot": (161, 51),
        "open_tree": (428, 428),
        "open_tree_attr": (467, 467),
        "move_mount": (429, 429),
        "fsopen": (430, 430),
        "fsconfig": (431, 431),
        "fsmount": (432, 432),
        "fspick": (433, 433),
        "mount_setattr": (442, 442),
        "statmount": (457, 457),
        "listmount": (458, 458),
        "name_to_handle_at": (303, 264),
        "open_by_handle_at": (304, 265),
        "quotactl": (179, 60),
        "quotactl_fd": (443, 443),
        "swapon": (167, 224),
        "swapoff": (168, 225),
        "acct": (163, 89),
        "fanotify_init": (300, 262),
        "fanotify_mark": (301, 263),
        "inotify_init": (253, None),
        "inotify_init1": (294, 26),
        "inotify_add_watch": (254, 27),
        "inotify_rm_watch": (255, 28),
    },
    "open kernel surface that no exercise needs": {
        "sync": (162, 81),
        "syncfs": (306, 267),
        "io_uring_setup": (425, 425),
        "io_uring_enter": (426, 426),
        "io_uring_register": (427, 427),
        "io_setup": (206, 0),
        "io_submit": (209, 2),
        "io_destroy": (207, 1),
        "io_getevents": (208, 4),
        "io_pgetevents": (333, 292),
        "io_cancel": (210, 3),
        "bpf": (321, 280),
        "perf_event_open": (298, 241),
        "userfaultfd": (323, 282),
        "add_key": (248, 217),
        "request_key": (249, 218),
        "keyctl": (250, 219),
        "seccomp": (317, 277),
        "landlock_create_ruleset": (444, 444),
        "landlock_add_rule": (445, 445),
        "landlock_restrict_self": (446, 446),
        "lsm_get_self_attr": (459, 459),
        "lsm_set_self_attr": (460, 460),
        "lsm_list_modules": (461, 461),
        "splice": (275, 76),
        "tee": (276, 77),
        "vmsplice": (278, 75),
        "mbind": (237, 235),
        "set_mempolicy": (238, 237),
        "set_mempolicy_home_node": (450, 450),
        "personality": (135, 92),
        "modify_ldt": (154, None),
        "iopl": (172, None),
        "ioperm": (173, None),
        "uselib": (134, None),
        "ustat": (136, None),
        "sysfs": (139, None),
        "_sysctl": (156, None),
        "lookup_dcookie": (212, 18),
        "nfsservctl": (180, 42),
    },
    "run the machine": {
        "init_module": (175, 105),
        "finit_module": (313, 273),
        "delete_module": (176, 106),
        "kexec_load": (246, 104),
        "kexec_file_load": (320, 294),
        "reboot": (169, 142),
        "syslog": (103, 116),
        "vhangup": (153, 58),
        "settimeofday": (164, 170),
        "clock_settime": (227, 112),
        "adjtimex": (159, 171),
        "clock_adjtime": (305, 266),
        "sethostname": (170, 161),
        "setdomainname": (171, 162),
    },
}

# Denied unless the exercise requires loopback.
NETWORK: dict[str, Numbers] = {
    "connect": (42, 203),
    "bind": (49, 200),
    "listen": (50, 201),
    "accept": (43, 202),
    "accept4": (288, 242),
}

# Denied unless the exercise requires processes.
NEW_PROCESS: dict[str, Numbers] = {
    "fork": (57, None),
    "vfork": (58, None),
}

# Change metadata, too, but the copying functions of shutil end with one of these and utimensat.
MODES: dict[str, Numbers] = {
    "chmod": (90, None),
    "fchmod": (91, 52),
    "fchmodat": (268, 53),
    "fchmodat2": (452, 452),
}

# Decided by their arguments.
BY_ARGUMENT: dict[str, Numbers] = {
    "clone": (56, 220),
    "clone3": (435, 435),
    "fcntl": (72, 25),
    "ioctl": (16, 29),
    "kill": (62, 129),
    "prctl": (157, 167),
    "prlimit64": (302, 261),
    "sendmsg": (46, 211),
    "sendmmsg": (307, 269),
    "sendto": (44, 206),
    "socket": (41, 198),
    "socketpair": (53, 199),
    "tgkill": (234, 131),
    "truncate": (76, 45),
    "fallocate": (285, 47),
    "utimensat": (280, 88),
}


def number(name: str, column: int) -> int | None:
    """Return a call's number in one column of the tables; KeyError if no table names it."""
    for table in (*DENIED.values(), NETWORK, NEW_PROCESS, MODES, BY_ARGUMENT):
        if name in table:
            return table[name][column]
    raise KeyError(name)
