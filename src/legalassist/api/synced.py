"""Folders that a cloud service copies, known by their names and by the marks the services leave in them."""

from pathlib import Path

from legalassist.errors import UsageError

_SYNCED = ("onedrive", "dropbox", "icloud", "mobile documents", "clouddocs", "cloudstorage", "google drive",
           "googledrive", "my drive", "drivefs", "nextcloud", "owncloud", "syncthing", "pcloud")  # fmt: skip
_MARKS = (".dropbox", ".dropbox.cache", ".stfolder", ".sync", ".owncloudsync.log", ".nextcloudsync.log")


def synced_by(path: Path) -> str:
    """Return the folder (itself or above) that a cloud service seems to copy, by its name or its marks; "" for none."""
    whole = path.resolve()
    for folder in (whole, *whole.parents):
        name = folder.name.casefold()
        if any(name.startswith(one) for one in _SYNCED) or any((folder / mark).exists() for mark in _MARKS):
            return folder.name or str(folder)
    return ""


def refuse_synced(path: Path, *, accepted: bool) -> None:
    """Raise UsageError for a place inside a synchronised folder, unless the person named it twice."""
    found = "" if accepted else synced_by(path)
    if found:
        message = f"{found!r} is copied to a cloud service: what is written there leaves this machine"
        raise UsageError(message, "choose another folder, or say --synced-folder-is-ok if an attorney agreed")
