/* Copying, the system's own sheet, and the present second. Links and files work without this.

   The player tells the second that plays in `player:time`; a choice of it changes every address
   that the box offers, and nothing else. */

class ShareTools extends HTMLElement {
  connectedCallback() {
    this.second = null;
    this.address = this.querySelector(".share-address");
    this.chosen = this.querySelector("[data-second]");
    for (const buttons of this.querySelectorAll(".share-buttons")) buttons.hidden = false;
    this.querySelector("[data-system]").hidden = !navigator.share;
    this.firstAddress = this.address.value;
    this.links = [...this.querySelectorAll(".share-links a, .share-files a")].map((link) => ({
      link,
      href: link.getAttribute("href"),
    }));
    this.citation = this.querySelector(".share-citation");
    this.firstCitation = this.citation.textContent;
    this.addEventListener("click", (event) => this.#press(event.target.closest("button")));
    this.addEventListener("change", () => this.#write());
    this.told = new AbortController();
    document.addEventListener("player:time", (event) => this.#hear(event.detail), {
      signal: this.told.signal,
    });
  }

  disconnectedCallback() {
    this.told.abort();
  }

  #hear({ time, isMain = true }) {
    if (!isMain || time < 1) return;
    this.second = Math.floor(time);
    this.querySelector(".share-second").hidden = false;
    this.querySelector("[data-clock]").textContent = clock(this.second);
    if (this.chosen.checked && !this.contains(document.activeElement)) this.#write();
  }

  /** The addresses at the chosen second, or as they were. */
  #write() {
    const second = this.chosen.checked ? this.second : null;
    const url = second === null ? this.firstAddress : `${this.dataset.address}?t=${second}`;
    this.address.value = url;
    this.citation.textContent = this.firstCitation.replace(this.firstAddress, url);
    for (const { link, href } of this.links) {
      if (link.download !== undefined && link.hasAttribute("download")) {
        link.href = second === null ? href : `${href.split("?")[0]}?t=${second}`;
      } else {
        link.href = href.replaceAll(encodeURIComponent(this.firstAddress), encodeURIComponent(url));
      }
    }
  }

  async #press(button) {
    if (!button) return;
    this.#write();
    if (button.hasAttribute("data-system")) {
      // Whoever closes the sheet has changed their mind: that is no error.
      await navigator
        .share({ title: this.dataset.title, url: this.address.value })
        .catch(() => undefined);
      return;
    }
    const source = document.getElementById(button.dataset.copy);
    await this.#copy(source.value ?? source.textContent, source);
  }

  async #copy(text, source) {
    const status = this.querySelector("[data-status]");
    try {
      await navigator.clipboard.writeText(text);
      status.textContent = status.dataset.copied;
    } catch {
      getSelection().selectAllChildren(source);
      source.select?.();
      status.textContent = status.dataset.failed;
    }
    status.classList.remove("visually-hidden");
  }
}

/** 754 → "12:34". */
function clock(seconds) {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[0] ? parts : parts.slice(1);
  return shown.map((part, place) => (place ? String(part).padStart(2, "0") : part)).join(":");
}

customElements.define("share-tools", ShareTools);
