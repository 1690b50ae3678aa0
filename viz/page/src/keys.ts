// When a single key is free to mean something to the page.

/** Not while the reader writes, picks from a list, moves a slider, or holds another key down. */
export function isFree(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.isComposing) return false;
  const at = event.target;
  if (!(at instanceof HTMLElement)) return true;
  if (at instanceof HTMLInputElement) return at.type === "checkbox" && !event.key.startsWith("Arrow");
  return !(at instanceof HTMLSelectElement || at instanceof HTMLTextAreaElement) && at.getAttribute("role") !== "slider";
}
