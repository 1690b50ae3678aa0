// One colour and one dash pattern for each result, so that lines can be told apart without colour, too.

/** Dark enough for text on white. */
const colours = ["#3b3486", "#a34700", "#00694d", "#005a8c", "#8a1f5c", "#6b5500", "#4a5162", "#7a1f1f"];
const dashes = ["", "9 4", "3 3", "12 3 3 3", "6 2", "1 3", "14 5", "8 3 2 3 2 3"];

export function colourOf(position: number): string {
  return colours[position % colours.length] ?? "#1d2433";
}

export function dashOf(position: number): string | undefined {
  return dashes[position % dashes.length] || undefined;
}
