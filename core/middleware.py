"""What every request shares: rules that refuse, ended logins, a database that went away."""

from urllib.parse import urlencode

from django.conf import settings
from django.db import InterfaceError, OperationalError, connection
from django.http import HttpResponse
from django.shortcuts import render, resolve_url
from django.utils import translation
from django.utils.cache import patch_vary_headers

from core.errors import Refused


def language_middleware(get_response):
    """Russian unless a person chose otherwise: what their browser prefers is not asked."""

    def middleware(request):
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        known = chosen in dict(settings.LANGUAGES)
        translation.activate(chosen if known else settings.LANGUAGE_CODE)
        request.LANGUAGE_CODE = translation.get_language()
        response = get_response(request)
        response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        return response

    return middleware


def refusal_middleware(get_response):
    """Turn Refused into a 409: a fragment for htmx, so that the typed form stays; else a page."""

    def middleware(request):
        response = get_response(request)
        patch_vary_headers(response, ["HX-Request"])
        return response

    def process_exception(request, exception):
        if not isinstance(exception, Refused):
            return None
        context = {"message": exception.message, "changes": exception.changes}
        template = "_refusal.html" if request.htmx else "409.html"
        response = render(request, template, context, status=409)
        if request.htmx:
            response["HX-Retarget"] = "#refusal"
            response["HX-Reswap"] = "innerHTML"
            response["HX-Reselect"] = "unset"  # the form's own hx-select would find nothing here
        return response

    middleware.process_exception = process_exception
    return middleware


def htmx_login_middleware(get_response):
    """A redirect moves the whole page, also where a fragment was asked for: a verb that is done
    leads to its page, and an ended login shows no form inside of another page."""

    def middleware(request):
        response = get_response(request)
        if response.status_code == 302 and request.htmx:
            return HttpResponse(status=204, headers={"HX-Redirect": _whole_page(request, response)})
        return response

    return middleware


def _whole_page(request, response):
    """After the login one comes back to the page, not to its fragment."""
    login = resolve_url(settings.LOGIN_URL)
    if not response["Location"].startswith(f"{login}?"):
        return response["Location"]
    back = {"next": request.htmx.current_url_abs_path or "/"}
    return f"{login}?{urlencode(back)}"


def button_page_middleware(get_response):
    """The address of a button opened as a page, as after a login that ended: words, not a blank."""

    def middleware(request):
        response = get_response(request)
        if response.status_code == 405 and request.method == "GET" and not request.htmx:
            page = render(request, "405.html", status=405)
            page["Allow"] = response["Allow"]
            return page
        return response

    return middleware


def database_fault_middleware(get_response):
    """A connection broken by a restarted database is closed, so that the next request works."""

    def middleware(request):
        return get_response(request)

    def process_exception(request, exception):
        if isinstance(exception, OperationalError | InterfaceError):
            connection.close()
        return

    middleware.process_exception = process_exception
    return middleware
