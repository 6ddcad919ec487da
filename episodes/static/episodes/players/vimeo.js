/* Vimeo's frame, through messages: it says that it is ready, is asked for the time, and tells it. */

export default function connect(frame, tell) {
  const { origin } = new URL(frame.src);
  const told = new AbortController();

  const send = (method, value) => frame.contentWindow?.postMessage({ method, value }, origin);

  const hear = (event) => {
    if (event.origin !== origin || event.source !== frame.contentWindow) return;
    let message = event.data;
    try {
      if (typeof message === "string") message = JSON.parse(message);
    } catch {
      return;
    }
    if (message?.event === "ready" || message?.method === "ping") {
      for (const name of ["timeupdate", "seeked"]) send("addEventListener", name);
    }
    const second = message?.data?.seconds;
    if (typeof second === "number") tell(second);
  };

  addEventListener("message", hear, { signal: told.signal });
  // It may have been ready before anybody listened: then it answers this.
  const ping = () => send("ping");
  frame.addEventListener("load", ping, { signal: told.signal });
  ping();
  return {
    seek(second) {
      send("setCurrentTime", second);
      send("play");
    },
    play: () => send("play"),
    close: () => told.abort(),
  };
}
