"""What is asked before a person is protected."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from speakers.models import Protection, SpeakerPage
from speakers.names import spellings
from speakers.safety import registry
from speakers.safety.case import versions_of
from speakers.safety.spellings import Sought

Kind = Protection.Kind
NOBODY = "N. N."


class ProtectionForm(forms.Form):
    """How the person is protected. Nothing is changed by sending it: a look at all places follows."""

    kind = forms.ChoiceField(
        label=_("What is done"),
        choices=[
            (
                Kind.PSEUDONYM,
                _("Give them another name: the conversations stay, told by somebody else"),
            ),
            (
                Kind.WITHDRAW,
                _("Withdraw them: their page goes, and nobody is named in their place"),
            ),
        ],
        widget=forms.RadioSelect,
        initial=Kind.PSEUDONYM,
    )
    pseudonym = forms.CharField(
        label=_("The name instead"),
        max_length=120,
        required=False,
        help_text=_(
            "Stands wherever their name stood. Choose one that nobody has and that tells nothing. "
            "Left empty for somebody who is withdrawn, “N. N.” stands there."
        ),
    )
    keep = forms.MultipleChoiceField(
        label=_("Another name: what may stay"),
        choices=[
            ("role", _("Role, today and then")),
            ("organisation", _("Organisation, today and then")),
            ("countries", _("Country")),
        ],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Portrait, biography, links and other spellings go in any case."),
    )
    appearances = forms.ChoiceField(
        label=_("Withdrawn: among the people of an episode"),
        choices=[
            ("guest", _("stands “A guest whose name we don’t publish”")),
            ("remove", _("nothing is said of them")),
        ],
        widget=forms.RadioSelect,
        initial="guest",
    )
    quotes = forms.ChoiceField(
        label=_("Withdrawn: their quotes"),
        choices=[("keep", _("stay, said by nobody")), ("remove", _("are taken out"))],
        widget=forms.RadioSelect,
        initial="keep",
    )
    extra = forms.CharField(
        label=_("Also look for"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One per line: a nickname, an address, a maiden name, a frequent misspelling."),
    )
    reason = forms.CharField(
        label=_("Why, without the name"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Stays in the log, where colleagues read it: who asked, and when."),
    )

    def __init__(self, *args: Any, person: SpeakerPage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_extra(self) -> list[str]:
        lines = spellings(self.cleaned_data["extra"])
        short = [line for line in lines if len(line) < 3]
        if short:
            raise ValidationError(
                _("“%(word)s” is too short: it would be found in nearly every text."),
                params={"word": short[0]},
            )
        return lines

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("kind") == Kind.WITHDRAW:
            cleaned["pseudonym"] = cleaned.get("pseudonym") or NOBODY
        elif not cleaned.get("pseudonym"):
            self.add_error("pseudonym", _("Write the name that stands there from now on."))
        keys = versions_of(self.person)
        sought = Sought((self.person.title, *registry.names(keys)))
        for field in ("pseudonym", "reason"):
            if sought.matches(cleaned.get(field) or ""):
                self.add_error(field, _("This tells their name: write it without."))
        return cleaned

    def options(self) -> dict[str, Any]:
        """What `Case` reads, with the person's portraits among the pictures that go."""
        chosen = {name: self.cleaned_data[name] for name in ("keep", "appearances", "quotes")}
        keys = versions_of(self.person)
        from speakers.safety.people import portraits

        return {**chosen, "pictures": portraits(keys), "beyond": registry.beyond(keys)}
