import { readFile } from 'node:fs/promises';
import { StartError } from '@banyan/kit';
import { z } from 'zod';
import type { ContractInput } from '../checks/downstream.ts';
import type { SentOperation } from '../checks/operations/sentOperation.ts';

const client = z.object({ name: z.string(), version: z.string().default(''), count: z.number().nonnegative() });

/** As `usage { operations { id name signature clients { name version count } } }` of the registry's schema answers. */
const operations = z.array(
  z.object({
    id: z.string(),
    name: z
      .string()
      .nullish()
      .transform((name) => name ?? undefined),
    signature: z
      .string()
      .nullish()
      .transform((signature) => signature || undefined),
    clients: z.array(client).min(1),
  }),
);

const contracts = z.array(
  z.object({
    variant: z.string(),
    include: z.array(z.string()).default([]),
    exclude: z.array(z.string()).default([]),
    hideUnreachableTypes: z.boolean().default(false),
    operations: operations.default([]),
  }),
);

async function readAs<Shape extends z.ZodType>(file: string, shape: Shape): Promise<z.output<Shape>> {
  try {
    return shape.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    const words = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new StartError(`${file} cannot be used: ${words}`);
  }
}

/** What clients sent, from a JSON file: a list of `{ id, name?, signature, clients: [{ name, version, count }] }`. */
export const readUsage = (file: string): Promise<SentOperation[]> => readAs(file, operations);

/** Contracts, from a JSON file: a list of `{ variant, include, exclude, hideUnreachableTypes, operations }`. */
export async function readContracts(file: string): Promise<Omit<ContractInput, 'apiSdl' | 'options'>[]> {
  const found = await readAs(file, contracts);
  return found.map(({ variant, operations: sent, ...filter }) => ({ variant, filter, operations: sent }));
}
