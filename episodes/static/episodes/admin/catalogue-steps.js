// Presses "Go on" for whoever waits: step after step, and shows how far it is.
// Without it the button does the same, a step for each press.

customElements.define(
  "catalogue-steps",
  class extends HTMLElement {
    connectedCallback() {
      this.form = this.querySelector("form");
      if (this.querySelector("[data-step]")) this.run();
    }

    async run() {
      this.show(true);
      try {
        while (await this.step());
        window.location.reload();
      } catch (error) {
        const failure = this.querySelector("[data-failure]");
        failure.textContent = error.message;
        failure.hidden = false;
        this.show(false);
      }
    }

    // Whether there is more to do.
    async step() {
      const response = await fetch(this.form.action, {
        method: "POST",
        body: new FormData(this.form),
        headers: { Accept: "application/json" },
      });
      if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
      const { done, finished, failure } = await response.json();
      if (failure) throw new Error(failure);
      this.querySelector("progress").value = done;
      this.querySelector("[data-done]").textContent = done;
      return !finished && this.isConnected;
    }

    show(working) {
      this.querySelector("[data-step]").hidden = working;
      this.querySelector("[data-help]").hidden = working;
      this.querySelector("[data-working]").hidden = !working;
    }
  },
);
