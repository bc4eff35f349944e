// Slate's page is HTML alone but for its islands: no data and no script for the rest of it.
export const csr = false;
export const load = ({ data }) => data;
