export type SetName = 'solomon' | 'homberger200' | 'homberger400' | 'homberger1000';

/** Mean gap in percent to be reached in so many seconds. */
export const GOALS: Record<SetName, Record<number, number>> = {
  solomon: { 10: 0.02 },
  homberger200: { 10: 0.1 },
  homberger400: { 10: 0.5, 60: 0.05 },
  homberger1000: { 10: 2, 60: 1 },
};

/**
 * Mean gap in percent of other solvers, measured on one machine of two cores in November 2026: one
 * seed, all of Solomon, six instances of each larger size. Processor seconds on one thread; for VROOM
 * and OR-Tools the clock, while others worked.
 */
export const PEERS: Record<SetName, Record<string, string>> = {
  solomon: {
    'HGS-DIMACS': '0.00 in 10 s',
    'PyVRP 0.13': '0.19 in 10 s',
    'VROOM 1.15': '1.61 in 2 s',
    'OR-Tools 9.15': '3.74 in 10 s',
  },
  homberger200: {
    'HGS-DIMACS': '0.12 in 10 s',
    'PyVRP 0.13': '0.60 in 10 s',
    'VROOM 1.15': '4.0 in 12 s',
  },
  homberger400: {
    'HGS-DIMACS': '1.67 in 10 s, 0.22 in 30 s, 0.02 in 60 s',
    'PyVRP 0.13': '1.92 in 10 s, 0.94 in 60 s',
    'VROOM 1.15': '6.1 in 65 s',
    'OR-Tools 9.15': '13 in 60 s',
  },
  homberger1000: {
    'HGS-DIMACS': '12.4 in 10 s, 5.1 in 30 s, 3.4 in 60 s',
    'PyVRP 0.13': '5.5 in 10 s, 2.4 in 60 s',
    'VROOM 1.15': '19 in 60 s',
    'OR-Tools 9.15': '56 in 60 s',
  },
};
