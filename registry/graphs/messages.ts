import type { BuildMessage } from '@banyan/kit/composition';
import type { Documents } from '../documents.ts';
import type { Launch } from './launch.ts';

/** What composition had to say. */
export interface Messages {
  errors: BuildMessage[];
  hints: BuildMessage[];
}

type KeptMessages = Pick<Launch, 'errors' | 'hints' | 'errorCount' | 'hintCount' | 'messagesId'>;

/** Of a launch's item, in bytes, for errors and for hints. */
const inlineBytes = 8_000;

/** What a launch keeps of the messages: all where they are short, else the first ones beside a document with all. */
export async function keepMessages(documents: Documents, { errors, hints }: Messages): Promise<KeptMessages> {
  const first = { errors: firstOf(errors), hints: firstOf(hints) };
  const counts = { errorCount: errors.length, hintCount: hints.length };
  if (first.errors.length === errors.length && first.hints.length === hints.length) return { ...first, ...counts };
  return { ...first, ...counts, messagesId: await documents.put(JSON.stringify({ errors, hints })) };
}

/** All messages of a launch. */
export async function messagesOf(documents: Documents, launch: KeptMessages): Promise<Messages> {
  if (launch.messagesId) return JSON.parse(await documents.get(launch.messagesId));
  return { errors: launch.errors, hints: launch.hints };
}

function firstOf(messages: readonly BuildMessage[]): BuildMessage[] {
  let left = inlineBytes;
  const end = messages.findIndex((message) => {
    left -= Buffer.byteLength(JSON.stringify(message));
    return left < 0;
  });
  return messages.slice(0, end === -1 ? messages.length : end);
}
