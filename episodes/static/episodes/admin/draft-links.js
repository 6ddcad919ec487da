// One press copies the address of a shared draft; without this, it is marked and copied by hand.
const status = document.querySelector("[data-draft-copied]");
for (const field of document.querySelectorAll("[data-draft-link]")) {
  field.addEventListener("focus", () => field.select());
  const button = field.parentElement.querySelector("[data-draft-copy]");
  if (!button || !navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      button.textContent = "✓";
      status.textContent = status.dataset.draftCopied;
    } catch {
      field.focus();
      status.textContent = status.dataset.failed;
    }
  });
}
