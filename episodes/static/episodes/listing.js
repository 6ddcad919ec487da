/* Filters, words, order and pages of a list without loading the whole page anew.

   <episode-listing> stands around links and a form that work by themselves. */

const here = () => location.pathname + location.search;

class EpisodeListing extends HTMLElement {
  connectedCallback() {
    this.shown = here();
    this.addEventListener("click", (event) => {
      const link = event.target.closest("a[data-swap]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.show(link.href, link);
    });
    this.addEventListener("submit", (event) => {
      event.preventDefault();
      const pairs = [...new FormData(event.target)].filter((pair) => pair[1]);
      this.show(`${event.target.action}?${new URLSearchParams(pairs)}`, event.target);
    });
    this.addEventListener("change", ({ target }) => {
      if (target.name === "sort") target.form.requestSubmit();
    });
    addEventListener("popstate", () => here() !== this.shown && this.show(location.href));
  }

  /** Puts the list of another address here; `cause`, if any, is what was pressed for it. */
  async show(address, cause) {
    this.asked?.abort();
    this.asked = new AbortController();
    this.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(address, { signal: this.asked.signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      this.swap(page, answer.url, cause);
    } catch (error) {
      if (error.name !== "AbortError") location.assign(address);
    }
  }

  swap(page, address, cause) {
    const next = page.querySelector("[data-listing]");
    const open = this.querySelector("[popover]:popover-open");
    const focused = document.activeElement.id;
    if (cause) history.pushState(null, "", address);
    this.shown = here();
    document.title = page.title;
    this.querySelector("[data-listing]").replaceWith(next);
    this.removeAttribute("aria-busy");
    const words = next.querySelector("#choice");
    if (open) next.querySelector("[popover]")?.showPopover();
    const paged = cause?.closest(".paging");
    const target = (!paged && focused && next.querySelector(`#${CSS.escape(focused)}`)) || words;
    target.focus();
    if (paged) words.scrollIntoView();
    this.querySelector("[role=status]").textContent = words.textContent;
  }
}

customElements.define("episode-listing", EpisodeListing);
