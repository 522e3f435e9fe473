import { createDocumentClient, createStream, deadLetters, measureLag, replayDeadLetters } from '@banyan/kit';
import { awsEnvironment, awsPorts } from './services.ts';

/** `npm run events -- lag | dead [domain] | replay <domain> [<event id> …]`, on the running system. */

const consumers = ['feed', 'spam', 'notification'];
const usage = `Usage: npm run events -- lag                              how far each consumer is behind
       npm run events -- dead [<domain>]                 the events that could not be handled, with their errors
       npm run events -- replay <domain> [<event id> …]  hands them out again: these, or all
Domains: ${consumers.join(', ')}`;

Object.assign(process.env, awsEnvironment(awsPorts(process.env)));
const client = createDocumentClient();
const stream = createStream('banyan-events');
const tableOf = (domain: string) => `banyan-${domain}`;
const say = (line: string) => process.stdout.write(`${line}\n`);

async function lag() {
  for (const domain of consumers) {
    for (const { shard, lagMs } of await measureLag(client, tableOf(domain), stream)) {
      say(`${domain.padEnd(13)} ${shard}  ${(lagMs / 1_000).toFixed(1)} s behind`);
    }
  }
}

async function dead(domains: string[]) {
  let count = 0;
  for (const domain of domains) {
    for await (const page of deadLetters(client, tableOf(domain))) {
      count += page.length;
      for (const { sk, event, error, at } of page)
        say(`${domain}  ${sk}  ${at}  ${event.type} ${event.subject}  ${error}`);
    }
  }
  if (count === 0) say('No event is dead.');
}

async function replay(domain: string, ids: string[]) {
  const count = await replayDeadLetters(client, tableOf(domain), stream, ids.length > 0 ? ids : undefined);
  say(`${count} handed out again.`);
}

const [command, domain, ...ids] = process.argv.slice(2);
const known = domain === undefined || consumers.includes(domain);
try {
  if (command === 'lag') await lag();
  else if (command === 'dead' && known) await dead(domain ? [domain] : consumers);
  else if (command === 'replay' && domain && known) await replay(domain, ids);
  else {
    process.stderr.write(`${usage}\n`);
    process.exitCode = 2;
  }
} catch (error) {
  const { message, code } = error as NodeJS.ErrnoException;
  process.stderr.write(
    `${code === 'ECONNREFUSED' ? 'Nothing runs here. Start it with "npm start" first.' : message}\n`,
  );
  process.exitCode = 1;
}
