"""`manage.py serve`: Django's development server, which tells the site's addresses last."""

import sys

from django.core.management.commands.runserver import Command as RunserverCommand
from django.urls import reverse


class Command(RunserverCommand):
    help = "Serve the site on this machine, and print where it is."

    addr: str

    def on_bind(self, server_port: int) -> None:
        host = "localhost" if self.addr in ("0", self.default_addr) else self.addr
        site = f"{self.protocol}://{host}:{server_port}"
        self.stdout.write(
            f"\nSite:  {site}/\nAdmin: {site}{reverse('wagtailadmin_home')}\nControl-C stops it.\n"
        )
        sys.stdout.flush()
