// The people of an episode in Wagtail's editor.
//
// Adds a row for somebody who has no page here, and fills the row of a chosen person with who
// they are today. What an editor wrote is never replaced: for an old conversation they write
// what was true on that day.
(() => {
  const panelName = "appearances";

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-add-person-by-name]")) {
      window.wagtail.editHandler.getPanelByName(panelName).addForm();
    }
  });

  document.addEventListener("change", (event) => {
    const [, prefix] = event.target.id?.match(/^(id_appearances-\d+)-speaker$/) ?? [];
    if (!prefix) return;
    const present = chooser(event.target.id)?.getState()?.present;
    if (!present) return;
    for (const name of ["honorific", "role", "country"]) {
      fill(document.getElementById(`${prefix}-${name}`), present[name]);
    }
    fillOrganisation(prefix, present.organisation);
  });

  function chooser(id) {
    return document.getElementById(`${id}-chooser`)?.widget;
  }

  // A field is ours while it is empty or still holds what we filled in.
  function fill(field, value) {
    if (!field || (field.value && field.value !== field.dataset.filledIn)) return;
    field.value = value ?? "";
    field.dataset.filledIn = field.value;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function fillOrganisation(prefix, organisation) {
    const field = document.getElementById(`${prefix}-organisation`);
    const thenName = document.getElementById(`${prefix}-organisation_name`);
    if (!field || thenName?.value) return;
    const isOurs = !field.value || field.value === field.dataset.filledIn;
    if (!isOurs) return;
    chooser(field.id).setState(organisation ?? null);
    field.dataset.filledIn = organisation?.id ?? "";
  }
})();
