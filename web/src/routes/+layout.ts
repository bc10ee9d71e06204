/** Plain HTML unless a face says otherwise: the portal and the error pages need no script. */
export const csr = false;
