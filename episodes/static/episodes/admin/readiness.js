// A line of the readiness list leads to the field that mends it, whatever tab that stands in.
(() => {
  const PREFIX = "#readiness-";

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-readiness-field]");
    if (!link || link.getAttribute("href").startsWith("/")) return;
    event.preventDefault();
    show(link.dataset.readinessField);
  });

  window.addEventListener("load", () => {
    if (location.hash.startsWith(PREFIX)) show(location.hash.slice(PREFIX.length));
  });

  function show(name) {
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
  }
})();
