import { grantScopes } from '@banyan/user/grant';
import { awsEnvironment, awsPorts } from './services.ts';

/** `npm run grant -- <handle> [<scope> …]`, on the running system. */

const [handle, ...scopes] = process.argv.slice(2);
if (!handle) {
  process.stderr.write('Usage: npm run grant -- <handle> [<scope> …]   (as in: minji spam:moderate)\n');
  process.exit(2);
}
Object.assign(process.env, awsEnvironment(awsPorts(process.env)));
try {
  await grantScopes({ TABLE_PREFIX: 'banyan-' }, handle, scopes);
  process.stdout.write(
    `${handle} may now: ${scopes.join(', ') || 'what everybody may'}. It counts from the next sign-in on.\n`,
  );
} catch (error) {
  const { message, code } = error as NodeJS.ErrnoException;
  const words = code === 'ECONNREFUSED' ? 'Nothing runs here. Start it with "npm start" first.' : message;
  process.stderr.write(`${words}\n`);
  process.exit(1);
}
