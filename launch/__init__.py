"""What ./run and ./test do before there is a Django: the standard library only, Python 3.11."""

from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
VENV = HOME / ".venv"
PYTHON = VENV / "bin" / "python"
