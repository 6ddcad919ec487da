/* Another language of the transcript without a new page: what plays goes on playing. */

class TranscriptBody extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", (event) => {
      const link = event.target.closest("a[data-language]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.#change(link);
    });
  }

  async #change(link) {
    this.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(link.href);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const body = page.querySelector("transcript-body");
      const language = new URL(link.href).searchParams.get("transcript");
      this.replaceWith(body);
      const address = new URL(location.href);
      address.searchParams.set("transcript", language);
      history.replaceState(history.state, "", address);
      body.querySelector("a[data-language][aria-current]")?.focus();
    } catch {
      // The link leads there, too.
      location.assign(link.href);
    }
  }
}

customElements.define("transcript-body", TranscriptBody);
