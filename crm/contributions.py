from core import jobs, registry
from crm.demo import load


def contribute():
    jobs.add_kind(load.KIND)
    registry.home_blocks.append(
        registry.HomeBlock("demo_progress", "demo/_progress.html", _demo_progress, order=0)
    )


def _demo_progress(user):
    job = load.unfinished_job()
    return {"job": job} if job else None
