"""`manage.py make_admin --once`: the first administrator, with a random password."""

import secrets
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser

PASSWORD_BYTES = 15


class Command(BaseCommand):
    help = "Make an administrator with a random password, which is printed once and kept nowhere."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--name", default="admin", help="Login name (default: admin).")
        parser.add_argument(
            "--once", action="store_true", help="Do nothing when there is an administrator."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        user_model = get_user_model()
        if options["once"] and user_model.objects.filter(is_superuser=True).exists():
            return
        name = options["name"]
        if user_model.objects.filter(**{user_model.USERNAME_FIELD: name}).exists():
            raise CommandError(f"There is already somebody named “{name}”: choose another --name.")
        password = secrets.token_urlsafe(PASSWORD_BYTES)
        user_model.objects.create_superuser(name, password=password)
        self.stdout.write(
            f"\nAdministrator made.\n  name:     {name}\n  password: {password}\n"
            "It is shown this once. Change it after signing in: "
            "your name (bottom left), Account, Password.\n"
        )
