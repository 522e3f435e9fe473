export { type Build, type BuildMessage, compose, type Place, parseFailed, type SubgraphSchema } from './compose.ts';
export { expand, readSupergraphConfig, type SubgraphSource } from './supergraphConfig.ts';
export { type FileWatch, watchFiles } from './watchFiles.ts';
