// The data of the page is in memory, so that rendering alone is measured.
import { readFileSync } from 'node:fs';

export const data = JSON.parse(readFileSync(process.env.PEER_DATA, 'utf8'));
