/** The one step with a script, for who asked for it; the plain page does the same. */
export const csr = true;
