"""`manage.py serve`: Django's development server, which tells the site's addresses last."""

import sys

from django.core.management.commands.runserver import Command as RunserverCommand
from django.urls import reverse


class Command(RunserverCommand):
    help = "Serve the site on this machine, and print where it is."

    def on_bind(self, server_port: int) -> None:
        host = self.addr if self.addr not in ("0", "0.0.0.0", "127.0.0.1") else "localhost"
        site = f"{self.protocol}://{host}:{server_port}"
        self.stdout.write(
            f"\nSite:  {site}/\nAdmin: {site}{reverse('wagtailadmin_home')}\n"
            "Control-C stops it.\n"
        )
        sys.stdout.flush()
