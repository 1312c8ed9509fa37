"""Names that a person should look at, by the kind of sign that they are. Data, and how it is looked up."""

from collections.abc import Iterator

Found = Iterator[tuple[str, str]]

# A module counts with all that lies in it.
_MODULES = {
    "heap": "gc ctypes _ctypes cffi tracemalloc _testcapi _testinternalcapi",
    "innards": "builtins",
    "source": "linecache dis",
    "machinery": "grader pytest _pytest hypothesis pluggy conftest scenarios msgspec",
    "ending": "atexit faulthandler",
    "processes": "subprocess multiprocessing pty _posixsubprocess",
    "network": "socket _socket ssl socketserver http.client http.server urllib.request ftplib smtplib",
    "patching": "unittest.mock",
    "code": "marshal pickle _pickle code codeop importlib runpy zipimport",
    "decoding": "base64 binascii zlib lzma bz2 gzip zipfile",
}
_PATHS = {
    "frames": "sys._getframe sys._getframemodulename sys._current_frames sys._current_exceptions sys.settrace "
    "sys.setprofile sys.monitoring threading.settrace threading.setprofile inspect.stack inspect.currentframe "
    "inspect.trace inspect.getouterframes inspect.getinnerframes traceback.walk_stack traceback.extract_stack "
    "traceback.walk_tb",
    "innards": "sys.modules sys.meta_path sys.path_hooks sys.path_importer_cache types.FunctionType types.CodeType "
    "types.CellType inspect.getclosurevars",
    "source": "inspect.getsource inspect.getsourcelines inspect.getsourcefile inspect.findsource",
    "ending": "os._exit os.abort os.kill os.killpg sys.exit signal.raise_signal signal.pthread_kill",
    "processes": "os.fork os.forkpty os.system os.popen os.execv os.execve os.execvp os.execl os.execlp os.spawnv "
    "os.spawnl os.posix_spawn os.posix_spawnp os.ptrace concurrent.futures.ProcessPoolExecutor",
    "decoding": "codecs.decode codecs.getdecoder",
}
_ATTRIBUTES = {
    "frames": "f_back f_locals f_globals f_builtins f_code tb_frame gi_frame cr_frame ag_frame",
    "heap": "__subclasses__",
    "innards": "__closure__ __code__ __globals__ __builtins__ __loader__ cell_contents co_consts co_code",
}
_BUILTINS = {
    "innards": "__builtins__ __loader__ __spec__",
    "ending": "exit quit",
    "code": "exec eval compile __import__",
}
# As the whole of a text: `getattr(sys, "_getframe")` says as much as `sys._getframe`.
_TEXTS = {
    "frames": "_getframe settrace setprofile currentframe f_back f_locals f_globals tb_frame gi_frame",
    "heap": "gc ctypes _ctypes __subclasses__",
    "innards": "builtins __builtins__ __closure__ __code__ __globals__ cell_contents",
    "machinery": "grader pytest _pytest hypothesis pluggy conftest scenarios msgspec",
    "ending": "_exit",
    "equality": "__eq__ __ne__",
    "code": "exec eval __import__ marshal pickle importlib",
}
_PLACES = ("/proc/", "/sys/", "/dev/shm", "/dev/mem")


def _by_name(kinds: dict[str, str]) -> dict[str, str]:
    return {name: kind for kind, names in kinds.items() for name in names.split()}


_MODULE, _PATH, _ATTRIBUTE = _by_name(_MODULES), _by_name(_PATHS), _by_name(_ATTRIBUTES)
_BUILTIN, _TEXT = _by_name(_BUILTINS), _by_name(_TEXTS)


def of_module(name: str) -> Found:
    """The sign that an import of module `name` is."""
    while name:
        if name in _MODULE:
            yield _MODULE[name], name
            return
        name = name.rpartition(".")[0]


def of_path(path: str) -> Found:
    """The sign that `path` is: a module's name, or what lies in one, each with whatever hangs on it."""
    while path:
        if kind := _PATH.get(path) or _MODULE.get(path):
            yield kind, path
            return
        path = path.rpartition(".")[0]


def of_attribute(name: str) -> Found:
    """The sign that an attribute is, whatever it belongs to."""
    if name in _ATTRIBUTE:
        yield _ATTRIBUTE[name], name


def of_builtin(name: str) -> Found:
    """The sign that a name is which nothing has to be imported for."""
    if name in _BUILTIN:
        yield _BUILTIN[name], name


def of_text(text: str) -> Found:
    """The sign that a text is."""
    if text in _TEXT:
        yield _TEXT[text], repr(text)
    if text.startswith(_PLACES):
        yield "places", text
