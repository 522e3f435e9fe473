import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { StartError } from '@banyan/kit';
import { check } from '../checks/check.ts';
import { applyContract } from '../contracts/applyContract.ts';
import { documentId } from '../documents.ts';
import { composeWithApi } from '../graphs/directBuilder.ts';
import { readSubgraphs, readSubgraphsOf } from './against.ts';
import { readContracts, readUsage } from './usageFile.ts';
import { wordsOf } from './words.ts';

const usage = `Usage: npm run check -- --against <commit or directory> [options]

Answers what a check of the registry answers, with no server: does what is here compose, would it break an operation that clients
send, does it keep the rules of the linter, do contracts that derive from it still build.

  --against <ref>        what to compare with: a directory, or anything that git takes for a commit (main, HEAD~1, a tag)
  --supergraph <file>    which subgraphs there are (default: supergraph.yaml)
  --usage <file>         what clients sent: JSON, [{ id, name, signature, clients: [{ name, version, count }] }]
  --contracts <file>     contracts: JSON, [{ variant, include, exclude, hideUnreachableTypes, operations }]
  --strict               every breaking change fails, sent or not
  --json                 the whole answer as JSON

Exit code: 0 when the change is safe, 1 when it is not, 2 when there is no answer.
`;

/** The whole of `npm run check`. @returns the exit code. */
export async function runCheck(args: string[], say: (text: string) => void): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      against: { type: 'string' },
      supergraph: { type: 'string', default: 'supergraph.yaml' },
      usage: { type: 'string' },
      contracts: { type: 'string' },
      strict: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    say(usage);
    return 0;
  }
  if (values.against === undefined) throw new StartError(usage);

  const file = resolve(values.supergraph);
  const [now, then] = await Promise.all([readSubgraphs(file), readSubgraphsOf(values.against, file)]);
  const sdlBefore = new Map(then.map(({ name, sdl }) => [name, sdl]));
  const changed = now.filter(({ name, sdl }) => sdlBefore.get(name) !== sdl);
  const served = composeWithApi(then);
  if (!served.ok) {
    throw new StartError(
      `${values.against} does not compose itself: ${served.errors.map(({ message }) => message).join('\n')}`,
    );
  }
  const options = { strict: values.strict };
  const contracts = (values.contracts ? await readContracts(values.contracts) : []).map((contract) => {
    const before = applyContract(served.supergraphSdl, contract.filter);
    return { ...contract, options, ...(before.ok && { apiSdl: before.apiSdl }) };
  });
  const result = check({
    proposal: {
      kind: 'subgraphs',
      subgraphs: now,
      changed: changed.map(({ name }) => ({ name, baseSdl: sdlBefore.get(name) })),
    },
    before: { supergraphId: documentId(served.supergraphSdl), apiSdl: served.apiSdl },
    operations: values.usage ? await readUsage(values.usage) : [],
    options,
    contracts,
  });
  say(values.json ? `${JSON.stringify(result, null, 2)}\n` : wordsOf(result));
  return result.status === 'PASSED' ? 0 : 1;
}
