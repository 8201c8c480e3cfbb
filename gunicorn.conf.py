"""The web server, the same for ./run and for the containers."""

import gc
import os
from ctypes import CDLL

workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4
# The code is loaded once and shared by the workers, which keeps them small.
preload_app = True
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None
timeout = 60
graceful_timeout = 5
keepalive = 75
max_requests = 5000
max_requests_jitter = 500
control_socket_disable = True


def when_ready(server):
    # What is loaded by now lives for ever: the collector must not touch, and so copy, its pages.
    gc.collect()
    gc.freeze()
    # A page makes tens of thousands of objects and hardly a cycle: looking for them every 700 new
    # ones took a fifth of its time.
    gc.set_threshold(25_000, 5, 5)


def _keep_one_heap():
    """glibc gives each thread a heap of its own, and what one has freed no other uses: four threads
    took 20 MB more. One at a time runs Python anyhow."""
    if mallopt := getattr(CDLL(None), "mallopt", None):
        mallopt(M_ARENA_MAX, 1)


M_ARENA_MAX = -8
_keep_one_heap()
