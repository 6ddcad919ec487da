// A free day of the series becomes the date of the episode.
document.addEventListener("click", (event) => {
  const day = event.target.closest("[data-free-day]")?.dataset.freeDay;
  const field = day && document.getElementById("id_published_on");
  if (!field) return;
  field.value = day;
  field.dispatchEvent(new Event("change", { bubbles: true }));
});
