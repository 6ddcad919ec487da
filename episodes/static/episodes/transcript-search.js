/* Searches in the transcript: marks what is found and steps from place to place.
   Accents and case don't count. */

const MARK = "transcript-found";
const WAIT_MS = 120;
/** One letter of most scripts would be found everywhere; of these it is a word. */
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Where a needle stands in a text: letters of the text, though it is compared folded. */
function places(text, needle) {
  const origin = [];
  let folded = "";
  for (let at = 0; at < text.length; at += 1) {
    const letter = fold(text[at]);
    folded += letter;
    for (let n = 0; n < letter.length; n += 1) origin.push(at);
  }
  const found = [];
  let at = folded.indexOf(needle);
  while (at >= 0) {
    found.push([origin[at], origin[at + needle.length - 1] + 1]);
    at = folded.indexOf(needle, at + needle.length);
  }
  return found;
}

class TranscriptSearch extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.input = this.querySelector("input");
    this.status = this.querySelector(".transcript-count");
    this.buttons = [...this.querySelectorAll("[data-step]")];
    this.found = [];
    this.at = -1;
    this.input.addEventListener("input", () => {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.search(), WAIT_MS);
    });
    this.addEventListener("keydown", (event) => this.#key(event));
    this.addEventListener("click", (event) => {
      const button = event.target.closest("[data-step]");
      if (button) this.step(Number(button.dataset.step));
    });
  }

  disconnectedCallback() {
    clearTimeout(this.waiting);
    CSS.highlights?.clear();
  }

  get words() {
    return this.closest("transcript-body").querySelector("transcript-words");
  }

  search() {
    const needle = fold(this.input.value.trim().replace(/\s+/g, " "));
    this.sentences ??= [...this.words.querySelectorAll("[data-s]")];
    this.texts ??= this.sentences.map((sentence) => fold(sentence.textContent));
    this.searched = this.input.value;
    this.found = [];
    const isEnough = needle.length > 1 || WORD.test(needle);
    if (isEnough) {
      this.texts.forEach((text, number) => {
        if (text.includes(needle)) this.#collect(this.sentences[number], needle);
      });
    }
    this.#mark("", this.found.map((place) => place.range));
    this.isNothing = isEnough && !this.found.length;
    this.#show(this.found.length ? 0 : -1);
  }

  #collect(sentence, needle) {
    const text = sentence.firstChild;
    for (const [start, end] of places(text.data, needle)) {
      const range = new Range();
      range.setStart(text, start);
      range.setEnd(text, end);
      this.found.push({ sentence, range });
    }
  }

  /** To the next place, or the one before. */
  step(by) {
    if (this.searched !== this.input.value) this.search();
    else if (this.found.length) {
      this.#show((this.at + by + this.found.length) % this.found.length);
    }
  }

  #show(at) {
    this.sentence?.removeAttribute("data-found");
    this.at = at;
    const place = this.found[at];
    for (const button of this.buttons) button.disabled = !place;
    const { none, count } = this.dataset;
    const said = count.replace("%n", at + 1).replace("%t", this.found.length);
    this.status.textContent = place ? said : this.isNothing ? none : "";
    this.#mark("-now", place ? [place.range] : []);
    this.sentence = place?.sentence;
    this.sentence?.setAttribute("data-found", "");
    if (place) this.words.show(place.sentence);
  }

  #mark(which, ranges) {
    // Older browsers have no such marks: there the sentence is marked alone.
    if (CSS.highlights) CSS.highlights.set(MARK + which, new Highlight(...ranges));
  }

  #key(event) {
    if (event.target !== this.input) return;
    if (event.key === "Enter") {
      event.preventDefault();
      this.step(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape" && this.input.value) {
      event.preventDefault();
      this.input.value = "";
      this.search();
    }
  }
}

customElements.define("transcript-search", TranscriptSearch);
