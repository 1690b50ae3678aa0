// Synthetic test data: a crude flow of people through the stages, only to give the page numbers with a plausible look.

/** One replicate: `series[variable][cell][month]`. */
export type WorldSeries = Record<string, number[][]>;

const origins = 2;
const stages = 14;
const types = 6;
const typeShare = [0.34, 0.1, 0.16, 0.12, 0.22, 0.06];
const landShare = [
  0.13, 0.16, 0.05, 0.03, 0.01, 0.025, 0.075, 0.02, 0.1, 0.215, 0.05, 0.012, 0.05, 0.028, 0.035, 0.025,
];

/** A small generator with a 32-bit state, the same in every JavaScript engine. */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

interface World {
  growth: number;
  partnerships: number;
  recognition: number;
  homeTrack: number;
}

const kinds: Record<string, World> = {
  scenario: { growth: 1, partnerships: 1, recognition: 1, homeTrack: 0.9 },
  pilots_as_today: { growth: 0.12, partnerships: 1, recognition: 0, homeTrack: 0.05 },
  no_partnerships: { growth: 0, partnerships: 0, recognition: 0, homeTrack: 0 },
};

function grid(cells: number, months: number): number[][] {
  return Array.from({ length: cells }, () => new Array<number>(months).fill(0));
}

function rise(month: number, middle: number, width: number): number {
  return 1 / (1 + Math.exp(-(month - middle) / width));
}

/** One replicate of one world; worlds of a replicate share their random numbers. */
export function simulate(worldName: string, replicate: number, months: number): WorldSeries {
  const world = kinds[worldName] as World;
  const draw = generator(7919 * (replicate + 1));
  const normal = (): number => draw() + draw() + draw() + draw() - 2;
  const luck = 1 + 0.22 * normal();
  const delay = 6 * normal();
  const out: WorldSeries = {
    stock: grid(origins * stages * types, months),
    applications: grid(origins, months), enrolments: grid(origins, months),
    arrivals: grid(origins * types, months), arrivals_by_land: grid(16, months), recognitions: grid(origins, months),
    departures: grid(5, months), queue_length: grid(4, months), waiting_months: grid(4, months),
    vacancies: grid(16, months), employers_aware: grid(4, months), employers_adopted: grid(4, months),
    partnerships_active: grid(types, months), seats: grid(1, months),
    origin_employed: grid(origins, months), origin_unemployed: grid(origins, months),
    origin_skilled_stock: grid(origins, months), home_track_graduates: grid(origins, months),
    remittances: grid(origins, months), net_flow: grid(9, months), retained: grid(1, months),
    qualified_worker_months: grid(1, months),
  };
  const set = (name: string, cell: number, month: number, value: number): void => {
    const row = out[name]?.[cell];
    if (row) row[month] = Math.round(value);
  };
  const get = (name: string, cell: number, month: number): number => out[name]?.[cell]?.[month] ?? 0;
  let queue = 300;
  let homeTotal = [0, 0];
  let goneTotal = [0, 0];
  let retained = 1500;
  for (let month = 0; month < months; ++month) {
    const noise = 1 + 0.05 * normal();
    const scale = 1 + 9 * world.growth * rise(month, 84 + delay, 16) * luck;
    const share = (type: number): number => (typeShare[type] ?? 0) * (type < 4 ? world.partnerships * scale : 1.4);
    let arrivalsNow = 0;
    let demand = 0;
    for (let origin = 0; origin < origins; ++origin) {
      const weight = origin === 0 ? 0.64 : 0.36;
      let enrolled = 0;
      for (let type = 0; type < types; ++type) {
        const entered = 62 * weight * share(type) * noise;
        enrolled += entered;
        const grown = month < 26 ? rise(month, 20, 4) : 1;
        const arrived = Math.max(0, entered * 0.78 * grown * (1 - 0.2 * rise(queue, 2600, 500)) + 0.8 * normal());
        const at = (stage: number): number => (origin * stages + stage) * types + type;
        set("arrivals", origin * types + type, month, arrived);
        arrivalsNow += arrived;
        const stay = [2.2, 8, type === 1 ? 5 : type > 1 && type < 4 ? 22 : 0, 3 + queue / 500, 3, 1.6, 9];
        stay.forEach((length, stage) => set("stock", at(stage), month, entered * length * (1 + 0.03 * normal())));
        const held = month === 0 ? 260 * weight * share(type) : get("stock", at(7), month - 1);
        set("stock", at(7), month, held * 0.9915 + arrived * 0.82);
        set("stock", at(8), month, held * 0.012);
        set("stock", at(9), month, held * 0.05 * rise(month, 40, 20));
        set("stock", at(10), month, (month ? get("stock", at(10), month - 1) : 0) + held * 0.0035);
        set("stock", at(11), month, (month ? get("stock", at(11), month - 1) : 0) + held * 0.0018);
        if (type === 3) {
          const graduates = entered * world.homeTrack * 0.9 * rise(month, 34, 4);
          set("stock", at(12), month, (month ? get("stock", at(12), month - 1) : 0) + graduates);
        }
        demand += entered * 0.9;
      }
      const graduates = 62 * weight * (share(2) + 2 * share(3)) * world.homeTrack * 1.7 * rise(month, 44 + delay, 5);
      homeTotal[origin] = (homeTotal[origin] ?? 0) + graduates * noise;
      goneTotal[origin] = (goneTotal[origin] ?? 0) + enrolled * 0.62 * (1 - 0.5 * rise(month, 70, 20));
      set("home_track_graduates", origin, month, graduates * noise);
      set("applications", origin, month, enrolled * 9 * (1 + 0.1 * normal()));
      set("enrolments", origin, month, enrolled);
      const base = (origin === 0 ? 92000 : 31000) + month * (origin === 0 ? 60 : 18) + 400 * normal();
      const net = (homeTotal[origin] ?? 0) - (goneTotal[origin] ?? 0);
      set("origin_skilled_stock", origin, month, base + net);
      set("origin_employed", origin, month, (base + net) * 0.9);
      set("origin_unemployed", origin, month, (base + net) * 0.1 + 30 * normal());
    }
    const capacity = 55 + 420 * world.recognition * rise(month, 60, 12);
    queue = Math.max(40, queue + 0.25 * (demand - capacity - 0.03 * queue));
    set("queue_length", 0, month, queue);
    set("queue_length", 1, month, 60 + demand * 0.9 * (1 + 0.08 * normal()));
    set("queue_length", 2, month, 30 + demand * 0.5 * (1 + 0.08 * normal()));
    set("queue_length", 3, month, 20 + demand * 0.3);
    for (let office = 0; office < 4; ++office) {
      const wait = [2 + queue / 320, 1.4 + demand / 300, 1.1 + demand / 350, 0.7][office] ?? 0;
      const row = out.waiting_months?.[office];
      if (row) row[month] = Math.round(wait * (1 + 0.03 * normal()) * 100) / 100;
    }
    retained = retained * 0.992 + arrivalsNow * 0.8;
    set("retained", 0, month, retained);
    set("qualified_worker_months", 0, month, retained * 0.93);
    for (let origin = 0; origin < origins; ++origin) {
      const weight = origin === 0 ? 0.64 : 0.36;
      set("recognitions", origin, month, weight * arrivalsNow * 0.88 * (1 + 0.04 * normal()));
      set("remittances", origin, month, weight * retained * 310);
    }
    [0.009, 0.0011, 0.0035, 0.0018, 0.004].forEach((rate, cause) =>
      set("departures", cause, month, retained * rate * (1 + 0.15 * normal())));
    landShare.forEach((part, land) => set("arrivals_by_land", land, month, part * arrivalsNow));
    landShare.forEach((part, land) =>
      set("vacancies", land, month, part * (38000 + 260 * month - 0.85 * retained) * (1 + 0.01 * normal())));
    const known = 0.08 + 0.7 * rise(month, 70 + delay, 24) * (0.25 + 0.75 * world.growth);
    [5200, 3100, 1400, 420].forEach((firms, sizeClass) => {
      const aware = firms * Math.min(0.97, known * (0.55 + 0.16 * sizeClass));
      set("employers_aware", sizeClass, month, aware * world.partnerships);
      set("employers_adopted", sizeClass, month, aware * 0.42 * rise(month, 60, 20) * world.partnerships);
    });
    for (let type = 0; type < 4; ++type) {
      set("partnerships_active", type, month, world.partnerships * ((typeShare[type] ?? 0) * (10 + 7 * scale)));
    }
    set("seats", 0, month, 620 * scale * world.partnerships + 300);
    const cost = demand * 9400;
    const wage = retained * 640;
    const flows = [wage - demand * 900, -cost * 0.62 - retained * 60, -cost * 0.2 + retained * 95, -cost * 0.04,
      -cost * 0.05 * world.partnerships, cost * 0.4, demand * 0.22 * 4200, retained * 310, 0];
    const sum = flows.reduce((a, b) => a + b, 0);
    flows.forEach((flow, party) => set("net_flow", party, month, party === 8 ? -sum : flow));
  }
  return out;
}
