from django.shortcuts import render


def csrf_failure(request, reason=""):
    return render(request, "403_csrf.html", status=403)


def locked_out(request, response=None, credentials=None):
    return render(request, "429.html", status=429)
