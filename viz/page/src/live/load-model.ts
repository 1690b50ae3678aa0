// The model out of the page: base64, decompressed, compiled. No request leaves the page.

/** Why there is no live model; the page says it in a sentence. */
export type Absence = "draws" | "size" | "none" | "browser" | "damaged" | "fault";

export class ModelError extends Error {
  constructor(readonly why: Absence, message: string) {
    super(message);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; ++at) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** @throws ModelError  if the browser is too old or the model does not arrive whole */
export async function loadModel(base64: string): Promise<WebAssembly.Module> {
  const isOld = typeof WebAssembly === "undefined" || typeof DecompressionStream === "undefined" ||
    typeof Worker === "undefined" || typeof BigUint64Array === "undefined";
  if (isOld) throw new ModelError("browser", "no WebAssembly, workers or DecompressionStream");
  let bytes: ArrayBuffer;
  try {
    const packed = new Blob([bytesOf(base64.trim())]);
    bytes = await new Response(packed.stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  } catch (error) {
    throw new ModelError("damaged", messageOf(error));
  }
  try {
    return await WebAssembly.compile(bytes);
  } catch (error) {
    // The bytes are whole, by their check sum; so the browser does not know all instructions.
    throw new ModelError("browser", messageOf(error));
  }
}
