from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.http import JsonResponse
from redis import Redis, RedisError

from core import clock
from core.models import Heartbeat

WORKER_SILENT_SECONDS = 60


@login_not_required
def healthz(request):
    """200 while the site can serve; the worker and Redis are reported but do not take it down."""
    answer = {"web": "ok", "database": _database(), "redis": _redis()}
    age = _worker_age_seconds() if answer["database"] == "ok" else None
    answer["worker_heartbeat_age_seconds"] = age
    answer["worker"] = "ok" if age is not None and age < WORKER_SILENT_SECONDS else "silent"
    return JsonResponse(answer, status=200 if answer["database"] == "ok" else 503)


def _database():
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return "unreachable"
    return "ok"


def _redis():
    try:
        Redis.from_url(settings.REDIS_URL, socket_connect_timeout=1, socket_timeout=1).ping()
    except (RedisError, OSError):
        return "unreachable"
    return "ok"


def _worker_age_seconds():
    beat = Heartbeat.objects.filter(name="worker").first()
    return round((clock.now() - beat.at).total_seconds()) if beat else None
