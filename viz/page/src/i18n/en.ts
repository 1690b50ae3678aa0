// All words of the page in English. The German catalogue has the same type, so a missing sentence does not compile.
export const en = {
  languageName: "English",
  switchTo: "Language",
  skip: "Skip to content",
  views: {
    overview: "Overview",
    pipeline: "Pipeline",
    ledger: "Who pays, who gains",
    origin: "Origin countries",
    explore: "All results",
    assumptions: "Assumptions",
    about: "About this result",
  },
  navigation: "Views",
  badge: {
    label: "What this page shows",
    stored: "Stored result",
    replicates: (count: string) => `${count} replicates`,
    draws: (count: string) => `${count} parameter draws`,
    seed: (seed: string) => `seed ${seed}`,
    everyone: "everyone simulated one by one",
    pool: (count: string) => `idle pool ${count} to 1`,
    poolHint: (count: string) =>
      `One row of the idle pool stands for ${count} people; everyone engaged is simulated one by one.`,
    version: (version: string) => `version ${version}`,
    digest: "digest",
  },
  reference: {
    choose: "Compared with",
    names: {
      pilots_as_today: "pilots as today",
      no_partnerships: "no partnerships",
      scenario: "this scenario",
    } as Record<string, string>,
  },
  scenario: "This scenario",
  by: (when: string) => `in ${when}`,
  // Spread
  interval: (share: string) => `${share} interval`,
  spreadOver: (share: string, draws: number) =>
    draws > 0
      ? `The ${share} interval holds ${share} of all replicates and parameter draws.`
      : `The ${share} interval holds ${share} of the replicates; it shows chance, not doubt about the assumptions.`,
  to: (low: string, high: string) => `${low} to ${high}`,
  median: "median",
  // Overview
  win: {
    title: "Who gains?",
    intro: (reference: string) => `Gain of each side against “${reference}”, discounted over the whole horizon.`,
    origin: "Country of origin",
    destination: "Destination",
    migrants: "Migrants",
    originUnit: "training costs of one graduate per person enrolled",
    destinationUnit: "recognised yearly wages per person enrolled",
    migrantsUnit: "yearly wages at the origin per person enrolled",
    gains: "gains",
    loses: "loses",
    open: "undecided",
    smallest: "Smallest gain",
    smallestOf: (who: string, value: string) => `The smallest of the three gains is that of ${who}: ${value}.`,
    originOf: "the country of origin",
    destinationOf: "the destination",
    migrantsOf: "the migrants",
    tripleYes: "A triple win: all three sides gain, and no 90 % interval reaches zero.",
    tripleLikely: "All three sides gain in the median, but at least one interval reaches zero.",
    tripleNo: "Not a triple win: at least one side does not gain in the median.",
    nobodyYes: "Nobody is worse off",
    nobodyNo: "Someone may be worse off",
    nobodyText: (share: string, limit: string) =>
      `In ${share} of the replicates no side loses more than one hundredth of its base value. ` +
      `The claim needs at least ${limit}.`,
  },
  key: {
    title: "Key results",
    indicator: "Indicator",
    scenario: "This scenario",
    unit: "Unit",
    difference: (reference: string) => `Difference to “${reference}”`,
    includesZero: "interval includes zero",
    points: "percentage points",
    pointsShort: "pp",
    caption: (share: string) => `Medians with the ${share} interval in brackets. Differences are paired by replicate.`,
  },
  bottleneck: {
    title: "Where it is tight",
    headline: (stage: string) => `The bottleneck is the stage “${stage}”`,
    text: "At this stage the yearly capacities of the partnership graph hold back the most people.",
    agreement: (share: string) => `${share} of the replicates agree on it.`,
    marked: "bottleneck",
  },
  headlineStory: {
    arrivals: (now: string, unit: string, more: string, reference: string) =>
      `${now} ${unit} come to Germany to work: ${more} than with ${reference}`,
    more: (amount: string) => `${amount} more`,
    fewer: (amount: string) => `${amount} fewer`,
    same: "as many",
  },
  // Pipeline
  pipeline: {
    title: "From application to work abroad",
    intro: "How many people stand in each stage. All small charts share one time axis; countries and channels are summed.",
    stages: "People in each stage",
    stagesText: "Each chart has its own scale; the dashed line is the comparison.",
    end: (when: string) => `${when}`,
    queues: "Offices: cases and waiting times",
    waiting: "waiting time",
    flows: "Flows through the pipeline",
    departures: "Why people leave their job",
    employers: "Employers and partnerships",
  },
  // Ledger
  ledger: {
    title: "Who pays and who receives",
    intro: "Every euro leaves one party and reaches another. Receipts stand right of the zero line, payments left of it.",
    total: "Whole horizon",
    pays: (party: string, amount: string) => `${party} pays most: ${amount} over the whole horizon`,
    receives: (party: string, amount: string) => `${party} receives most: ${amount}`,
    both: (payer: string, paid: string, receiver: string, received: string) =>
      `${payer}: ${paid} paid; ${receiver}: ${received} received over the whole horizon`,
    paysColumn: "Party",
    net: "Net amount",
    difference: (reference: string) => `Difference to “${reference}”`,
    time: "Net payments over time",
    paying: "pays",
    receiving: "receives",
    resourceNote: "“Resource cost” is what is used up, for instance teaching time; it closes the account.",
  },
  // Origin
  origin: {
    title: "What the countries of origin keep",
    intro: "Trained people who stay, measured against a world without the scenario's policy.",
    stock: "Skilled people at the origin",
    graduates: "Home-track graduates",
    remittances: "Remittances",
    all: "All countries of origin",
    choose: "Country",
  },
  // Explore
  explore: {
    title: "Every variable of the result",
    intro: "Pick a variable; sum over its axes or pick one cell.",
    variable: "Variable",
    world: "Show",
    summed: "sum over all",
    missing: "This combination is not stored in the page; it is in the result file.",
    share: "Link to this chart",
    copied: "Copied",
  },
  // Assumptions
  assumptions: {
    title: "What the result rests on",
    intro: (all: string, guesses: string) =>
      `${all} values went in; ${guesses} of them are estimates of ours and marked as such.`,
    search: "Search",
    searchHint: "path, meaning or source",
    found: (count: string) => `${count} values shown`,
    onlyEstimates: "Only estimates",
    path: "Path",
    meaning: "Meaning",
    value: "Value",
    range: "Range",
    unit: "Unit",
    source: "Source",
    confidence: "Confidence",
    levels: {
      high: "high",
      medium: "medium",
      estimate: "estimate",
      definition: "definition",
      "": "not stated",
    } as Record<string, string>,
    none: "No value matches.",
    levers: "Levers: what the scenario changes",
    noLevers: "The scenario changes nothing by levers.",
    lever: "Lever",
    effect: "Change",
    name: "Name",
    english: "",
  },
  about: {
    title: "How this result came about",
    again: "The same numbers again",
    againText: "This command gives the same result, bit by bit, on any machine.",
    facts: "Facts",
    created: "Created",
    horizon: "Horizon",
    worlds: "Worlds compared",
    reading: "How to read the charts",
    readingText: [
      "The strong line is the median of the replicates. The dark band holds the middle half of them, the light band 90 %.",
      "Every replicate is run in all worlds on the same random numbers. Differences are taken replicate by replicate " +
        "before the band is drawn, so a band that keeps clear of zero is not due to chance alone.",
      "Sums over stages or countries are made before the quantiles are taken; medians of parts need not add up.",
    ],
    noClaim: "A model shows what follows from its assumptions. It is no forecast.",
  },
  // Charts
  chart: {
    difference: (reference: string) => `Difference to “${reference}”`,
    level: "Level",
    differenceShort: "Difference",
    modes: "Show",
    zero: (reference: string) => `as in “${reference}”`,
    titleLevel: (name: string, value: string, when: string) => `${name}: ${value} in ${when}`,
    than: (reference: string) => `than with “${reference}”`,
    moreThan: (amount: string) => `${amount} more`,
    lessThan: (amount: string) => `${amount} less`,
    fewerThan: (amount: string) => `${amount} fewer`,
    equal: "no more and no less",
    excludesSince: (share: string, side: "above" | "below", when: string) =>
      `The ${share} band has been ${side} zero since ${when} without a break.`,
    excludesAlways: (share: string, side: "above" | "below") =>
      `The ${share} band stays ${side} zero in every month.`,
    includes: (share: string, when: string) =>
      `The ${share} band includes zero in ${when}: the sign is not certain at the end.`,
    opposite: (side: "above" | "below") => `Earlier it lay ${side} zero for a while.`,
    cursorHint: "Left and right arrow keys move the cursor by a month, Page Up and Page Down by a year.",
    table: "Numbers behind this chart",
    month: "Month",
    quantile: (share: string) => `${share} quantile`,
    export: "Save",
    png: "Picture (PNG)",
    svg: "Drawing (SVG)",
    csv: "Table (CSV)",
    source: "Source",
    perYear: "January of each year and the last month",
    noData: "no value",
    bandLegend: (share: string) => `${share} of replicates`,
    halfLegend: "middle half",
  },
  units: {
    persons: "people",
    "persons/month": "people a month",
    "persons/year": "people a year",
    months: "months",
    cases: "cases",
    "cases/month": "cases a month",
    posts: "posts",
    employers: "employers",
    establishments: "firms",
    placements: "placements",
    "posts/month": "posts a month",
    "partnerships/month": "partnerships a month",
    partnerships: "partnerships",
    seats: "seats",
    EUR: "€",
    "EUR/month": "€ a month",
    "EUR/year": "€ a year",
    "EUR/person": "€ per person",
    "person-months": "person-months",
    "person-months/month": "person-months a month",
    "1/month": "per month",
    "1/year": "per year",
    "1": "",
  } as Record<string, string>,
  errorTitle: "This result cannot be shown",
};

type Widen<T> = T extends string
  ? string
  : T extends (...given: infer A) => string
    ? (...given: A) => string
    : T extends readonly string[]
      ? string[]
      : { [K in keyof T]: Widen<T[K]> };

/** The shape every language must fill. */
export type Catalogue = Widen<typeof en>;
