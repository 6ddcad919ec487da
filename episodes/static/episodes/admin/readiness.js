// A line of the readiness list leads to the field that mends it, whatever tab that stands in.
(() => {
  const PREFIX = "#readiness-";

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
    const texts = document.createTreeWalker(panel, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const at = find(texts.currentNode.data);
      if (at < 0) continue;
      getSelection().setBaseAndExtent(texts.currentNode, at, texts.currentNode, at + words.length);
      texts.currentNode.parentElement.scrollIntoView({ block: "center" });
      return;
    }
  }
})();
