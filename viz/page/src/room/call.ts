// Questions to the server this page came from.

/** What the server refuses, in its own words. */
export class Refusal extends Error {
  constructor(readonly status: number, problem: string) {
    super(problem);
  }
}

async function answerOf<Answer>(response: Response): Promise<Answer> {
  const answer = (await response.json()) as { problem?: string };
  if (!response.ok) throw new Refusal(response.status, answer.problem || String(response.status));
  return answer as unknown as Answer;
}

export async function ask<Answer>(path: string, table = ""): Promise<Answer> {
  const headers: Record<string, string> = table ? { "X-Table": table } : {};
  return answerOf<Answer>(await fetch(path, { headers }));
}

export async function tell<Answer>(path: string, what: unknown, table = ""): Promise<Answer> {
  const headers: Record<string, string> = { "Content-Type": "application/json" };
  if (table) headers["X-Table"] = table;
  return answerOf<Answer>(await fetch(path, { method: "POST", headers, body: JSON.stringify(what) }));
}

/** What to show for something that went wrong. */
export function problemOf(error: unknown, otherwise: string): string {
  return error instanceof Refusal ? error.message : otherwise;
}

/** Calls `look` now and then again after each `pause` ms, until the returned function is called. */
export function repeat(look: () => Promise<void>, pause: number): () => void {
  let isOver = false;
  const again = (): void => {
    look().then(undefined, () => undefined).then(() => { if (!isOver) setTimeout(again, pause); });
  };
  again();
  return () => { isOver = true; };
}
