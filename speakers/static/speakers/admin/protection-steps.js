// Presses "Go on" for whoever waits, until everything is looked through.
// Without it the button does the same, a portion for each press.

customElements.define(
  "protection-steps",
  class extends HTMLElement {
    connectedCallback() {
      this.form = this.querySelector("form");
      this.run();
    }

    async run() {
      this.show(true);
      try {
        while (await this.step());
        if (this.isConnected) window.location.reload();
      } catch (error) {
        const failure = this.querySelector("[data-failure]");
        failure.textContent = error.message;
        failure.hidden = false;
        this.show(false);
      }
    }

    // Whether there is more to look through.
    async step() {
      const response = await fetch(this.form.action, {
        method: "POST",
        body: new FormData(this.form),
        headers: { Accept: "application/json" },
      });
      if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
      const { done, total, finished } = await response.json();
      const bar = this.querySelector("progress");
      bar.max = total;
      bar.value = done;
      return !finished && this.isConnected;
    }

    show(working) {
      this.querySelector("[data-step]").hidden = working;
      this.querySelector("[data-working]").hidden = !working;
    }
  },
);
