// Makes names.rs from the Unicode CLDR: names of countries, languages and currencies in the three
// interface languages. Run by hand when the CLDR moves, and commit what it writes:
//
//   npm install --no-save --prefix /tmp/cldr cldr-localenames-full@48.2.0 cldr-numbers-full@48.2.0
//   node src/i18n/tables/generate.mjs /tmp/cldr/node_modules
//   rustfmt --edition 2024 src/i18n/tables/names.rs
//
// Hong Kong's usage (zh-Hant-HK) is taken for Traditional Chinese.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const modules = process.argv[2] ?? "node_modules";
const locales = ["en", "zh-Hant-HK", "zh-Hans"];
const json = (...path) => JSON.parse(readFileSync(join(modules, ...path), "utf8"));
const main = (file) =>
  locales.map((locale) => json("cldr-localenames-full", "main", locale, `${file}.json`).main[locale]);
const version = json("cldr-localenames-full", "package.json").version;

// Short forms where the long one is official rather than usual.
const short = new Set(["HK", "MO", "MM", "PS"]);
// Countries that no longer exist: ISO 3166-3, and the two-letter codes that catalogues still use.
const former = {
  AN: ["Netherlands Antilles", "荷屬安的列斯", "荷属安的列斯"],
  ANHH: ["Netherlands Antilles", "荷屬安的列斯", "荷属安的列斯"],
  BU: ["Burma", "緬甸", "缅甸"],
  BUMM: ["Burma", "緬甸", "缅甸"],
  CS: ["Czechoslovakia", "捷克斯洛伐克", "捷克斯洛伐克"],
  CSHH: ["Czechoslovakia", "捷克斯洛伐克", "捷克斯洛伐克"],
  CSXX: ["Serbia and Montenegro", "塞爾維亞和黑山", "塞尔维亚和黑山"],
  CT: ["Canton and Enderbury Islands", "坎頓及恩德伯里群島", "坎顿和恩德伯里群岛"],
  FQ: ["French Southern and Antarctic Territories", "法屬南部及南極領地", "法属南部和南极领地"],
  FX: ["Metropolitan France", "法國本土", "法国本土"],
  JT: ["Johnston Island", "約翰斯頓島", "约翰斯顿岛"],
  MI: ["Midway Islands", "中途島", "中途岛"],
  NH: ["New Hebrides", "新赫布里底", "新赫布里底"],
  NQ: ["Dronning Maud Land", "毛德皇后地", "毛德皇后地"],
  NT: ["Neutral Zone", "中立區", "中立区"],
  PC: ["Trust Territory of the Pacific Islands", "太平洋島嶼託管地", "太平洋岛屿托管地"],
  PU: ["U.S. Miscellaneous Pacific Islands", "美屬太平洋各群島", "美属太平洋各群岛"],
  PZ: ["Panama Canal Zone", "巴拿馬運河區", "巴拿马运河区"],
  WK: ["Wake Island", "威克島", "威克岛"],
  DD: ["East Germany", "東德", "东德"],
  DDDE: ["East Germany", "東德", "东德"],
  DY: ["Dahomey", "達荷美", "达荷美"],
  DYBJ: ["Dahomey", "達荷美", "达荷美"],
  HV: ["Upper Volta", "上伏塔", "上沃尔特"],
  HVBF: ["Upper Volta", "上伏塔", "上沃尔特"],
  RH: ["Southern Rhodesia", "南羅德西亞", "南罗得西亚"],
  RHZW: ["Southern Rhodesia", "南羅德西亞", "南罗得西亚"],
  SU: ["Soviet Union", "蘇聯", "苏联"],
  SUHH: ["Soviet Union", "蘇聯", "苏联"],
  TP: ["East Timor", "東帝汶", "东帝汶"],
  TPTL: ["East Timor", "東帝汶", "东帝汶"],
  VD: ["South Vietnam", "南越", "南越"],
  VDVN: ["Democratic Republic of Vietnam", "越南民主共和國", "越南民主共和国"],
  YD: ["South Yemen", "南也門", "南也门"],
  YDYE: ["South Yemen", "南也門", "南也门"],
  YU: ["Yugoslavia", "南斯拉夫", "南斯拉夫"],
  YUCS: ["Yugoslavia", "南斯拉夫", "南斯拉夫"],
  ZR: ["Zaire", "扎伊爾", "扎伊尔"],
  ZRCD: ["Zaire", "扎伊爾", "扎伊尔"],
};
const currencySymbols = {
  AUD: "A$", BRL: "R$", CAD: "C$", CNY: "CN¥", EUR: "€", GBP: "£", HKD: "HK$", ILS: "₪", INR: "₹",
  JPY: "¥", KRW: "₩", MXN: "MX$", NZD: "NZ$", PHP: "₱", SGD: "S$", TWD: "NT$", USD: "US$", VND: "₫",
};

const write = (name, doc, rows) =>
  `/// ${doc}\npub(super) static ${name}: [(&str, [&str; 3]); ${rows.length}] = [\n` +
  rows
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, names]) => `    (${JSON.stringify(code)}, ${"[" + names.map((n) => JSON.stringify(n)).join(", ") + "]"}),\n`)
    .join("") +
  "];\n";

const territories = main("territories").map((m) => m.localeDisplayNames.territories);
const countries = Object.keys(territories[0])
  .filter((code) => /^[A-Z]{2}$/.test(code) && !["EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"].includes(code))
  .map((code) => [
    code,
    territories.map((t) => (short.has(code) && t[`${code}-alt-short`]) || t[code]),
  ]);
for (const row of Object.entries(former)) {
  if (!countries.some(([code]) => code === row[0])) countries.push(row);
}

const named = main("languages").map((m) => m.localeDisplayNames.languages);
const languages = Object.keys(named[0])
  .filter((tag) => !tag.includes("-alt-") && !["root", "und", "zxx", "mis", "mul"].includes(tag))
  .filter((tag) => named.every((n) => n[tag]))
  .map((tag) => [tag, named.map((n) => n[tag])]);
languages.push(["cmn", ["Mandarin", "普通話", "普通话"]]);
languages.push(["mul", ["Several languages", "多種語言", "多种语言"]]);
languages.push(["zxx", ["No dialogue", "無對白", "无对白"]]);

const scriptNames = main("scripts").map((m) => m.localeDisplayNames.scripts);
const scripts = Object.keys(scriptNames[0])
  .filter((code) => /^[A-Z][a-z]{3}$/.test(code) && !/^Z/.test(code) && scriptNames.every((s) => s[code]))
  .map((code) => [code, scriptNames.map((s) => s[code])]);

const money = locales.map(
  (locale) => json("cldr-numbers-full", "main", locale, "currencies.json").main[locale].numbers.currencies,
);
// Only currencies that are money today; the names of old ones carry years in brackets.
const currencies = Object.keys(money[0])
  .filter((code) => !/\(|^X/.test(`${code}${money[0][code].displayName}`) && money.every((m) => m[code]))
  .map((code) => [code, [currencySymbols[code] ?? `${code}\u00a0`, money[1][code].displayName, money[2][code].displayName]]);
currencies.push(...["XAF", "XOF", "XPF", "XCD"].map((code) => [code, [`${code}\u00a0`, money[1][code].displayName, money[2][code].displayName]]));

writeFileSync(
  new URL("names.rs", import.meta.url),
  `// Made by generate.mjs. Do not edit.
//
// Source: Unicode CLDR ${version} (npm cldr-localenames-full, cldr-numbers-full), locales ${locales.join(", ")};
// former countries and currency symbols by hand.
// Copyright © 1991-2025 Unicode, Inc. SPDX-License-Identifier: Unicode-3.0
// https://www.unicode.org/license.txt

` +
    [
      write("COUNTRIES", "ISO 3166-1 alpha-2, and ISO 3166-3 for former ones; in order.", countries),
      write("LANGUAGES", "BCP 47 tags as the CLDR names them; in order.", languages),
      write("SCRIPTS", "ISO 15924; in order.", scripts),
      write("CURRENCIES", "ISO 4217: what stands before an amount in English, after it in Chinese.", currencies),
    ].join("\n"),
);
console.log(countries.length, languages.length, scripts.length, currencies.length);
