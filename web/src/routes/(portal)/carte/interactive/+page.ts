/** With a script, for who asked for it; the list says the same without. */
export const csr = true;
