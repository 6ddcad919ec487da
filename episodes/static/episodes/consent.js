/* Asks before the first play of another house, and remembers the answer where that is wanted.

   The player sends `player:ask` before it calls anybody. Nothing is stored for those who don't
   press play, nor for those who play without ticking the box: only the names of the houses that
   may play unasked, in this browser, under one key. No cookie is ever set. */

const KEY = "play-unasked";

/** The hosts that may play unasked; none where the browser keeps nothing. */
function remembered() {
  try {
    const hosts = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(hosts) ? hosts.filter((host) => typeof host === "string") : [];
  } catch {
    return [];
  }
}

/** Those who may play on this page, until it is left. */
const agreed = new Set();

function remember(host) {
  try {
    localStorage.setItem(KEY, JSON.stringify([...new Set([...remembered(), host])]));
  } catch {
    // Then it is asked again next time.
  }
}

function forget() {
  agreed.clear();
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}

const hostOf = (link) => new URL(link.dataset.embed).host;

/** The question for one house, over the poster. */
function question(link, go) {
  const host = hostOf(link);
  const box = document.getElementById("consent").content.firstElementChild.cloneNode(true);
  for (const place of box.querySelectorAll("[data-house]")) place.textContent = link.dataset.house;
  for (const place of box.querySelectorAll("[data-host]")) place.textContent = host;
  const close = () => {
    box.remove();
    link.focus();
  };
  box.querySelector("[data-no]").addEventListener("click", close);
  box.addEventListener("keydown", (event) => event.key === "Escape" && close());
  box.querySelector("[data-go]").addEventListener("click", () => {
    agreed.add(host);
    if (box.querySelector("[data-remember]").checked) remember(host);
    box.remove();
    go();
    showKept();
  });
  return box;
}

/** The sentence that says what is remembered, with the button that takes it back. */
function showKept() {
  const hosts = remembered();
  for (const kept of document.querySelectorAll(".consent-kept")) {
    kept.hidden = hosts.length === 0;
    kept.querySelector("[data-kept]").textContent = hosts.join(", ");
  }
}

document.addEventListener("player:ask", (event) => {
  const { link, go } = event.detail;
  const host = hostOf(link);
  if (agreed.has(host) || remembered().includes(host)) return;
  event.preventDefault();
  const frame = event.target.querySelector(".player-frame");
  frame.querySelector(".consent")?.remove();
  const box = question(link, go);
  frame.append(box);
  box.querySelector("[data-go]").focus();
});

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-forget]")) return;
  forget();
  showKept();
});

showKept();
