"""A browser without a screen: one connection that stays open, cookies, and a stop-watch."""

import http.client
import json
import re
import time
from dataclasses import dataclass
from html import unescape
from http.cookies import SimpleCookie
from urllib.parse import urlencode

TAG = re.compile(r"<[a-z][^>]*\shx-get=[^>]*>", re.S)
ADDRESS = re.compile(r"""hx-get=["']([^"']+)["']""")
ON_LOAD = re.compile(r"""hx-trigger=["'][^"']*\bload\b""")
BELL = "/bell/"  # of the frame: asked by every page, measured by itself
FORM = "application/x-www-form-urlencoded"


class WrongAnswer(Exception):
    pass


@dataclass(frozen=True)
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes
    seconds: float

    @property
    def queries(self) -> int:
        return int(self.headers.get("X-Queries") or 0)

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def happened(self) -> dict:
        """What the server tells the page's scripts."""
        return json.loads(self.headers["HX-Trigger"])


class Browser:
    def __init__(self, port: int):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.cookies = {}

    def login(self, name: str, password: str):
        self.get("/login/")
        typed = {"username": name, "password": password, "csrfmiddlewaretoken": self._token()}
        self.post("/login/", typed, expected=302, headers={"Referer": "http://127.0.0.1/login/"})

    def get(self, path, *, htmx=False, expected=200) -> Answer:
        headers = {"HX-Request": "true"} if htmx else {}
        return self._ask("GET", path, None, headers, expected)

    def post(self, path, fields, *, expected=200, headers=()) -> Answer:
        headers = {"Content-Type": FORM, "X-CSRFToken": self._token(), **dict(headers)}
        return self._ask("POST", path, urlencode(fields, doseq=True).encode(), headers, expected)

    def send(self, path, body: bytes) -> Answer:
        return self._ask("POST", path, body, {"Content-Type": "text/html"}, 200)

    def open(self, path) -> list[Answer]:
        """The page and what it asks for by itself as soon as it is there."""
        page = self.get(path)
        return [page, *(self.get(each, htmx=True) for each in asked_on_load(page.text))]

    def _ask(self, method, path, body, headers, expected):
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        begun = time.perf_counter()
        self.connection.request(method, path, body, {**headers, "Cookie": cookies})
        response = self.connection.getresponse()
        content = response.read()
        seconds = time.perf_counter() - begun
        for line in response.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: crumb.value for name, crumb in SimpleCookie(line).items()}
        if response.status != expected:
            told = re.sub(r"<[^>]+>|\s+", " ", content.decode(errors="replace"))[:400]
            raise WrongAnswer(f"{method} {path}: {response.status}, not {expected}: {told}")
        return Answer(response.status, response.headers, content, seconds)

    def _token(self):
        return next((v for k, v in self.cookies.items() if k.endswith("csrf")), "")


def asked_on_load(html: str) -> list[str]:
    """The addresses of the panels that a page fetches at once."""
    tags = [tag for tag in TAG.findall(html) if ON_LOAD.search(tag)]
    found = [unescape(ADDRESS.search(tag)[1]) for tag in tags]
    return [address for address in found if not address.endswith(BELL)]
