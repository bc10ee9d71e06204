export { CSV_TYPE, writeCsv } from './write-csv.ts';
