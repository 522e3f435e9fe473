import { readFileSync } from 'node:fs';
import { subgraphSdls as benchmark } from '../../../test/bench/gateway/workload/schemas.ts';
import { features } from './features.ts';
import { withoutSecurity } from './withoutSecurity.ts';

const domainNames = ['feed', 'notification', 'photo', 'spam', 'user'];

/** What the executors are compared on: the five domains, the benchmark's shop, and a small supergraph for each feature. */
export function comparedSupergraphs(): Record<string, Record<string, string>> {
  const schema = (name: string) =>
    readFileSync(`${import.meta.dirname}/../../../subgraphs/${name}/schema.graphql`, 'utf8');
  const domains = Object.fromEntries(domainNames.map((name) => [name, withoutSecurity(schema(name))]));
  return { domains, benchmark, ...features };
}
