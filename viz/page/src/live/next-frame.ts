// Work that may come several times between two pictures of the screen and need be done once, with the last of it.

/** Carries out the last `work` it was given when the browser draws next; soon where it draws nothing, because the page is hidden. */
export function onceAFrame(): (work: () => void) => void {
  let last: (() => void) | null = null;
  const now = (): void => {
    const work = last;
    last = null;
    work?.();
  };
  return (work) => {
    const isAwaited = last !== null;
    last = work;
    if (isAwaited) return;
    if (document.hidden) setTimeout(now, 50);
    else requestAnimationFrame(now);
  };
}
