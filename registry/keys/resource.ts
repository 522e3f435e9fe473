/** A part of the registry that a key is for: a graph, one of its variants, or one subgraph of a variant. */
export interface Resource {
  graphId: string;
  variant?: string;
  /** Only together with `variant`: Rover's `api-key create … subgraph` makes such keys. */
  subgraph?: string;
}

export type Resources = 'everything' | readonly Resource[];

/** True when the whole of `ref` lies within `resource`. */
export const covers = (resource: Resource, ref: Resource): boolean =>
  resource.graphId === ref.graphId &&
  (resource.variant === undefined || resource.variant === ref.variant) &&
  (resource.subgraph === undefined || resource.subgraph === ref.subgraph);

/** True when any part of `ref` lies within `resource`. */
export const touches = (resource: Resource, ref: Resource): boolean =>
  resource.graphId === ref.graphId &&
  (resource.variant === undefined || ref.variant === undefined || resource.variant === ref.variant) &&
  (resource.subgraph === undefined || ref.subgraph === undefined || resource.subgraph === ref.subgraph);

/** As people write it: `graph`, `graph@variant` or `graph@variant/subgraph`. */
export const nameOfResource = ({ graphId, variant, subgraph }: Resource): string =>
  `${graphId}${variant === undefined ? '' : `@${variant}`}${subgraph === undefined ? '' : `/${subgraph}`}`;
