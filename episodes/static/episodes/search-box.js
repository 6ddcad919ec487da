/* Suggestions as one types: a combobox with a list (WAI-ARIA Authoring Practices).

   <search-box> stands around a form that works by itself. Arrows move through the list, Enter
   goes to the chosen page or searches, Escape closes. Nothing is remembered. */

const PAUSE_MS = 150;
const SHORTEST = 2;

class SearchBox extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector("input");
    this.list = this.querySelector("[role=listbox]");
    this.status = this.querySelector("[role=status]");
    this.chosen = -1;
    const set = (name, value) => this.input.setAttribute(name, value);
    set("role", "combobox");
    set("aria-autocomplete", "list");
    set("aria-expanded", "false");
    set("aria-controls", this.list.id);
    this.input.addEventListener("input", () => this.wait());
    this.input.addEventListener("keydown", (event) => this.press(event));
    this.addEventListener("focusout", (event) => {
      if (!this.contains(event.relatedTarget)) this.close();
    });
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
  }

  wait() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), PAUSE_MS);
  }

  async ask() {
    this.request?.abort();
    const query = this.input.value.trim();
    if (query.length < SHORTEST) return this.close();
    this.request = new AbortController();
    const address = `${this.dataset.suggest}?q=${encodeURIComponent(query)}`;
    try {
      const answer = await fetch(address, { signal: this.request.signal });
      if (answer.ok && this.contains(document.activeElement)) {
        this.show((await answer.json()).suggestions);
      }
    } catch {
      this.close(); // typed on, or offline: the form still works
    }
  }

  show(suggestions) {
    this.chosen = -1;
    this.list.replaceChildren(...suggestions.map((one, index) => this.option(one, index)));
    this.status.textContent = suggestions.length ? "" : this.dataset.none;
    this.open(suggestions.length > 0);
  }

  option({ kind, title, url }, index) {
    const item = document.createElement("li");
    item.id = `${this.list.id}-${index}`;
    item.role = "option";
    item.dataset.url = url;
    item.className = "search-option";
    const name = document.createElement("span");
    name.textContent = title;
    const type = document.createElement("span");
    type.className = "search-option-kind";
    type.textContent = kind;
    item.append(name, " ", type);
    item.addEventListener("click", () => location.assign(url));
    return item;
  }

  open(isOpen) {
    this.list.hidden = !isOpen;
    this.input.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) this.input.removeAttribute("aria-activedescendant");
  }

  close() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.chosen = -1;
    this.open(false);
  }

  choose(index) {
    const options = [...this.list.children];
    this.chosen = (index + options.length + 1) % (options.length + 1);
    if (this.chosen === options.length) this.chosen = -1; // back in the field
    options.forEach((option, at) => option.setAttribute("aria-selected", at === this.chosen));
    const active = options[this.chosen];
    if (active) {
      this.input.setAttribute("aria-activedescendant", active.id);
      active.scrollIntoView({ block: "nearest" });
    } else this.input.removeAttribute("aria-activedescendant");
  }

  press(event) {
    const isOpen = !this.list.hidden;
    if (event.key === "Escape" && isOpen) this.close();
    else if (event.key === "ArrowDown" && isOpen) this.choose(this.chosen + 1);
    else if (event.key === "ArrowDown") this.ask();
    else if (event.key === "ArrowUp" && isOpen) {
      this.choose(this.chosen < 0 ? this.list.children.length - 1 : this.chosen - 1);
    } else if (event.key === "Enter" && isOpen && this.chosen >= 0) {
      location.assign(this.list.children[this.chosen].dataset.url);
    } else return;
    event.preventDefault();
  }
}

customElements.define("search-box", SearchBox);
