/* A player that calls nobody before the click.

   <episode-player> stands around a link that works by itself. A press on it, on one of the
   other sources, or on a mark with `data-play` (a second) builds the frame or the video here. */

const PERMISSIONS = "autoplay; encrypted-media; fullscreen; picture-in-picture";

/** The address of the provider's player, set to begin by itself at a second. */
function embedAddress(link, start) {
  const address = new URL(link.dataset.embed);
  address.searchParams.set("autoplay", "1");
  if (start !== null && link.dataset.provider === "vimeo") address.hash = `t=${start}s`;
  else if (start !== null) address.searchParams.set("start", String(start));
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
  frame.src = embedAddress(link, start);
  return frame;
}

class EpisodePlayer extends HTMLElement {
  connectedCallback() {
    this.frame = this.querySelector(".player-frame");
    this.first = this.querySelector(".player-link");
    this.start = this.dataset.start ? Number(this.dataset.start) : null;
    this.addEventListener("click", (event) => {
      const link = event.target.closest("a[data-embed], a[data-file]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.show(link, link === this.first ? this.start : null);
    });
  }

  /** Plays what stands in the player from a second on. */
  playFrom(start) {
    const video = this.frame.querySelector("video");
    if (video) {
      video.currentTime = start;
      video.play();
    } else {
      this.show(this.current ?? this.first, start);
    }
    this.scrollIntoView({ block: "nearest" });
  }

  /** Puts the video behind a link into the player. */
  show(link, start) {
    this.current = link;
    const built = link.dataset.file
      ? document.getElementById(link.dataset.file).content.firstElementChild.cloneNode(true)
      : buildFrame(link, start);
    this.frame.replaceChildren(built);
    if (built instanceof HTMLVideoElement) built.play();
    built.focus();
    for (const source of this.querySelectorAll(".source")) {
      if (sourceOf(source) === sourceOf(link)) source.setAttribute("aria-current", "true");
      else source.removeAttribute("aria-current");
    }
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
