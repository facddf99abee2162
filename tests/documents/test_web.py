"""An address given by the user: what is fetched from a server of our own, and every refusal in one line."""

import contextlib
import gzip
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import pytest

from pmo_resume.documents import web
from pmo_resume.documents.web import Web, fetch, is_address
from pmo_resume.errors import TooLarge, UnreadableFile

PAGE = (
    b"<!doctype html><html><body><main><h1>PMO Lead</h1><p>" + b"Keep the programme office in order. " * 10 + b"</p></main></body></html>"
)
HERE = Web(own_network=True)


class Site(BaseHTTPRequestHandler):
    """Answers by the path that is asked for."""

    def do_GET(self):
        path = urlsplit(self.path).path
        if path == "/moved":
            return self._send(302, b"", location="/job")
        if path == "/round":
            return self._send(302, b"", location="/round")
        if path == "/file":
            return self._send(302, b"", location="file:///etc/hostname")
        if path == "/gone":
            return self._send(404, b"no")
        if path == "/large":
            return self._send(200, b"<html>" + b"x" * 300_000)
        if path == "/bomb":
            return self._send(200, gzip.compress(b"<html>" + b"x" * 50_000_000), encoding="gzip")
        if path == "/packed":
            return self._send(200, gzip.compress(PAGE), encoding="gzip")
        if path == "/bare":
            return self._send(200, b"<div><h1>PMO Lead</h1><p>Bring a PMP.</p></div>")
        if path == "/slow":
            time.sleep(1.5)
        if path == "/text":
            return self._send(200, b"PMO Lead\nBring a PMP.\n", kind="text/plain")
        return self._send(200, PAGE)

    def _send(self, status, data, *, location=None, encoding=None, kind="text/html; charset=utf-8"):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        if location:
            self.send_header("Location", location)
        if encoding:
            self.send_header("Content-Encoding", encoding)
        self.end_headers()
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # a client that has had enough goes away
            self.wfile.write(data)

    def log_message(self, *_words):
        """Say nothing."""


@pytest.fixture(scope="module")
def site():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize("path", ["/job", "/moved", "/packed", "/bare", "/text"])
def test_a_posting_is_fetched_and_read(site, path):
    assert fetch(site + path, HERE).text.split("\n")[0] == "PMO Lead"


REFUSED = [
    ("/gone", HERE, UnreadableFile, "was answered with 404"),
    ("/round", HERE, UnreadableFile, "leads on more than 5 times"),
    ("/file", HERE, UnreadableFile, "is not an http or https address"),
    ("/large", Web(own_network=True, size=100_000), TooLarge, "sends too much"),
    ("/bomb", HERE, TooLarge, "sends too much"),
    ("/slow", Web(own_network=True, wait=0.3), UnreadableFile, "took too long"),
    ("/job", Web(), UnreadableFile, "private network"),
]


@pytest.mark.parametrize(("path", "limits", "error", "words"), REFUSED)
def test_what_is_refused_is_one_line(site, path, limits, error, words):
    with pytest.raises(error, match=words) as told:
        fetch(site + path, limits)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    "address", ["ftp://example.com/job", "file:///etc/hostname", "http://", "http://[::1", "https://example.com:99999/"]
)
def test_other_schemes_and_broken_addresses_open_no_connection(address, monkeypatch):
    monkeypatch.setattr(web, "_connection", lambda *_: pytest.fail("a connection was opened"))
    with pytest.raises(UnreadableFile, match="not an http or https address"):
        fetch(address, HERE)


def test_a_page_on_the_open_web_cannot_lead_into_the_private_network(monkeypatch):
    seen = []

    def ask(here, address, limits, deadline, *, own_network):
        seen.append((here, own_network))
        return web._Answer(here, "text/html", PAGE), "http://10.0.0.1/" if len(seen) == 1 else None, False

    monkeypatch.setattr(web, "_ask", ask)
    fetch("https://jobs.example.com/1", HERE)
    assert seen == [("https://jobs.example.com/1", True), ("http://10.0.0.1/", False)]


BOARDS = [
    (
        "https://boards.greenhouse.io/sandstone/jobs/4711?gh_src=x",
        "https://boards-api.greenhouse.io/v1/boards/sandstone/jobs/4711",
        {
            "title": "PMO Lead",
            "company_name": "Sandstone",
            "location": {"name": "Leeds"},
            "content": "&lt;ul&gt;&lt;li&gt;PMP&lt;/li&gt;&lt;/ul&gt;",
        },
        ["PMO Lead", "Sandstone", "Location: Leeds", "PMP"],
    ),
    (
        "https://jobs.lever.co/sandstone/7d1f/apply",
        "https://api.lever.co/v0/postings/sandstone/7d1f",
        {
            "text": "PMO Lead",
            "categories": {"location": "Leeds"},
            "workplaceType": "hybrid",
            "description": "<div>Lead the office.</div>",
            "lists": [{"text": "Requirements", "content": "<li>PMP</li><li>MSP</li>"}],
            "salaryRange": {"currency": "GBP", "min": 60000, "max": 70000, "interval": "per-year-salary"},
        },
        [
            "PMO Lead",
            "Location: Leeds - hybrid",
            "Salary: GBP 60,000 - 70,000 per year",
            "Lead the office.",
            "Requirements",
            "PMP",
            "MSP",
        ],
    ),
    (
        "https://jobs.ashbyhq.com/sandstone/9b2c",
        "https://api.ashbyhq.com/posting-api/job-board/sandstone?includeCompensation=true",
        {
            "jobs": [
                {"id": "other"},
                {"id": "9b2c", "title": "PMO Lead", "location": "Leeds", "isRemote": True, "descriptionHtml": "<p>Bring a PMP.</p>"},
            ]
        },
        ["PMO Lead", "Location: Leeds - remote", "Bring a PMP."],
    ),
]


@pytest.mark.parametrize(("address", "asked", "answer", "expected"), BOARDS)
def test_job_boards_are_asked_for_their_data(address, asked, answer, expected, monkeypatch):
    addresses = []

    def get(wanted, _limits):
        addresses.append(wanted)
        return web._Answer(wanted, "application/json", json.dumps(answer).encode())

    monkeypatch.setattr(web, "_get", get)
    found = fetch(address).text.split("\n")
    assert addresses == [asked]
    assert [line for line in found if line != "Additional information"] == expected


def test_a_board_that_does_not_know_the_job_leaves_the_page_itself(monkeypatch):
    def get(wanted, _limits):
        if "api" in wanted:
            raise UnreadableFile(wanted, "was answered with 404", "")
        return web._Answer(wanted, "text/html", PAGE)

    monkeypatch.setattr(web, "_get", get)
    assert fetch("https://jobs.lever.co/sandstone/7d1f").text.startswith("PMO Lead")


def test_what_is_an_address():
    assert [is_address(words) for words in ("https://a.example/b", "job.txt", "-", "C:\\job.txt", "ftp://a")] == [
        True,
        False,
        False,
        False,
        True,
    ]
