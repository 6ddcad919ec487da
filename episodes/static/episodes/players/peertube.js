/* PeerTube's frame, through messages as jschannel writes them: JSON, the method with its scope.
   Both sides greet each other; what the frame asks is answered, or it waits for ever. */

const SCOPE = "peertube::";

export default function connect(frame, tell) {
  const { origin } = new URL(frame.src);
  const told = new AbortController();
  const queue = [];
  let isReady = false;
  let number = 0;

  const send = (message) => frame.contentWindow?.postMessage(JSON.stringify(message), origin);
  const greet = (params) => send({ method: `${SCOPE}__ready`, params });

  const call = (method, params) => {
    const message = { id: (number += 1), method: SCOPE + method, params };
    if (isReady) send(message);
    else queue.push(message);
  };

  const answerGreeting = (params) => {
    // Older ones say "ping" and want "pong", newer ones ask which methods are published.
    if (params === "ping") greet("pong");
    else if (params?.type === "publish-request") greet({ type: "publish-reply", publish: [] });
  };

  const hear = (event) => {
    if (event.origin !== origin || event.source !== frame.contentWindow) return;
    let message;
    try {
      message = JSON.parse(event.data);
    } catch {
      return;
    }
    if (typeof message?.method !== "string" || !message.method.startsWith(SCOPE)) return;
    const method = message.method.slice(SCOPE.length);
    if (method === "__ready") answerGreeting(message.params);
    else if (message.id !== undefined) send({ id: message.id, result: null });
    isReady = true;
    queue.splice(0).forEach(send);
    const second = message.params?.position;
    if (method === "playbackStatusUpdate" && typeof second === "number") tell(second);
  };

  addEventListener("message", hear, { signal: told.signal });
  // It may have greeted before anybody listened.
  greet({ type: "publish-request", publish: [] });
  return {
    seek(second) {
      call("seek", second);
      call("play");
    },
    play: () => call("play"),
    close: () => told.abort(),
  };
}
