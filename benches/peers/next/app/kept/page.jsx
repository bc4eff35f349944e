import { data } from '../data.js';
import Titles from '../page-of-titles.jsx';

// Rendered when it is built, and kept.
export const dynamic = 'force-static';

export default function Page() {
  return <Titles data={data} />;
}
