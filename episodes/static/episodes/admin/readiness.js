// A line of the readiness list leads to the field that mends it, whatever tab that stands in.
(() => {
  const PREFIX = "#readiness-";
  const WAIT_MS = 50;

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-readiness-field]");
    if (!link || link.getAttribute("href").startsWith("/")) return;
    event.preventDefault();
    show(link.dataset.readinessField, link.dataset.readinessWords);
  });

  window.addEventListener("load", () => {
    if (location.hash.startsWith(PREFIX)) show(location.hash.slice(PREFIX.length));
  });

  function show(name, words = "") {
    const field =
      document.getElementById(`id_${name}-FORMS`) ??
      document.getElementById(`id_${name}`) ??
      document.querySelector(`[data-contentpath="${CSS.escape(name)}"]`);
    if (!field) return;
    const tab = field.closest("[role=tabpanel]");
    if (tab) document.querySelector(`[role=tab][href="#${tab.id}"]`)?.click();
    const panel = field.closest(".w-panel") ?? field;
    panel.scrollIntoView({ block: "center" });
    panel.querySelector("input:not([type=hidden]), textarea, select, button")?.focus();
    if (words) select(panel, words.split(" … ")[0]);
  }

  // Marks the words where they stand. Blanks are shown as signs, one for each.
  function select(panel, words) {
    const shown = (text) =>
      text.replace(/[\u00a0\u2007\u202f]/g, "°").replace(/[ °]{2,}/g, (many) => "·".repeat(many.length));
    const find = (text) => [text, shown(text)].map((one) => one.indexOf(words)).find((at) => at >= 0) ?? -1;
    for (const box of panel.querySelectorAll("input:not([type=hidden]), textarea")) {
      const at = find(box.value);
      if (at < 0) continue;
      box.focus();
      box.setSelectionRange(at, at + words.length);
      return;
    }
    // The titles of blocks repeat their words, and nobody sees them.
    for (const editor of panel.querySelectorAll("[contenteditable=true]")) {
      const texts = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const text = texts.currentNode;
        const at = find(text.data);
        if (at < 0) continue;
        // Marks show in an editor that one is in; it writes its words anew when one comes.
        if (editor !== document.activeElement) {
          editor.focus({ preventScroll: true });
          setTimeout(() => select(panel, words), WAIT_MS);
        }
        getSelection().setBaseAndExtent(text, at, text, at + words.length);
        text.parentElement.scrollIntoView({ block: "center" });
        return;
      }
    }
  }
})();
