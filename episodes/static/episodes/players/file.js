/* A video of our own. `connect` gives what every player here gives: seek, play and close, and it
   tells the second that plays. Captions of an hour weigh as much as the page: they are fetched
   when somebody plays, and the first are shown unless others were chosen. */

export default function connect(video, tell) {
  const told = new AbortController();
  for (const name of ["timeupdate", "seeking"]) {
    video.addEventListener(name, () => tell(video.currentTime), { signal: told.signal });
  }
  tell(video.currentTime);
  const captions = [...video.textTracks].filter(({ kind }) => ["captions", "subtitles"].includes(kind));
  if (captions.every(({ mode }) => mode === "disabled") && captions.length) captions[0].mode = "showing";
  return {
    seek(second) {
      video.currentTime = second;
      video.play();
    },
    play: () => video.play(),
    close: () => told.abort(),
  };
}
