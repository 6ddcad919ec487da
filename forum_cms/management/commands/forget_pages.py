"""`forget_pages`: visitors get every page anew."""

from typing import Any

from django.core.management.base import BaseCommand

from forum_cms.page_cache import version


class Command(BaseCommand):
    help = "Show no page again that was kept for visitors; after SQL by hand or other settings."

    def handle(self, *args: Any, **options: Any) -> None:
        version.renew()
        self.stdout.write(self.style.SUCCESS("Every page is made anew when it is next asked for."))
