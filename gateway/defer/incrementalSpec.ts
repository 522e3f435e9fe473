import type { CompletedPart, PendingPart, SubsequentResult } from '../engine/defer/executeIncrementally.ts';
import { errorsMember, type FormatError, labelMember, type PayloadFormat } from './payloadFormat.ts';
import { SentData } from './sentData.ts';

/**
 * The format of graphql-js 17 alpha 9: fragments are announced before they come, and no field is sent twice.
 * https://specs.apollo.dev/incremental/v0.2/, https://github.com/graphql/graphql-spec/pull/1110
 */
export function incrementalSpec(formatError: FormatError): PayloadFormat {
  const announced = new Announcements();
  let sent = new SentData(undefined);

  const complete = (id: string, { pending: { path }, data, errors }: CompletedPart) => {
    const told = errorsMember(errors, formatError);
    const fields = data && sent.add(path, data);
    // A null that goes up to where the client has an object already takes the whole fragment.
    if (!fields) return { incremental: [], completed: { id, ...told } };
    // Errors of fields that another part has sent need an object to come with.
    if (fields.length === 0 && errors.length > 0) fields.push({ subPath: [], data: {} });
    const incremental = fields.map(({ subPath, data: own }, at) => ({
      id,
      ...(subPath.length > 0 && { subPath }),
      data: own,
      ...(at === 0 && told),
    }));
    return { incremental, completed: { id } };
  };

  return {
    contentType: 'multipart/mixed; boundary="-"; incrementalSpec=v0.2',
    initial({ data, errors, extensions, pending, hasNext }) {
      sent = new SentData(data);
      return {
        ...(data !== undefined && { data }),
        ...errorsMember(errors, formatError),
        ...(extensions && { extensions }),
        ...listMember('pending', pending.map(announced.add)),
        hasNext,
      };
    },
    subsequent({ completed, pending, hasNext }: SubsequentResult) {
      const news: object[] = [];
      const announce = (part: PendingPart): string | undefined => {
        const known = announced.idOf(part);
        // What is inside a fragment that failed has no object to be in.
        if (known !== undefined || !sent.has(part.path)) return known;
        const entry = announced.add(part);
        news.push(entry);
        return entry.id;
      };
      const done = completed.flatMap((part) => {
        const id = announce(part.pending);
        return id === undefined ? [] : [complete(id, part)];
      });
      for (const part of pending) announce(part);
      return {
        ...listMember('pending', news),
        ...listMember(
          'incremental',
          done.flatMap(({ incremental }) => incremental),
        ),
        ...listMember(
          'completed',
          done.map((each) => each.completed),
        ),
        hasNext,
      };
    },
  };
}

/** The names by which a client knows the parts that are still to come. */
class Announcements {
  readonly #ids = new Map<PendingPart, string>();

  readonly add = (part: PendingPart): { id: string; path: PendingPart['path']; label?: string } => {
    const id = String(this.#ids.size);
    this.#ids.set(part, id);
    return { id, path: part.path, ...labelMember(part) };
  };

  idOf(part: PendingPart): string | undefined {
    return this.#ids.get(part);
  }
}

const listMember = (name: string, list: readonly object[]): object => (list.length > 0 ? { [name]: list } : {});
