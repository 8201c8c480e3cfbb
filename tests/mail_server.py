"""A real mail server for one test: it keeps what it takes and refuses what it is told to."""

import socketserver
import threading
from contextlib import contextmanager
from email import message_from_bytes, policy


class _Talk(socketserver.StreamRequestHandler):
    def handle(self):
        self.say("220 post.test")
        while line := self.rfile.readline().decode().strip():
            word = line.upper().partition(" ")[0].partition(":")[0]
            if word == "DATA":
                self.say("354 go on")
                if not self.take():
                    return
            elif word == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say(self.server.answers.get(word, "250 ok"))

    def take(self):
        data = b""
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            data += line
        self.server.letters.append(message_from_bytes(data, policy=policy.default))
        self.server.taken.set()
        if self.server.silent_after_data:
            self.server.hold.wait(20)
            return False
        self.say(self.server.answers.get("DATA", "250 taken"))
        return True

    def say(self, text):
        self.wfile.write(f"{text}\r\n".encode())


class MailServer(socketserver.ThreadingTCPServer):
    """`answers` replace «250 ok» by command: {"RCPT": "550 no such user"}."""

    allow_reuse_address = daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Talk)
        self.letters, self.answers = [], {}
        self.silent_after_data = False
        self.taken, self.hold = threading.Event(), threading.Event()

    @property
    def port(self):
        return self.server_address[1]


@contextmanager
def running():
    with MailServer() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server
        finally:
            server.hold.set()
            server.shutdown()
