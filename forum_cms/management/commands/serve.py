"""`manage.py serve`: Django's development server, which tells the site's addresses last."""

import errno
import socket
import sys
from typing import Any

from django.core.management.base import CommandError
from django.core.management.commands.runserver import Command as RunserverCommand
from django.urls import reverse


class Command(RunserverCommand):
    help = "Serve the site on this machine, and print where it is."

    addr: str
    port: str

    def run(self, **options: Any) -> None:
        # Asked before the reloader starts, which would end without saying what to do.
        try:
            with socket.create_server((self.addr, int(self.port))):
                pass
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            other = int(self.port) + 1
            raise CommandError(
                f"Something else listens on port {self.port} here. Choose another one: "
                f"make run PORT={other}"
            ) from error
        super().run(**options)

    def on_bind(self, server_port: int) -> None:
        host = "localhost" if self.addr in ("0", self.default_addr) else self.addr
        site = f"{self.protocol}://{host}:{server_port}"
        self.stdout.write(
            f"\nSite:  {site}/\nAdmin: {site}{reverse('wagtailadmin_home')}\nControl-C stops it.\n"
        )
        sys.stdout.flush()
