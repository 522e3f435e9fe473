/** Where a gateway finds what it serves. */
export interface World {
  /** The address of the subgraphs and of the registry beside them. */
  url: string;
  /** The composed supergraph, a file. */
  supergraphFile: string;
  /** A folder for what contestants keep. */
  folder: string;
}

/** A gateway as it is started. */
export interface Contestant {
  name: string;
  /** For people: what it is, with its version. */
  title: string;
  /** Shares the execution of equal requests in flight. */
  isSharing?: boolean;
  command(world: World, port: number): { argv: string[]; cwd: string; env: Record<string, string> };
  /** Why what it has printed shows that it is not what it should be. */
  objection?(output: string): string | undefined;
}
