"""Files in folders that are thrown away."""

import os
import tempfile


def temporary_path(name: str, content: str | bytes | None = None) -> str:
    """The path of a file of this name in a new folder; it is there if there is `content`, text as UTF-8."""
    path = os.path.join(tempfile.mkdtemp(), name)
    if content is not None:
        with open(path, "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
    return path
