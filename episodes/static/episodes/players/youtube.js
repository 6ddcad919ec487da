/* YouTube's frame, through messages: it wants to be told once that somebody listens, and then
   tells what changes. No script of theirs is loaded. */

export default function connect(frame, tell) {
  const { origin } = new URL(frame.src);
  const told = new AbortController();
  let listening;

  const send = (message) => frame.contentWindow?.postMessage(JSON.stringify(message), origin);
  const command = (func, ...args) => send({ event: "command", func, args });
  const listen = () => send({ event: "listening", id: 1, channel: "widget" });

  const hear = (event) => {
    if (event.origin !== origin || event.source !== frame.contentWindow) return;
    let message;
    try {
      message = JSON.parse(event.data);
    } catch {
      return;
    }
    clearInterval(listening);
    const second = message?.info?.currentTime;
    if (typeof second === "number") tell(second);
  };

  addEventListener("message", hear, { signal: told.signal });
  // The frame may still be loading: say it until it answers.
  listening = setInterval(listen, 250);
  return {
    seek(second) {
      command("seekTo", second, true);
      command("playVideo");
    },
    play: () => command("playVideo"),
    close() {
      clearInterval(listening);
      told.abort();
    },
  };
}
