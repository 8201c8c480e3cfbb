"""What processes hold: a web worker after the rounds, any process after a hundred papers.

DATABASE_URL=… python -m bench.memory
"""

import os
from pathlib import Path

PAPERS = 100


def resident_mb(pid) -> float:
    """With what it shares with others counted in full."""
    status = Path(f"/proc/{pid}/status").read_text()
    line = next(each for each in status.splitlines() if each.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def children(pid) -> list[int]:
    return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def after_papers() -> float:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bench.settings")
    django.setup()
    from core import documents
    from core.models import Document

    papers = list(Document.objects.filter(kind="work_order").order_by("-pk")[:PAPERS])
    for place in range(PAPERS):
        documents.rendered(papers[place % len(papers)])
    return resident_mb("self")


if __name__ == "__main__":
    print(f"{after_papers():.0f}")
