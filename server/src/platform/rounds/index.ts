/** Plans rounds on all cores: the engine is pure, the threads are here. */
export { solveInWorkers, type WorkersOptions } from './solve-in-workers.ts';
