import type { FragmentDefinitionNode } from 'graphql';
import type { Part } from './part.ts';
import type { Scope } from './rules.ts';

/** A fragment as it is where the objects can be of some types only. */
export interface Variant {
  name: string;
  scope: Scope;
  part: Part;
}

/** How a fragment is to be filtered in one place; equal keys mean equal parts. */
interface Task {
  key: string;
  scope: Scope;
  filter: () => Part;
}

/** Beyond so many places that differ, fragments are judged by their own type condition: never too much is let through by that. */
const MOST = 1000;

/**
 * The fragments of an operation. One that may be read in one place, and in another only in part, becomes several; each is
 * filtered once however often it is spread (CVE-2025-32030 came from expanding them every time).
 */
export class FragmentVariants {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #byTask = new Map<string, Variant>();
  readonly #bySignature = new Map<string, string>();
  readonly #definitions = new Map<string, { definition: FragmentDefinitionNode; part: Part }>();

  constructor(fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
    this.#fragments = fragments;
  }

  /** @param plan - says how the fragment is to be filtered; `isMany`: by its own type condition. */
  find(name: string, plan: (definition: FragmentDefinitionNode, isMany: boolean) => Task): Variant | undefined {
    const definition = this.#fragments.get(name);
    if (!definition) return undefined;
    const { key, scope, filter } = plan(definition, this.#byTask.size >= MOST);
    const known = this.#byTask.get(`${name} ${key}`);
    if (known) return known;
    const part = filter();
    const variant = { name: this.#nameOf(definition, part), scope, part };
    this.#byTask.set(`${name} ${key}`, variant);
    return variant;
  }

  /** @returns the definitions of all variants that were found, whole. */
  whole(): FragmentDefinitionNode[] {
    return [...this.#definitions.values()].map(({ definition, part }) => ({ ...definition, selectionSet: part.whole }));
  }

  /** @returns the definitions of those of which something may be read. */
  kept(): FragmentDefinitionNode[] {
    return [...this.#definitions.values()].flatMap(({ definition, part: { kept } }) =>
      kept ? [{ ...definition, selectionSet: kept }] : [],
    );
  }

  /** One of which nothing is refused keeps its name, because the selections that spread it are kept as they are. */
  #nameOf(definition: FragmentDefinitionNode, part: Part): string {
    const original = definition.name.value;
    const signature = `${original} ${part.signature}`;
    const known = this.#bySignature.get(signature);
    if (known !== undefined) return known;
    let name = original;
    if (part.sites.length > 0) {
      for (let count = 1; this.#fragments.has(name) || this.#definitions.has(name); count++)
        name = `${original}_${count}`;
    }
    this.#bySignature.set(signature, name);
    this.#definitions.set(name, { definition: { ...definition, name: { ...definition.name, value: name } }, part });
    return name;
  }
}
