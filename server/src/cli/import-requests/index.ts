export { type ImportRequestsOptions, importRequestsFile } from './import-requests.ts';
