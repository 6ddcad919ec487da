/* Marks the chapter that plays. The links work by themselves. */

class EpisodeChapters extends HTMLElement {
  connectedCallback() {
    this.links = [...this.querySelectorAll("a[data-play]")].reverse();
    this.mark = ({ detail: { time, isMain } }) => {
      const now = isMain && this.links.find((link) => Number(link.dataset.play) <= time + 0.25);
      if (now === this.now) return;
      this.now?.removeAttribute("aria-current");
      if (now) now.setAttribute("aria-current", "true");
      this.now = now;
    };
    document.addEventListener("player:time", this.mark);
  }

  disconnectedCallback() {
    document.removeEventListener("player:time", this.mark);
  }
}

customElements.define("episode-chapters", EpisodeChapters);
