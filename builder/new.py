"""The folder of a new dossier, copied from the skeleton that ships with the package."""

import shutil
from importlib.resources import as_file, files
from pathlib import Path

from builder.errors import SettingsError
from builder.schemas import write_schemas


def new_folder(folder: Path) -> None:
    """Make `folder` a dossier without articles; raises `SettingsError` where it is in use."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise SettingsError(
            "it is not empty.", todo="Name a folder that does not exist yet.", file=folder
        )
    try:
        with as_file(files("builder") / "skeleton") as skeleton:
            shutil.copytree(skeleton, folder, dirs_exist_ok=True)
        (folder / "dot-gitignore").rename(folder / ".gitignore")
        write_schemas(folder)
    except BaseException:  # Ctrl-C and a full disk leave nothing half made
        shutil.rmtree(folder, ignore_errors=True)
        raise
