"""Asks this container's own web server; anything but 200 is an exception."""

import urllib.request

urllib.request.urlopen("http://localhost:8000/healthz", timeout=8)
