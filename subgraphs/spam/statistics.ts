import type { Target } from './target.ts';
import type { Verdict } from './verdict.ts';

/** What is counted by the hour. */
export interface Counts {
  checked: number;
  refused: number;
  hidden: number;
  cleared: number;
  unknown: number;
}

export interface DomainHits {
  domain: string;
  hits: number;
}

const hourMs = 60 * 60_000;
const hoursShown = 24;
/** How many domains an hour remembers: the least of more are forgotten, so that what is shown of a domain is its least. */
export const domainsKept = 100;
const domainsShown = 20;

/** The hour that a time lies in: ISO 8601, UTC. */
export const hourOf = (time: Date): string => `${time.toISOString().slice(0, 13)}:00:00.000Z`;

/** The hour that it is and those before it. */
export const lastHours = (now: Date): string[] =>
  Array.from({ length: hoursShown }, (_, back) => hourOf(new Date(now.getTime() - back * hourMs)));

/** What a change of a target counts for. */
export function countsOf(before: Target | undefined, after: Target): Partial<Counts> {
  const from = before?.decision.status;
  const to = after.decision.status;
  return {
    ...(!before && to !== 'DELETED' && { checked: 1 }),
    ...(from !== 'SPAM' && to === 'SPAM' && { hidden: 1 }),
    ...(from === 'SPAM' && to !== 'SPAM' && to !== 'DELETED' && { cleared: 1 }),
    ...(from !== 'UNKNOWN' && to === 'UNKNOWN' && { unknown: 1 }),
  };
}

/** The sum of what several have counted. */
export const sumOf = (shares: Partial<Counts>[]): Counts => {
  const sum = (name: keyof Counts) => shares.reduce((total, share) => total + (share[name] ?? 0), 0);
  return {
    checked: sum('checked'),
    refused: sum('refused'),
    hidden: sum('hidden'),
    cleared: sum('cleared'),
    unknown: sum('unknown'),
  };
};

/** Adds hits to those of other domains, the most first, and keeps so many. */
export function addDomains(known: DomainHits[], hits: ReadonlyMap<string, number>, kept = domainsKept): DomainHits[] {
  const all = new Map(known.map(({ domain, hits: before }) => [domain, before]));
  for (const [domain, more] of hits) all.set(domain, (all.get(domain) ?? 0) + more);
  const sorted = [...all].map(([domain, sum]) => ({ domain, hits: sum }));
  return sorted.sort((a, b) => b.hits - a.hits || (a.domain < b.domain ? -1 : 1)).slice(0, kept);
}

/** The domains with the most hits in several hours. */
export const topDomains = (hours: DomainHits[][]): DomainHits[] =>
  hours
    .reduce((known, hour) => addDomains(known, new Map(hour.map(({ domain, hits }) => [domain, hits])), Infinity), [])
    .slice(0, domainsShown);

/** The domains of the blocked expressions that a verdict found, each once. */
export const domainsOf = ({ matches }: Pick<Verdict, 'matches'>): Set<string> =>
  new Set(matches.map(({ expression }) => expression.slice(0, expression.indexOf('/'))));

/**
 * What happens too often to write each time: texts refused, and hits of blocked domains. It is counted in memory by the hour and
 * taken from there to be written, once a second or so; a process that is killed takes with it what it had not written.
 */
export function createTally() {
  let hours = new Map<string, { refused: number; domains: Map<string, number> }>();

  function hit(verdict: Pick<Verdict, 'matches'>, refused: number) {
    const hour = hourOf(new Date());
    const counted = hours.get(hour) ?? { refused: 0, domains: new Map<string, number>() };
    hours.set(hour, counted);
    counted.refused += refused;
    for (const domain of domainsOf(verdict)) counted.domains.set(domain, (counted.domains.get(domain) ?? 0) + 1);
  }

  return {
    /** A text was called spam before it was published. */
    refused: (verdict: Verdict) => hit(verdict, 1),
    /** Something published was hidden. */
    hidden: (verdict: Verdict) => hit(verdict, 0),
    /** Hands over what was counted, and counts from nothing. */
    take() {
      const taken = hours;
      hours = new Map();
      return taken;
    },
  };
}

export type Tally = ReturnType<typeof createTally>;
