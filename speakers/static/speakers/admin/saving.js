// Wagtail's editor saves in the background, and some things get lost on the way:
// - A button pressed meanwhile sends the form beside that save; whichever is slower wins, and rows
//   that have no number yet are made twice. Here the button waits for the answer.
// - What is typed during a save counts as saved when its answer comes.
// - It writes over its own last save, even where that was changed since: here it says when that was.
// - What is typed before the editor begins to look for changes counts as there already.
(() => {
  const PATIENCE_MS = 60_000; // Longer than a site takes; nothing else ends a line that went dead.
  const PRESSED_MS = 5_000;
  // Not part of what is saved, or counted otherwise.
  const OTHERS = /^(comments-|csrfmiddlewaretoken$|loaded_revision_|overwrite_revision_|next$)/;

  const form = document.querySelector("form[data-edit-form]");
  if (!form) return;

  let saving = null; // What the save in the background took with it.
  let waiting = null; // The button that was pressed meanwhile, for so long:
  let timer = null;
  let savedAt = ""; // By the site's clock.
  let isPressed = false; // The button that waited: its form is on its way.
  let isTouched = false; // Since the last save.

  const touch = (event) => (isTouched ||= event.isTrusted);
  form.addEventListener("input", touch);
  form.addEventListener("change", touch);

  form.addEventListener("w-unsaved:watch-edits", () => {
    if (isTouched) markAsEdited();
  });

  document.addEventListener("w-autosave:save", (event) => {
    if (form.inert || isPressed) event.preventDefault(); // It is being sent.
    if (event.defaultPrevented) return;
    if (savedAt) event.detail.formData.set("overwrite_revision_created_at", savedAt);
    saving = entries(event.detail.formData);
    isTouched = false;
  });

  document.addEventListener("w-autosave:success", ({ detail }) => {
    const saved = new Map(saving);
    savedAt = detail.data.revision_created_at ?? "";
    for (const [name, value] of Object.entries(detail.data.field_updates ?? {})) saved.set(name, [value]);
    goOn();
    if (isPressed || isSame(saved, entries(new FormData(form)))) return;
    markAsEdited();
    // It was marked until this moment: the editor sees no change of the mark.
    const options = { bubbles: true, cancelable: true, detail: { type: "edits" } };
    form.dispatchEvent(new CustomEvent("w-unsaved:add", options));
  });

  document.addEventListener("w-autosave:error", goOn);

  document.addEventListener(
    "click",
    (event) => {
      const button = event.target.closest("button, input");
      if (!saving || button?.type !== "submit" || button.form !== form) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      waiting = button;
      waiting.dataset.wProgressLoadingValue = "true"; // It shows that it was pressed.
      timer ??= setTimeout(goOn, PATIENCE_MS);
    },
    { capture: true },
  );

  function goOn() {
    const button = waiting;
    clearTimeout(timer);
    saving = waiting = timer = null;
    if (!button) return;
    isPressed = true;
    setTimeout(() => (isPressed = false), PRESSED_MS);
    button.dataset.wProgressLoadingValue = "false";
    setTimeout(() => button.click()); // When the editor has seen that it can be pressed again.
  }

  // As the editor itself does when it sees a change: it warns who leaves, and saves.
  function markAsEdited() {
    form.dataset.wUnsavedForceValue = "true"; // Until saved, or it would look again and see none.
    form.dataset.wUnsavedHasEditsValue = "true";
  }

  function entries(data) {
    const all = new Map();
    for (const [name, value] of data) {
      if (OTHERS.test(name)) continue;
      const text = value instanceof File ? `${value.name} ${value.size}` : value;
      all.set(name, [...(all.get(name) ?? []), text]);
    }
    return all;
  }

  function isSame(one, other) {
    const names = new Set([...one.keys(), ...other.keys()]);
    return [...names].every((name) => String(one.get(name) ?? []) === String(other.get(name) ?? []));
  }
})();
