"""``python -m legalassist`` is the command ``legalassist``."""

from legalassist.cli import main

if __name__ == "__main__":
    main()
