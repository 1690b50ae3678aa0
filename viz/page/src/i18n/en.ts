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
  // Numbers
  million: "million",
  billion: "billion",
  trillion: "trillion",
  below: (bound: string) => `below ${bound}`,
  above: (bound: string) => `above ${bound}`,
  // Overview
  win: {
    title: "Who gains?",
    intro: (reference: string) =>
      `Gain of each side against “${reference}”, each in its own yardstick: numbers of different cards are no amounts of the same money. ` +
      "Discounted; what those in Germany at the end are expected to yield later is part of it.",
    origin: "Country of origin",
    destination: "Destination",
    migrants: "Migrants",
    originUnit: "training costs of one graduate per person enrolled",
    destinationUnit: "recognised yearly wages per person enrolled",
    migrantsUnit: "yearly wages at the origin per person enrolled",
    gains: "gains",
    loses: "loses",
    open: "undecided",
    fewRuns: (least: string) => `fewer than ${least} runs: not clear`,
    inRuns: (count: string, all: string) => `gains in ${count} of ${all} runs`,
    noRuns: (reference: string) => `no gain per person: nobody is enrolled with “${reference}”`,
    presentValue: "Present value",
    presentText: "discounted, not per person",
    within: (amount: string) => `, of which ${amount} within the horizon; the rest is what those who are there at the end are expected to yield`,
    withinApart: (amount: string) =>
      `; within the horizon alone: ${amount}. The rest is what those who are there at the end are expected to yield`,
    allThree: (count: string, all: string) => `All three gain in ${count} of ${all} runs`,
    typical: (value: string, share: string, range: string) =>
      `Each in its own yardstick, the smallest of the three gains is ${value} in the typical run (${share}: ${range}).`,
    smallestMedian: (who: string, value: string) =>
      `Of the medians on the cards the lowest number is that of ${who}: ${value}. ` +
      "That ranks nobody in EUR: training costs and yearly wages are different amounts.",
    originOf: "the country of origin",
    destinationOf: "the destination",
    migrantsOf: "the migrants",
    nobodyYes: (count: string, all: string) => `None of the seven groups is worse off in ${count} of ${all} runs`,
    nobodyNo: (count: string, all: string) => `At least one of the seven groups loses in ${count} of ${all} runs`,
    seven: (names: string) => `The seven groups: ${names}.`,
    households: "Origin households, who live on the money that migrants send, are not among them.",
    householdsLose: (count: string, all: string) =>
      `Origin households, who live on the money that migrants send, lose in ${count} of ${all} runs (not among the seven).`,
    losers: (names: string) => `Runs in which each loses: ${names}.`,
    loser: (name: string, count: string, all: string) => `${name} (${count} of ${all})`,
    rule: (loss: string, limit: string) =>
      `A group loses where its gain per person enrolled is below ${loss} of its unit. ` +
      `That none is worse off is said from a share of ${limit} of the runs on.`,
    groups: {
      migrant_gain: "migrants",
      gain_german_employers: "German employers",
      gain_german_state: "the German state",
      gain_domestic_workers: "domestic workers",
      gain_origin_state: "the origin state",
      gain_origin_employers: "origin employers and patients",
      gain_origin_workers: "origin workers",
    } as Record<string, string>,
  },
  key: {
    title: "Key results",
    indicator: "Indicator",
    scenario: "This scenario",
    unit: "Unit",
    difference: (reference: string) => `Difference to “${reference}”`,
    includesZero: "interval includes zero",
    small: (share: string) => `less than ${share} of the comparison`,
    few: (least: string) => `fewer than ${least} runs`,
    gains: "Gains, group by group",
    gainsCaption:
      "What each group gains per person enrolled; below, the present values of the three sides. Every gain is in the yardstick of its row; gains in different yardsticks cannot be ranked. " +
      "Origin households are told here, but are not among the seven groups of “none is worse off”.",
    group: "Group",
    against: (reference: string) => `Against “${reference}”`,
    points: "percentage points",
    pointsShort: "pp",
    caption: (share: string) => `Medians with the ${share} interval in brackets. Differences are paired by run.`,
    clearRule: (share: string) =>
      `A difference is clear where its interval excludes zero and its median is at least ${share} of the comparison's value; others are grey and say why.`,
    fewRule: (least: string) => `With fewer than ${least} runs no difference is called clear: all are grey.`,
    notes: {
      gap_share:
        "net skilled worker-years a year, measured against the reference gap of the scenario; that gap can count all skill levels",
      cost_per_retained_worker:
        "costs of the last five years per arrival of these years, divided by the share at work after 36 months; not defined in horizons under ten years",
    } as Record<string, string>,
  },
  bottleneck: {
    title: "Where it is tight",
    headline: (scarce: string, stage: string) => `Bottleneck: ${scarce} (stage “${stage}”)`,
    none: "Bottleneck: none, because no partnership is at work at the end",
    text: "With the dropout of the last year taken into account, this stage can carry the fewest candidates.",
    agreement: (count: string, known: string) => `So it is in ${count} of ${known} runs.`,
    without: (count: string, all: string) => `In ${count} of ${all} runs no partnership is at work at the end.`,
    marked: (scarce: string) => `bottleneck: ${scarce}`,
  },
  headlineStory: {
    arrivals: (now: string, unit: string, more: string, reference: string) =>
      `${now} ${unit} come to Germany to work: ${more} than with ${reference}`,
    more: (amount: string) => `${amount} more`,
    fewer: (amount: string) => `${amount} fewer`,
    same: "as many",
    range: (share: string, range: string) => `${share} of the difference: ${range}.`,
    includesZero: "It includes zero: the sign is not certain.",
    few: (least: string) => `With fewer than ${least} runs no difference is called clear.`,
    paired: "The difference is the median of the differences run by run, not the difference of the two medians.",
  },
  partnerships: {
    allEnded: (count: string, all: string, end: string) => `In ${count} of ${all} runs every partnership had ended by ${end}`,
    halfBy: (when: string) => `half of those by ${when}.`,
    oneBy: (when: string) => `the last one in ${when}.`,
    dissolve: "Whatever its funding, a partnership can still dissolve for lack of results.",
  },
  // Pipeline
  pipeline: {
    title: "From application to work abroad",
    intro: "How many people stand in each stage. All small charts share one time axis; countries and channels are summed.",
    stages: "People in each stage",
    stagesText: "Each chart has its own scale; the dashed line is the comparison.",
    end: (when: string) => `${when}`,
    queues: "Offices: cases and waiting times",
    waits: "Months waited for a slot",
    waitsText: "Mean over the horizon and over all cases the office took up; its case work is not counted.",
    stays: "Months in the stage",
    staysText: "Mean over the horizon and over all who left the stage; waiting, courses and case work are counted.",
    office: "Office",
    stage: "Stage",
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
    unlimited: "unlimited",
    english: "",
    dissolve: "Also without an end of its funding the partnership can dissolve for lack of results.",
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
        "before the band is drawn, so with ten runs or more a band that keeps clear of zero is not due to chance alone.",
      "Flows are drawn as means over the last twelve months, taken in each run before the quantiles; single months are one click away. " +
        "Stocks are drawn month by month.",
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
    paces: "Flows",
    yearMean: "12-month mean",
    monthly: "monthly",
    inYear: (when: string) => `in the 12 months to ${when}`,
    yearTo: (when: string) => `12 months to ${when}`,
    few: (least: string) => `With fewer than ${least} runs no difference is called clear.`,
    tooSmall: (share: string) => `The difference is less than ${share} of the comparison's value.`,
    noDifference: "no difference",
    offZero: "The axis does not start at zero.",
    titleLevel: (name: string, value: string, when: string) => `${name}: ${value} ${when}`,
    than: (reference: string) => `than with “${reference}”`,
    moreThan: (amount: string) => `${amount} more`,
    lessThan: (amount: string) => `${amount} less`,
    fewerThan: (amount: string) => `${amount} fewer`,
    equal: "no more and no less",
    excludesSince: (share: string, side: "above" | "below", when: string) =>
      `The ${share} band has been ${side} zero since ${when} without a break.`,
    excludesAlways: (share: string, side: "above" | "below") =>
      `The ${share} band stays ${side} zero in every month.`,
    identical: (reference: string) => `In every month and every replicate the same as with “${reference}”.`,
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
    places: "places",
    attempts: "attempts",
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
  unitsOfOne: {
    partnerships: "partnership",
    persons: "person",
    "persons/month": "person a month",
    "persons/year": "person a year",
    months: "month",
    posts: "post",
    cases: "case",
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
