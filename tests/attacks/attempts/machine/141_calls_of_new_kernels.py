"""Makes the calls that Linux got last, and some that it has not got yet.

Exercise: decorators
Expect: no more than without the trick
"""

# The trick.
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.restype = ctypes.c_long


def reach(name, number, *arguments):
    ctypes.set_errno(0)
    libc.syscall(ctypes.c_long(number), *(ctypes.c_long(one) if isinstance(one, int) else one for one in arguments))
    if ctypes.get_errno() not in (1, 13, 38, 95):
        print("HARMED: reached", name)


new = (
    *((424, "pidfd_send_signal"), (428, "open_tree"), (434, "pidfd_open"), (437, "openat2"), (438, "pidfd_getfd")),
    *((442, "mount_setattr"), (448, "process_mrelease"), (450, "set_mempolicy_home_node"), (457, "statmount")),
    *((458, "listmount"), (459, "lsm_get_self_attr"), (461, "lsm_list_modules"), (462, "mseal"), (463, "setxattrat")),
    *((466, "removexattrat"), (467, "open_tree_attr"), (469, "file_setattr"), (470, "the next"), (500, "a later one")),
)
for number, name in new:
    reach(name, number, -1, None, 0, 0, 0, 0)


# The attempt.
def timer(func):
    raise TypeError("not yet")


def cache(func):
    raise TypeError("not yet")


def retry(max_attempts=3, delay=1.0):
    raise TypeError("not yet")
