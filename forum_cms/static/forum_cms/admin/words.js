// Words of Wagtail's scripts that its own catalogue leaves in English.
Object.assign(django.catalog, JSON.parse(document.getElementById("words-of-scripts").textContent));
