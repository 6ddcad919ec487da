// A file may be dropped anywhere on the page; a text pasted from Word keeps its headings and lists.

const file = document.querySelector("#id_file");
const text = document.querySelector("#id_text");
const pasted = document.querySelector("#id_pasted");
const LARGEST = 900_000;
let rich = "";

text.addEventListener("paste", ({ clipboardData }) => {
  const isAlone = text.value.trim() === "" || text.selectionEnd - text.selectionStart === text.value.length;
  const html = isAlone ? clipboardData.getData("text/html") : "";
  rich = html.length < LARGEST ? html : "";
});

// The paste itself comes first. Whatever is written after it counts as it is read in the box.
text.addEventListener("input", () => {
  pasted.value = rich;
  rich = "";
});

document.addEventListener("dragover", (event) => {
  if (event.dataTransfer.types.includes("Files")) event.preventDefault();
});

document.addEventListener("drop", (event) => {
  if (!event.dataTransfer.files.length || event.target === file) return;
  event.preventDefault();
  file.files = event.dataTransfer.files;
  file.dispatchEvent(new Event("change", { bubbles: true }));
  file.focus();
});
