// The month under the cursor, shared by all charts so that they move together. Only cursor marks listen to it.
import { useEffect, useState } from "preact/hooks";

type Listener = (month: number | null) => void;

const listeners = new Set<Listener>();
let current: number | null = null;

export function setCursor(month: number | null): void {
  if (month === current) return;
  current = month;
  for (const listener of listeners) listener(month);
}

export function useCursor(): number | null {
  const [month, setMonth] = useState(current);
  useEffect(() => {
    setMonth(current);
    listeners.add(setMonth);
    return () => void listeners.delete(setMonth);
  }, []);
  return month;
}
