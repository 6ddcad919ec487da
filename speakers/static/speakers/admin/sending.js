// What is sent with a button is sent once, and where words would be lost with it, only if it can arrive:
// who is signed out meanwhile, or has no line, is told so while everything they wrote still stands there.
(() => {
  const { address, signIn, signedOut, gone, unreachable, close } = document.currentScript.dataset;
  const ASKED_FOR_MS = 30_000;
  const SENT_FOR_MS = 60_000;

  let asking = false;
  let ready = null; // The button whose question was answered well.

  document.addEventListener(
    "click",
    async (event) => {
      const button = event.target.closest?.("button, input");
      const form = button?.form;
      if (button?.type !== "submit" || !isPosted(form)) return;
      const isAsked = form.matches("[data-edit-form], [data-asks-first]") && ready !== button;
      if (!asking && !isAsked && !form.inert) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (asking || form.inert) return;
      asking = true;
      const obstacle = await ask(form);
      asking = false;
      if (obstacle) return tell(obstacle);
      forgetBrokenLine();
      ready = button;
      button.click();
    },
    { capture: true },
  );

  document.addEventListener("submit", ({ target, defaultPrevented }) => {
    ready = null;
    if (isPosted(target) && !defaultPrevented) hold(target);
  });

  // The form of a window is sent by the window itself, which keeps the event from going further.
  document.addEventListener(
    "submit",
    ({ target }) => {
      if (isPosted(target) && target.closest(".modal-body")) {
        window.jQuery(document).one("ajaxComplete", hold(target));
      }
    },
    { capture: true },
  );

  // Until the answer comes nothing more can be typed, which would be lost with the page, or pressed.
  function hold(form) {
    form.inert = true;
    const again = new AbortController();
    const release = () => {
      again.abort();
      clearTimeout(timer);
      form.inert = false;
      if (form.dataset.wUnsavedConfirmationValue) form.dataset.wUnsavedConfirmationValue = "true";
    };
    const timer = setTimeout(release, SENT_FOR_MS);
    window.addEventListener("pageshow", release, again);
    window.navigation?.addEventListener("navigateerror", release, again); // "Stop" was pressed.
    return release;
  }

  function isPosted(form) {
    return form?.getAttribute("method")?.toLowerCase() === "post";
  }

  // What stands in the way, if anything does.
  async function ask(form) {
    const headers = { "X-Requested-With": "XMLHttpRequest" };
    const signal = AbortSignal.timeout(ASKED_FOR_MS);
    const path = new URL(form.getAttribute("action") ?? "", document.baseURI).pathname;
    let answer;
    try {
      answer = await fetch(`${address}?form=${encodeURIComponent(path)}`, { headers, signal, cache: "no-store" });
    } catch {
      return unreachable;
    }
    if (answer.status === 403) return signedOut;
    if (answer.status === 404) return gone;
    // Anything else is for the form itself to tell.
    const { token } = answer.ok ? await answer.json() : {};
    // Another one since somebody signed in in another tab.
    if (token) for (const field of document.getElementsByName("csrfmiddlewaretoken")) field.value = token;
    return "";
  }

  // After a save in the background that didn't arrive, the editor itself asks whether to go on.
  function forgetBrokenLine() {
    const session = document.querySelector("[data-controller~=w-session]");
    session?.dispatchEvent(new CustomEvent("w-swap:success", { detail: {} }));
  }

  function tell(obstacle) {
    const dialog = document.createElement("dialog");
    dialog.className = "w-max-w-4xl w-p-4";
    const words = document.createElement("p");
    words.id = "sending-obstacle";
    words.textContent = obstacle;
    dialog.setAttribute("aria-labelledby", words.id);
    dialog.append(words);
    if (obstacle === signedOut) {
      const link = document.createElement("a");
      Object.assign(link, { href: address, target: "_blank", className: "button", textContent: signIn });
      dialog.append(link, " ");
    }
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "button button-secondary", textContent: close });
    button.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => dialog.remove());
    dialog.append(button);
    document.body.append(dialog);
    dialog.showModal();
  }
})();
