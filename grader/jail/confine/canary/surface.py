"""The kernel's surface. The arguments are such that a call does nothing where it isn't refused."""

from __future__ import annotations

import os

from .common import Probe, reach

_CLONE_NEWUSER = 0x10000000
_KEYCTL_GET_KEYRING_ID = 0

KERNEL: dict[str, Probe] = {
    "io_uring": lambda _: reach("io_uring_setup", 0, None),
    "bpf": lambda _: reach("bpf", -1, None, 0),
    "perf": lambda _: reach("perf_event_open", None, 0, -1, -1, 0),
    "userfaultfd": lambda _: reach("userfaultfd", -1),
    "keyring": lambda _: reach("keyctl", _KEYCTL_GET_KEYRING_ID, -3, 0, 0, 0),
    "add_key": lambda _: reach("add_key", None, None, None, 0, 0),
    "user_namespace": lambda _: reach("unshare", _CLONE_NEWUSER),
    "join_namespace": lambda _: reach("setns", -1, 0),
    "mount": lambda _: reach("mount", None, b"/\0", None, 0, None),
    "new_mount": lambda _: reach("fsopen", None, 0),
    "chroot": lambda _: os.chroot("/"),
    "file_handle": lambda _: reach("open_by_handle_at", -1, None, 0),
    "fanotify": lambda _: reach("fanotify_init", 0, 0),
    "personality": lambda _: reach("personality", 0xFFFFFFFF),
    "second_filter": lambda _: reach("seccomp", -1, 0, None),
    "kernel_log": lambda _: reach("syslog", 10, None, 0),
    "splice": lambda _: reach("splice", -1, None, -1, None, 0, 0),
    "asynchronous_io": lambda _: reach("io_setup", 0, None),
}
