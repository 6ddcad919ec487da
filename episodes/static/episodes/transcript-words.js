/* Follows the video through the sentences, and the other way round: a press on a sentence plays it.

   Scrolls inside its own box only, and only until the reader scrolls: then a button leads back. */

const MOVES = ["wheel", "touchmove", "pointerdown", "keydown"];
const KEYS = ["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", " "];
/** Players tell the second now and then; a sentence may begin just after they did. */
const EARLY_S = 0.15;
/** So many frames after a leap the place is looked at again. */
const AGAIN = 4;

class TranscriptWords extends HTMLElement {
  connectedCallback() {
    this.sentences = [...this.querySelectorAll("[data-s]")];
    this.starts = this.sentences.map((sentence) => Number(sentence.dataset.s));
    this.at = -1;
    this.isAway = false;
    this.here = this.parentElement.querySelector("[data-here]");
    this.follow = this.parentElement.querySelector("[data-follow]");
    this.copy = this.here.querySelector("[data-copy]");
    this.begin = this.here.querySelector("[data-begin]");
    this.told = new AbortController();
    this.#label(0);
    const options = { signal: this.told.signal };
    document.addEventListener("player:time", (event) => this.#hear(event.detail), options);
    this.addEventListener("click", (event) => this.#press(event), options);
    for (const name of MOVES) {
      this.addEventListener(name, (event) => this.#move(event), { ...options, passive: true });
    }
    this.follow.addEventListener("click", () => this.#return(), options);
    this.copy.addEventListener("click", () => this.#copy(), options);
    this.begin.addEventListener("click", () => this.#play(this.second), options);
    this.closest("details")?.addEventListener("toggle", () => this.#return(), options);
  }

  disconnectedCallback() {
    this.told.abort();
  }

  /** Brings a sentence to the middle of the box; the reader chose it, so nothing is followed. */
  show(sentence) {
    this.#scrollTo(sentence);
    this.#away(this.at >= 0);
    this.#offer(Number(sentence.dataset.s));
  }

  #hear({ time, isMain }) {
    const at = isMain ? this.#indexAt(time + EARLY_S) : -1;
    if (at === this.at) return;
    this.sentences[this.at]?.removeAttribute("aria-current");
    this.at = at;
    const sentence = this.sentences[at];
    if (!sentence) return;
    sentence.setAttribute("aria-current", "true");
    if (this.isAway) return;
    this.#offer(this.starts[at]);
    this.#scrollTo(sentence);
  }

  #indexAt(time) {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle] <= time) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  #press(event) {
    const sentence = event.target.closest("[data-s]");
    // Whoever marks words with the mouse wants to copy them.
    if (!sentence || !getSelection().isCollapsed) return;
    this.#offer(Number(sentence.dataset.s));
    this.#play(this.second);
  }

  #play(second) {
    this.#away(false);
    this.dispatchEvent(new CustomEvent("player:seek", { bubbles: true, detail: second }));
  }

  #move(event) {
    if (event.type === "keydown" && !KEYS.includes(event.key)) return;
    // The bar of the box itself; a press on a sentence is no scrolling.
    if (event.type === "pointerdown" && event.target !== this) return;
    this.goal = null;
    if (this.at >= 0) this.#away(true);
  }

  #away(isAway) {
    this.isAway = isAway;
    this.follow.hidden = !isAway;
  }

  #return() {
    this.#away(false);
    const sentence = this.sentences[this.at];
    if (!sentence) return;
    this.#offer(this.starts[this.at]);
    this.#scrollTo(sentence);
  }

  /** After a leap once more: parts that were never seen turn out higher or lower than guessed. */
  #scrollTo(sentence, again = AGAIN) {
    const box = this.getBoundingClientRect();
    const words = sentence.getBoundingClientRect();
    if (!box.height) return;
    const way = words.top - box.top - (box.height - words.height) / 2;
    this.scrollTop += way;
    this.goal = sentence;
    if (!again || (again === AGAIN && Math.abs(way) < box.height)) return;
    requestAnimationFrame(() => {
      if (this.goal === sentence) this.#scrollTo(sentence, again - 1);
    });
  }

  /** Offers the link to a second. */
  #offer(second) {
    this.#label(second);
    this.here.hidden = false;
  }

  #label(second) {
    this.second = second;
    const whole = Math.floor(second);
    const minutes = Math.floor(whole / 60);
    const clock = [minutes, whole % 60];
    if (minutes >= 60) clock.splice(0, 1, Math.floor(minutes / 60), minutes % 60);
    const [first, ...rest] = clock.map(String);
    const time = [first, ...rest.map((part) => part.padStart(2, "0"))].join(":");
    for (const words of this.here.querySelectorAll("[data-label]")) {
      words.textContent = words.dataset.label.replace("%s", time);
    }
  }

  async #copy() {
    const address = new URL(location.href);
    address.searchParams.set("t", Math.floor(this.second));
    address.hash = "";
    // In the address bar, too: some browsers let nobody near the clipboard.
    history.replaceState(history.state, "", address);
    await navigator.clipboard?.writeText(address.href).catch(() => {});
    const status = this.here.querySelector("[data-copied]");
    status.textContent = status.dataset.copied;
    setTimeout(() => (status.textContent = ""), 2500);
  }
}

customElements.define("transcript-words", TranscriptWords);
