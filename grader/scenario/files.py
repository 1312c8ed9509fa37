"""Files in folders that are thrown away."""

import atexit
import os
import shutil
import tempfile


def temporary_path(name: str, content: str | bytes | None = None) -> str:
    """The path of a file of this name in a new folder; it is there if there is `content`, text as UTF-8.

    The folder is gone when Python ends: a prompt at which a snippet was tried leaves nothing behind.
    """
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = os.path.join(folder, name)
    if content is not None:
        with open(path, "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
    return path
