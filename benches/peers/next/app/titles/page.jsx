import { data } from '../data.js';
import Titles from '../page-of-titles.jsx';

// Rendered anew for each request.
export const dynamic = 'force-dynamic';

export default function Page() {
  return <Titles data={data} />;
}
