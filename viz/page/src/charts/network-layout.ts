// Where partnerships stand: in the row of their origin, each in a place of its own that it keeps from year to year.
import type { NetworkYear, Partner } from "../result";

export interface Place {
  x: number;
  y: number;
}

export interface NetworkLayout {
  places: Map<number, Place>;
  /** Middle of each origin's row. */
  origins: Map<string, number>;
  centres: Map<number, Place>;
  height: number;
  /** Largest radius of a circle. */
  most: number;
  /** Room for a name below each circle. */
  isNamed: boolean;
}

/** Up to so many partnerships have their name written below them. */
const mostNamed = 12;

/** From a phone's width on there is a column for names of origins, and one for centres. */
export const leftOf = (width: number): number => Math.min(130, Math.max(86, width * 0.24));
const rightOf = (width: number): number => Math.min(110, width * 0.2);

export function layoutOf(years: readonly NetworkYear[], width: number): NetworkLayout {
  const all = new Map<number, Partner>();
  for (const { partnerships } of years) for (const one of partnerships) if (!all.has(one.partnership)) all.set(one.partnership, one);
  const known = [...all.values()].sort((a, b) => a.partnership - b.partnership);
  const isNamed = known.length <= mostNamed;
  const centreNumbers = [...new Set(years.flatMap((year) => year.partnerships.map((one) => one.centre)))]
    .filter((one): one is number => one !== null).sort((a, b) => a - b);
  const left = leftOf(width);
  const room = Math.max(60, width - left - (centreNumbers.length > 0 ? rightOf(width) : 0));
  const slot = isNamed ? Math.min(190, room) : 44;
  const high = isNamed ? 122 : 44;
  const perLine = Math.max(1, Math.floor(room / slot));
  const places = new Map<number, Place>();
  const origins = new Map<string, number>();
  let top = 8;
  for (const origin of [...new Set(known.map((one) => one.origin))].sort()) {
    const here = known.filter((one) => one.origin === origin);
    const lines = Math.ceil(here.length / perLine);
    here.forEach((one, at) => places.set(one.partnership, {
      x: left + ((at % perLine) + 0.5) * slot,
      y: top + (Math.floor(at / perLine) + 0.5) * high - (isNamed ? 24 : 0),
    }));
    origins.set(origin, top + (lines * high) / 2 - (isNamed ? 24 : 0));
    top += lines * high + 10;
  }
  const height = Math.max(top, centreNumbers.length * 56);
  const centres = new Map(centreNumbers.map((one, at) => [one, { x: width - 34, y: ((at + 0.5) * height) / centreNumbers.length }]));
  return { places, origins, centres, height, most: isNamed ? 30 : 19, isNamed };
}

/** The area tells the seats. */
export function radiusOf(seats: number, mostSeats: number, most: number): number {
  return mostSeats > 0 ? Math.max(3, most * Math.sqrt(Math.max(0, seats) / mostSeats)) : 3;
}

/** Mean trust weighted by seats; null without seats. */
export function meanTrust(partnerships: readonly Partner[]): number | null {
  const seats = partnerships.reduce((sum, one) => sum + one.seats, 0);
  return seats > 0 ? partnerships.reduce((sum, one) => sum + one.trust * one.seats, 0) / seats : null;
}

/** Who learns from whom in a year. */
export interface Learning {
  /** The most experienced, if the platform lends its experience to anybody. */
  best: Partner | null;
  lent: readonly Partner[];
  mostLent: number;
  /** Those who take over experience at their training centre, and placements a year of all together. */
  pupils: number;
  placements: number;
}

export function learningOf(partnerships: readonly Partner[]): Learning {
  const lent = partnerships.filter((one) => one.lent > 0);
  const pupils = partnerships.filter((one) => one.lessons.length > 0);
  return {
    best: lent.length > 0 ? partnerships.find((one) => one.most_experienced) ?? null : null,
    lent,
    mostLent: Math.max(0, ...lent.map((one) => one.lent)),
    pupils: pupils.length,
    placements: pupils.reduce((sum, one) => sum + one.lessons.reduce((all, lesson) => all + lesson.placements, 0), 0),
  };
}
