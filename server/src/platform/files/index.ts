/** Photos: kept under the hash of their content, harmless before anyone else sees them. */
export type { BlobStore } from './blob-store.ts';
export { diskBlobStore } from './disk-blob-store.ts';
export { createFiles, type Files, type FileView } from './files.ts';
export { fileProblems } from './problems.ts';
export { type SniffedType, sniffType } from './sniff-type.ts';
