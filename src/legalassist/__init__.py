"""legalassist: from one gentle interview to every document of a T-visa case.

Importing the package loads nothing. A public name is fetched from the module that owns it the first time it is
used: ``legalassist.ContentError``.
"""

from importlib import import_module

__version__ = "0.1.0"

_HOMES = {
    "AnswerRefused": "legalassist.errors",
    "ContentError": "legalassist.errors",
    "DocumentError": "legalassist.errors",
    "LegalAssistError": "legalassist.errors",
    "Library": "legalassist.library",
    "Place": "legalassist.errors",
    "Problem": "legalassist.errors",
    "StoreError": "legalassist.errors",
    "UsageError": "legalassist.errors",
}
"""Every public name and the module that owns it."""


def __getattr__(name: str) -> object:
    """Return a public name from the module that owns it; raises AttributeError for any other.

    Lazy because the command's ``--help`` must not wait for the libraries that write PDFs.
    """
    if name not in _HOMES:
        message = f"module 'legalassist' has no attribute {name!r}"
        raise AttributeError(message)
    public: object = getattr(import_module(_HOMES[name]), name)
    return public


def __dir__() -> list[str]:
    """Return the public names, for whoever looks around with a prompt."""
    return sorted([*_HOMES, "__version__"])
