import { run, StartError } from '@banyan/kit';
import manifest from '../package.json' with { type: 'json' };
import { readFlags } from './flags.ts';
import { help } from './help.ts';
import { serve } from './serve.ts';
import { commandSettings } from './settings.ts';

const say = (text: string) => void process.stdout.write(`${text}\n`);

try {
  const { wants, variables } = readFlags(process.argv.slice(2));
  if (wants === 'help') say(help());
  else if (wants === 'version') say(manifest.version);
  else {
    Object.assign(process.env, variables);
    // A file that was asked for is served, whatever registry the shell knows.
    if (variables.SUPERGRAPH) delete process.env.APOLLO_GRAPH_REF;
    await run('gateway', commandSettings, serve);
  }
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  process.stderr.write(`gateway did not start. ${error.message}\n`);
  process.exitCode = 1;
}
