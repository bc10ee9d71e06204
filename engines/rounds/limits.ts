/** As late as never; with a way that is not there added, it still fits 32 bits. */
export const NEVER = 0x3fffffff;
/** Time of a way that is not there: whoever takes it comes too late. */
export const NO_WAY = 0x20000000;
/** Of `Model.affinity`: this crew cannot do this job. */
export const CANNOT = -1;
