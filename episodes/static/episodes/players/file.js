/* A video of our own. `connect` gives what every player here gives: seek, play and close, and it
   tells the second that plays. */

export default function connect(video, tell) {
  const told = new AbortController();
  for (const name of ["timeupdate", "seeking"]) {
    video.addEventListener(name, () => tell(video.currentTime), { signal: told.signal });
  }
  tell(video.currentTime);
  return {
    seek(second) {
      video.currentTime = second;
      video.play();
    },
    play: () => video.play(),
    close: () => told.abort(),
  };
}
