/* A player that calls nobody before the click.

   <episode-player> stands around a link that works by itself. A press on it, on one of the
   other sources, or on a mark with `data-play` (a second) builds the frame or the video here.

   Before a frame of another house is built, `player:ask` is sent; whoever prevents it calls
   `detail.go()` later. What plays tells its second in `player:time`; `detail.isMain` says whether
   these are the seconds that the page knows: a trailer or a full recording has others. */

const PERMISSIONS = "autoplay; encrypted-media; fullscreen; picture-in-picture";

/** The address of the provider's player, set to begin by itself at a second and to be asked. */
function embedAddress({ embed, provider }, start) {
  const address = new URL(embed);
  address.searchParams.set("autoplay", "1");
  if (provider === "youtube") {
    address.searchParams.set("enablejsapi", "1");
    address.searchParams.set("origin", location.origin);
  }
  if (provider === "peertube") address.searchParams.set("api", "1");
  if (start === null) return address.href;
  if (provider === "vimeo") address.hash = `t=${Math.floor(start)}s`;
  else address.searchParams.set("start", String(Math.floor(start)));
  return address.href;
}

/** What a link plays: the same link may begin elsewhere. */
const sourceOf = (link) => link.dataset.embed ?? link.dataset.file;

function buildFrame(link, start) {
  const frame = document.createElement("iframe");
  frame.title = link.dataset.title;
  frame.allow = PERMISSIONS;
  frame.allowFullscreen = true;
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  frame.src = embedAddress(link.dataset, start);
  return frame;
}

class EpisodePlayer extends HTMLElement {
  connectedCallback() {
    this.frame = this.querySelector(".player-frame");
    this.first = this.querySelector(".player-link, .source");
    this.start = this.dataset.start ? Number(this.dataset.start) : null;
    this.addEventListener("click", (event) => {
      const link = event.target.closest("a[data-embed], a[data-file]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.show(link, link === this.first ? this.start : null);
    });
    const video = this.frame.querySelector("video");
    // Nothing is loaded for a video that nobody plays.
    for (const begun of ["play", "seeking"]) {
      video?.addEventListener(begun, () => this.#connect(video, this.dataset.kind), { once: true });
    }
  }

  disconnectedCallback() {
    this.player?.close();
  }

  /** Whether what plays has the seconds that the page knows. */
  get isMain() {
    return !this.current || this.current.dataset.kind === this.dataset.kind;
  }

  /** Plays the conversation from a second on, in the player that is there. */
  playFrom(start) {
    const video = this.frame.querySelector("video");
    if (!this.isMain) this.show(this.first, start);
    else if (this.player) this.player.seek(start);
    else if (video) this.#playFile(video, start);
    else this.show(this.current ?? this.first, start);
    this.scrollIntoView({ block: "nearest" });
  }

  /** Puts the video behind a link into the player, once nobody minds. */
  show(link, start) {
    const go = () => this.#build(link, start);
    const detail = { link, start, go };
    const ask = new CustomEvent("player:ask", { bubbles: true, cancelable: true, detail });
    if (link.dataset.file || this.dispatchEvent(ask)) go();
  }

  #build(link, start) {
    this.current = link;
    this.player?.close();
    this.player = null;
    this.connecting = null;
    const built = link.dataset.file
      ? document.getElementById(link.dataset.file).content.firstElementChild.cloneNode(true)
      : buildFrame(link, start);
    this.frame.replaceChildren(built);
    this.#connect(built, link.dataset.kind);
    if (built instanceof HTMLVideoElement) this.#playFile(built, start);
    built.focus();
    for (const source of this.querySelectorAll(".source")) {
      if (sourceOf(source) === sourceOf(link)) source.setAttribute("aria-current", "true");
      else source.removeAttribute("aria-current");
    }
  }

  #playFile(video, start) {
    if (start !== null) video.currentTime = start;
    video.play();
  }

  /** Loads what talks with this kind of player. Without it the video plays all the same. */
  async #connect(element, kind) {
    const address = element.dataset.module ?? this.current?.dataset.module;
    if (!address || this.connecting === element) return;
    this.connecting = element;
    const { default: connect } = await import(address);
    if (!element.isConnected || this.connecting !== element) return;
    const isMain = kind === this.dataset.kind;
    this.player = connect(element, (time) => {
      const detail = { time, isMain };
      this.dispatchEvent(new CustomEvent("player:time", { bubbles: true, detail }));
    });
    const detail = { player: this.player, isMain };
    this.dispatchEvent(new CustomEvent("player:ready", { bubbles: true, detail }));
  }
}

customElements.define("episode-player", EpisodePlayer);

document.addEventListener("click", (event) => {
  const mark = event.target.closest("a[data-play]");
  const player = document.querySelector("episode-player");
  if (!mark || !player || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  player.playFrom(Number(mark.dataset.play));
});

// Others ask by name: a sentence that is pressed, a place that was found.
document.addEventListener("player:seek", (event) => {
  document.querySelector("episode-player")?.playFrom(event.detail);
});
