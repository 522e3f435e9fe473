import { StartError } from '@banyan/kit';
import { runCheck } from './check.ts';

try {
  process.exitCode = await runCheck(process.argv.slice(2), (text) => process.stdout.write(text));
} catch (error) {
  const isOurs = error instanceof StartError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  process.stderr.write(`${isOurs ? (error as Error).message : (error as Error).stack}\n`);
  process.exitCode = 2;
}
