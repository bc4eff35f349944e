// Prints what a market may hold at its edges, as lines that `slate import` takes: long names, many of
// everything, none of anything. Node, without packages: end2end/extremes.mjs > extremes.jsonl

const LANGUAGES = ('en fr de es it pt nl sv da nb fi is pl cs sk hu ro bg hr sl sr uk ru el tr ar he fa hi bn ta te th vi id ms ' +
  'ja ko zh-Hant zh-Hans').split(' ');
/** Every country by its code: those that the browser's tables have a name for, without unions and reserves. */
const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const COUNTRIES = letters
  .flatMap((first) => letters.map((second) => first + second))
  .filter((code) => names.of(code) && !/^(AC|BU|CP|CQ|CS|DD|DG|DY|EA|EU|EZ|FQ|FX|HV|IC|JT|MI|NH|NQ|NT|PC|PU|PZ|QO|RH|SU|TA|TP|UK|UN|VD|WK|X.|Y[DU]|ZR|ZZ|AN|CT|FX)$/.test(code));
const picture = (number) => `https://pictures.invalid/${number}.jpg`;
const material = (kind, number) => ({ kind, access: 'public', source: { external: picture(number) } });
const sale = (exclusivity) => ({
  rights: ['cinematic', 'home-video', 'pay-per-view', 'pay-tv', 'free-tv', 'vod', 'ancillary', 'allied'],
  territories: 'worldwide',
  window: '2026-01-01/..',
  exclusivity,
  languages: [],
});
const slate = 'four-hundred-stories';

const companies = [
  { record: 'company', slug: slate, name: 'Four Hundred Stories', country: 'IE', kinds: ['sales-agent'], role: 'exhibitor', approval: 'approved' },
  { record: 'company', slug: 'x'.repeat(60), name: `Gesellschaft${'x'.repeat(180)}`, name_ar: 'شركة الإنتاج السينمائي والتلفزيوني والإعلامي الدولية', country: 'DE', kinds: ['producer'], role: 'exhibitor', approval: 'approved' },
];

const title = (number, name, more = {}) => ({
  record: 'title', source_id: `edge:${number}`, slug: `edge-${number}`, company: slate, title: name, category: 'film', stage: 'completed', status: 'published',
  listing_status: 'listed', release_date: '1990-01-01', countries: ['IE'], languages: ['en'], genres: ['Drama'], ...more,
});

const titles = [
  title('long', `L${'ä'.repeat(299)}`, { logline: 'w'.repeat(180), synopsis: 's'.repeat(900), original_language: 'de' }),
  title('thai', 'กรุงเทพมหานครอมรรัตนโกสินทร์มหินทรายุธยามหาดิลกภพนพรัตนราชธานีบูรีรมย์อุดมราชนิเวศน์มหาสถานอมรพิมานอวตารสถิตสักกะทัตติยวิษณุกรรมประสิทธิ์', { original_language: 'th' }),
  title('arabic', 'ملحمةالمدينةالتيلاتنامأبداولاتعرفالطريقإلىالبحرولاإلىالجبلولاإلىالصحراء', { original_language: 'ar', synopsis_ar: 'قصة مدينة.' }),
  title('emoji', '🎬🎞️🧑‍🚀👩‍👩‍👧‍👦🏳️‍🌈🫠 '.repeat(12).trim(), {}),
  title('bare', 'Nothing But a Name', { genres: [], countries: [], languages: [] }),
  title('languages', 'Said Forty Times', Object.fromEntries(LANGUAGES.flatMap((tag) => [[`title_${tag}`, `Said in ${tag}`], [`synopsis_${tag}`, `A synopsis in ${tag}.`]]))),
  title('sold', 'Sold to the Moon and Back', { avails: [sale('exclusive')], grants: [{ ...sale('exclusive'), kind: 'granted', territories: COUNTRIES }], visibility: { avails: 'public', budget: 'public', financing: 'public' } }),
  title('stills', 'Two Hundred Moments', { materials: [material('key-art', 'art'), ...Array.from({ length: 200 }, (_, at) => material('still', at))] }),
  ...Array.from({ length: 392 }, (_, at) => title(at, `Story ${String(at + 1).padStart(3, '0')}`, { release_date: '1950-01-01' })),
];

for (const record of [...companies, ...titles]) console.log(JSON.stringify(record));
