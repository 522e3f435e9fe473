import { type DirectiveNode, type DocumentNode, Kind, parse, print, type ValueNode, visit } from 'graphql';
import { readLinks } from '../../authorization/links.ts';

const federation = 'https://specs.apollo.dev/federation';
const directives = ['authenticated', 'requiresScopes', 'policy'];
/** What these directives' arguments are of. */
const scalars = ['Scope', 'Policy'];

/**
 * A subgraph's SDL without the directives of authorisation, under whatever names it imports them: for the stock gateway, which
 * refuses supergraphs that link a feature `for: SECURITY`.
 */
export function withoutSecurity(sdl: string): string {
  const document = parse(sdl);
  const names = securityNames(document);
  return print(
    visit(document, {
      [Kind.DIRECTIVE]: (node) => {
        if (names.has(node.name.value)) return null;
        return isFederationLink(node) ? withoutImports(node) : undefined;
      },
      [Kind.DIRECTIVE_DEFINITION]: ({ name }) => (names.has(name.value) ? null : undefined),
    }),
  );
}

const securityNames = (document: DocumentNode): ReadonlySet<string> =>
  new Set(
    readLinks(document)
      .filter(({ identity }) => identity === federation)
      .flatMap((link) => directives.map((name) => link.directiveName(name))),
  );

function isFederationLink(directive: DirectiveNode): boolean {
  const url = directive.arguments?.find(({ name }) => name.value === 'url')?.value;
  return url?.kind === Kind.STRING && url.value.startsWith(`${federation}/v`);
}

function withoutImports(link: DirectiveNode): DirectiveNode {
  const unwanted = new Set([...directives.map((name) => `@${name}`), ...scalars]);
  return visit(link, {
    [Kind.LIST]: (list) => ({
      ...list,
      values: list.values.filter((item: ValueNode) => !unwanted.has(importedName(item))),
    }),
  });
}

/** Of `"@key"` as of `{ name: "@key", as: "@id" }`. https://specs.apollo.dev/link/v1.0/#Import */
function importedName(item: ValueNode): string {
  const name = item.kind === Kind.OBJECT ? item.fields.find((field) => field.name.value === 'name')?.value : item;
  return name?.kind === Kind.STRING ? name.value : '';
}
