// Presses "Go on" for whoever waits: step after step, and shows how far it is. Where the line
// breaks it says so, and goes on when it is back. Without it the button does the same, a step for each press.

customElements.define(
  "working-steps",
  class extends HTMLElement {
    connectedCallback() {
      this.form = this.querySelector("form");
      if (this.querySelector("[data-step]")) this.run();
    }

    async run() {
      this.show(true);
      try {
        while (this.isConnected && (await this.step()));
        if (this.isConnected) window.location.reload();
      } catch (error) {
        this.say(error.message);
        this.show(false);
      }
    }

    // Whether there is more to do.
    async step() {
      let response;
      try {
        response = await fetch(this.form.action, {
          method: "POST",
          body: new FormData(this.form),
          headers: { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" },
        });
      } catch {
        this.say(this.dataset.broken);
        await new Promise((resolve) => setTimeout(resolve, 3000));
        return true;
      }
      if (response.status === 403) throw new Error(this.dataset.signedOut);
      if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
      const { done, total, finished, failure } = await response.json();
      if (failure) throw new Error(failure);
      this.say("");
      const bar = this.querySelector("progress");
      bar.max = total;
      bar.value = done;
      const number = this.querySelector("[data-done]");
      if (number) number.textContent = done;
      return !finished;
    }

    say(sentence) {
      const failure = this.querySelector("[data-failure]");
      failure.textContent = sentence;
      failure.hidden = !sentence;
    }

    show(working) {
      for (const part of this.querySelectorAll("[data-step], [data-help]")) part.hidden = working;
      this.querySelector("[data-working]").hidden = !working;
    }
  },
);
