// The lines that a field was read from are marked beside it; takeaways change places; one button
// chooses a new page for everybody who has none.

const lines = document.querySelector(".article-source");

function show(value) {
  for (const line of lines.querySelectorAll(".article-here")) line.classList.remove("article-here");
  const line = document.getElementById(`line-${value?.dataset.articleLine}`);
  if (!line) return;
  line.classList.add("article-here");
  // Only the article moves, and only where it has a box of its own beside the fields.
  if (lines.scrollHeight > lines.clientHeight) {
    lines.scrollTop = line.offsetTop - lines.offsetTop - lines.clientHeight / 3;
  }
}

for (const event of ["focusin", "click"]) {
  document.querySelector(".article-understood").addEventListener(event, ({ target }) => {
    show(target.closest(".article-value"));
  });
}

function addMoves(list) {
  const fields = [...list.querySelectorAll("textarea")];
  fields.forEach((field, at) => {
    const moves = document.createElement("div");
    moves.className = "article-moves";
    for (const [step, mark, label] of [
      [-1, "↑", list.dataset.articleUp],
      [1, "↓", list.dataset.articleDown],
    ]) {
      const other = fields[at + step];
      if (!other) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button button-small button-secondary";
      button.textContent = mark;
      button.setAttribute("aria-label", label);
      button.addEventListener("click", () => {
        [field.value, other.value] = [other.value, field.value];
        other.focus();
      });
      moves.append(button);
    }
    field.after(moves);
  });
}

const takeaways = document.querySelector("[data-article-moves]");
if (takeaways) addMoves(takeaways);

// Where a page has the name, or one like it, somebody has to look.
const isUnknown = (choice) => !choice.querySelector("input[type=radio]:not([value=new], [value=leave], [value=other], [value=out])");
const all = document.querySelector("[data-article-all]");
const unknown = [...document.querySelectorAll("fieldset:has(input[value=new])")].filter(isUnknown);
if (all && unknown.length > 1) {
  all.hidden = false;
  all.querySelector("button").addEventListener("click", () => {
    for (const choice of unknown) {
      if (choice.querySelector("[value=leave]").checked) choice.querySelector("[value=new]").checked = true;
    }
    all.querySelector("[role=status]").textContent = all.dataset.articleAll;
  });
}
