//! The interface's languages: its strings, and numbers, dates, money and names in the reader's form.
//!
//! Server only. Strings stand in `*.ftl` (Fluent); `build.rs` makes a typed function of each, in
//! [`t`], and fails the build when a language lacks one. An island gets its labels as props.
//!
//! To add a string: write it in all three `.ftl` files. To add a language: an `.ftl` file, a variant
//! of [`Locale`], a row in `build.rs`, and its locale in `tables/generate.mjs`.

use fluent_bundle::{
    FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle, types::FluentNumber,
};
use jiff::civil::{Date, Time};
use slate_domain::language::LanguageTag;
use std::{borrow::Cow, sync::LazyLock};
use unic_langid::LanguageIdentifier;

#[path = "tables/names.rs"]
mod names;

/// One function per message: `t::nav_titles(locale)`, `t::results(locale, 12)`.
pub mod t {
    use super::{FluentValue, Locale};

    include!(concat!(env!("OUT_DIR"), "/messages.rs"));
}

pub use t::code;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Locale {
    #[default]
    En,
    ZhHant,
    ZhHans,
}

impl Locale {
    pub const ALL: [Self; 3] = [Self::En, Self::ZhHant, Self::ZhHans];

    /// The BCP 47 tag, as `<html lang>` says it.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::ZhHant => "zh-Hant",
            Self::ZhHans => "zh-Hans",
        }
    }

    /// The language as the catalogue names languages.
    pub fn reader(self) -> LanguageTag {
        self.tag()
            .parse()
            .unwrap_or_else(|_| LanguageTag::english())
    }

    /// What stands before a path: nothing for English.
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::En => "",
            Self::ZhHant => "/zh-hant",
            Self::ZhHans => "/zh-hans",
        }
    }

    /// The language's name in itself.
    pub const fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::ZhHant => "繁體中文",
            Self::ZhHans => "简体中文",
        }
    }

    /// The language whose tag this is, ignoring case.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|locale| locale.tag().eq_ignore_ascii_case(tag))
    }

    /// Splits a path into its language, the path without it, and whether it named one.
    ///
    /// `/zh-hant/titles` is Traditional Chinese and `/titles`; `/zh-hant` alone is `/`. `/en/…` is
    /// English too, and a query may follow: `/zh-hant?q=sea` is `?q=sea`, which [`Self::href`] takes.
    pub fn strip(path: &str) -> (Self, &str, bool) {
        let Some(after) = path.strip_prefix('/') else {
            return (Self::En, path, false);
        };
        let end = after.find(['/', '?', '#']).unwrap_or(after.len());
        match Self::from_tag(&after[..end]) {
            Some(locale) if end == after.len() => (locale, "/", true),
            Some(locale) => (locale, &after[end..], true),
            None => (Self::En, path, false),
        }
    }

    /// The address of a page in this language: `/titles` is `/zh-hant/titles`, `/` is `/zh-hant`.
    pub fn href(self, path: &str) -> String {
        let prefix = self.prefix();
        let rest = match path.strip_prefix('/') {
            Some(rest) if rest.is_empty() || rest.starts_with(['?', '#']) => rest,
            _ => path,
        };
        match (prefix, rest.starts_with('/')) {
            ("", false) => format!("/{rest}"),
            _ => format!("{prefix}{rest}"),
        }
    }

    /// The language an `Accept-Language` header asks for, English if it names none of ours.
    pub fn negotiate(accept_language: &str) -> Self {
        let mut best: Option<(Self, f32)> = None;
        for range in accept_language.split(',') {
            let mut parts = range.split(';').map(str::trim);
            let tag = parts.next().unwrap_or_default();
            let quality = parts
                .find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")))
                .map_or(1.0, |q| q.trim().parse().unwrap_or(0.0));
            let Some(locale) = Self::for_tag(tag) else {
                continue;
            };
            if quality > 0.0 && best.is_none_or(|(_, of_best)| quality > of_best) {
                best = Some((locale, quality));
            }
        }
        best.map_or(Self::En, |(locale, _)| locale)
    }

    /// The language of ours that a reader of `tag` reads.
    fn for_tag(tag: &str) -> Option<Self> {
        let tag = tag.to_ascii_lowercase();
        let mut subtags = tag.split(['-', '_']);
        match subtags.next()? {
            "en" => Some(Self::En),
            "yue" | "nan" | "hak" => Some(Self::ZhHant),
            "zh" | "cmn" | "wuu" => {
                let rest: Vec<_> = subtags.collect();
                let traditional = rest.contains(&"hant")
                    || !rest.contains(&"hans")
                        && rest
                            .iter()
                            .any(|part| ["hk", "tw", "mo", "yue"].contains(part));
                Some(if traditional {
                    Self::ZhHant
                } else {
                    Self::ZhHans
                })
            }
            _ => None,
        }
    }

    const fn index(self) -> usize {
        match self {
            Self::En => 0,
            Self::ZhHant => 1,
            Self::ZhHans => 2,
        }
    }
}

/// A whole number with its thousands grouped: `53,123`.
pub fn number(_: Locale, value: u64) -> String {
    group(&value.to_string())
}

fn group(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A share of 100: `45%`.
pub fn percent(_: Locale, value: u8) -> String {
    format!("{value}%")
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month_name(month: i8) -> &'static str {
    usize::try_from(month - 1)
        .ok()
        .and_then(|index| MONTHS.get(index))
        .unwrap_or(&"")
}

/// A day: `14 March 2027`, `2027年3月14日`.
pub fn date(locale: Locale, day: Date) -> String {
    let (y, m, d) = (day.year(), day.month(), day.day());
    match locale {
        Locale::En => format!("{d} {} {y}", month_name(m)),
        Locale::ZhHant | Locale::ZhHans => format!("{y}年{m}月{d}日"),
    }
}

/// A month, for dates whose day is not known: `March 2027`, `2027年3月`. `month` is 1 to 12.
pub fn year_month(locale: Locale, year: i16, month: i8) -> String {
    match locale {
        Locale::En => format!("{} {year}", month_name(month)),
        Locale::ZhHant | Locale::ZhHans => format!("{year}年{month}月"),
    }
}

/// A run of days, without saying twice what they share: `15–18 March 2027`, `2027年3月15日至18日`.
pub fn date_range(locale: Locale, first: Date, last: Date) -> String {
    let same_year = first.year() == last.year();
    let same_month = same_year && first.month() == last.month();
    match locale {
        _ if first == last => date(locale, first),
        Locale::En if same_month => format!("{}–{}", first.day(), date(locale, last)),
        Locale::En if same_year => {
            format!(
                "{} {} – {}",
                first.day(),
                month_name(first.month()),
                date(locale, last)
            )
        }
        Locale::En => format!("{} – {}", date(locale, first), date(locale, last)),
        _ if same_month => format!("{}至{}日", date(locale, first), last.day()),
        _ if same_year => format!(
            "{}至{}月{}日",
            date(locale, first),
            last.month(),
            last.day()
        ),
        _ => format!("{}至{}", date(locale, first), date(locale, last)),
    }
}

/// A time of day on the 24-hour clock: `09:30`.
pub fn time(_: Locale, at: Time) -> String {
    format!("{:02}:{:02}", at.hour(), at.minute())
}

/// An amount in whole units of a currency, to the unit: `US$1,234,567`, `1,234,567美元`.
///
/// A currency that the CLDR does not know is written by its code.
pub fn money(locale: Locale, amount: u64, currency: &str) -> String {
    with_currency(locale, &group(&amount.to_string()), currency)
}

/// An amount as people say it: `US$1.2 million`, `120萬美元`. At most two decimals, so it may be rounded.
pub fn money_compact(locale: Locale, amount: u64, currency: &str) -> String {
    let units: &[(u64, &str)] = match locale {
        Locale::En => &[(1_000_000_000, " billion"), (1_000_000, " million")],
        Locale::ZhHant => &[(100_000_000, "億"), (10_000, "萬")],
        Locale::ZhHans => &[(100_000_000, "亿"), (10_000, "万")],
    };
    let mut text = group(&amount.to_string());
    for (index, &(unit, word)) in units.iter().enumerate() {
        let hundredths = |unit: u64| (amount.saturating_add(unit / 200)) / (unit / 100);
        // 9,999.999萬 rounds up into the unit above.
        let larger = index > 0 && hundredths(unit) / 100 >= units[index - 1].0 / unit;
        let (unit, word) = if larger {
            units[index - 1]
        } else {
            (unit, word)
        };
        if amount >= unit || larger {
            let value = hundredths(unit);
            let (whole, part) = (group(&(value / 100).to_string()), value % 100);
            text = match (part, part % 10) {
                (0, _) => format!("{whole}{word}"),
                (_, 0) => format!("{whole}.{}{word}", part / 10),
                _ => format!("{whole}.{part:02}{word}"),
            };
            break;
        }
    }
    with_currency(locale, &text, currency)
}

fn with_currency(locale: Locale, text: &str, currency: &str) -> String {
    match (locale, find(&names::CURRENCIES, currency)) {
        (Locale::En, Some(names)) => format!("{}{text}", names[0]),
        (Locale::En, None) => format!("{currency}\u{a0}{text}"),
        (_, Some(names)) => format!("{text}{}", names[locale.index()]),
        (_, None) => format!("{text}\u{a0}{currency}"),
    }
}

/// A country by its ISO 3166 code, in its short form: Hong Kong, 香港. Former ones too (`SU`, `SUHH`).
pub fn country(locale: Locale, code: &str) -> Option<&'static str> {
    find(&names::COUNTRIES, code).map(|names| names[locale.index()])
}

/// A language by its BCP 47 tag: `yue` is Cantonese, `zh-Hant-HK` Traditional Chinese (Hong Kong).
///
/// A subtag without a name is left out; a tag whose language has none is `None`.
pub fn language(locale: Locale, tag: &str) -> Option<Cow<'static, str>> {
    let name = |tag: &str| find(&names::LANGUAGES, tag).map(|names| names[locale.index()]);
    if let Some(whole) = name(tag) {
        return Some(Cow::Borrowed(whole));
    }
    let mut subtags = tag.split('-');
    let language = subtags.next()?;
    let mut script = None;
    let mut region = None;
    for subtag in subtags {
        match subtag.len() {
            4 if script.is_none() => script = Some(subtag),
            2 | 3 if region.is_none() => region = Some(subtag),
            _ => {}
        }
    }
    let with_script = script.and_then(|script| name(&format!("{language}-{script}")));
    let base = with_script.or_else(|| name(language))?;
    let mut notes = Vec::new();
    if with_script.is_none()
        && let Some(names) = script.and_then(|script| find(&names::SCRIPTS, script))
    {
        notes.push(names[locale.index()]);
    }
    notes.extend(region.and_then(|region| country(locale, region)));
    Some(match (notes.is_empty(), locale) {
        (true, _) => Cow::Borrowed(base),
        (false, Locale::En) => Cow::Owned(format!("{base} ({})", notes.join(", "))),
        (false, _) => Cow::Owned(format!("{base}（{}）", notes.join("、"))),
    })
}

/// Names in a row: `A, B and C`, `A、B及C`.
pub fn list<S: AsRef<str>>(locale: Locale, items: &[S]) -> String {
    let mut out = String::new();
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.push_str(if index + 1 == items.len() {
                t::list_last(locale)
            } else {
                t::list_separator(locale)
            });
        }
        out.push_str(item.as_ref());
    }
    out
}

/// A running time: `95 min`, and from two hours on `2 h 15 min`.
pub fn runtime(locale: Locale, minutes: u64) -> String {
    if minutes < 120 {
        t::minutes(locale, minutes)
    } else if minutes.is_multiple_of(60) {
        t::whole_hours(locale, minutes / 60)
    } else {
        t::hours_minutes(locale, minutes / 60, minutes % 60)
    }
}

fn find<'t>(table: &'t [(&str, [&'static str; 3])], code: &str) -> Option<&'t [&'static str; 3]> {
    let index = table.binary_search_by(|(key, _)| (*key).cmp(code)).ok()?;
    Some(&table[index].1)
}

type Bundle = FluentBundle<FluentResource>;

/// The texts with a selector, by language: `build.rs` has parsed and compared them already.
static BUNDLES: LazyLock<[Bundle; 3]> = LazyLock::new(|| {
    [
        bundle(Locale::En, t::SELECTING_EN),
        bundle(Locale::ZhHant, t::SELECTING_ZHHANT),
        bundle(Locale::ZhHans, t::SELECTING_ZHHANS),
    ]
});

fn bundle(locale: Locale, source: &str) -> Bundle {
    let language = LanguageIdentifier::from_bytes(locale.tag().as_bytes()).unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(|value, _| match value {
        FluentValue::Number(FluentNumber { value, .. }) => Some(group(&format!("{value:.0}"))),
        _ => None,
    }));
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(rest, _)| rest);
    bundle.add_resource_overriding(resource);
    bundle
}

/// Called by generated code alone.
fn select<const N: usize>(
    locale: Locale,
    id: &str,
    attribute: Option<&str>,
    arguments: [(&'static str, FluentValue<'_>); N],
) -> String {
    let bundle = &BUNDLES[locale.index()];
    let pattern = bundle.get_message(id).and_then(|message| match attribute {
        Some(attribute) => message.get_attribute(attribute).map(|found| found.value()),
        None => message.value(),
    });
    let arguments: FluentArgs<'_> = arguments.into_iter().collect();
    pattern.map_or_else(
        || id.to_owned(),
        |pattern| {
            bundle
                .format_pattern(pattern, Some(&arguments), &mut Vec::new())
                .into_owned()
        },
    )
}

#[cfg(test)]
#[path = "build.rs"]
#[expect(dead_code, reason = "main() runs in the build only")]
mod build;

#[cfg(test)]
mod tests {
    use super::{Locale::*, *};
    use jiff::civil::date as day;

    #[test]
    fn strings_in_three_languages() {
        assert_eq!(t::nav_titles(En), "Titles");
        assert_eq!(t::nav_exhibitors(ZhHant), "參展商");
        assert_eq!(t::nav_exhibitors(ZhHans), "参展商");
    }

    #[test]
    fn plurals_and_grouping() {
        assert_eq!(t::results(En, 1), "1 title");
        assert_eq!(t::results(En, 0), "0 titles");
        assert_eq!(t::results(En, 53_123), "53,123 titles");
        assert_eq!(t::results(ZhHant, 53_123), "53,123 部作品");
        assert_eq!(t::results_for(En, 2, "sea"), "2 titles for “sea”");
        assert_eq!(t::results_for(ZhHans, 2, "海"), "“海”：2 部作品");
        assert_eq!(t::pagination_status(En, 3, 1107), "Page 3 of 1,107");
        assert_eq!(t::episodes_of(En, 12, 45), "12 episodes of 45 min");
    }

    #[test]
    fn text_is_taken_as_it_is() {
        assert_eq!(t::chip(En, "{x}", "{ $y }"), "{x}: { $y }");
        assert_eq!(
            t::results_for(En, 1, "{ $count }"),
            "1 title for “{ $count }”"
        );
    }

    #[test]
    fn codes_have_labels() {
        assert_eq!(code(En, "category", "tv-series"), Some("TV series"));
        assert_eq!(code(ZhHant, "right", "svod"), Some("訂閱點播（SVOD）"));
        assert_eq!(
            code(ZhHans, "looking-for", "co-producer"),
            Some("联合制片方")
        );
        assert_eq!(code(En, "facet", "looking_for"), Some("Looking for"));
        assert_eq!(
            code(En, "company-kind", "film-commission"),
            Some("Film commission")
        );
        assert_eq!(code(En, "season", "on-the-floor"), Some("On the floor"));
        assert_eq!(code(En, "sort", "label"), None);
        assert_eq!(code(En, "season", "dates"), None);
        assert_eq!(code(En, "category", "opera"), None);
    }

    /// What the domain can say, the interface can say in every language.
    #[test]
    fn every_code_of_the_domain_has_a_label() {
        use slate_domain::{
            country::Country, credit::CreditRole, kinds::*, listing::*, query::*, right::Right,
            season::SeasonState, territory::TerritoryGroup, visibility::Visibility,
        };
        let mut missing = Vec::new();
        macro_rules! hold {
            ($($group:literal: $kind:ty,)+) => {$(
                for value in <$kind>::ALL {
                    if code(En, $group, value.code()).is_none() {
                        missing.push(format!("{}-{}", $group, value.code()));
                    }
                }
            )+};
        }
        hold! {
            "approval": Approval,
            "audience": TargetAudience,
            "categories": Category,
            "category": Category,
            "company-kind": CompanyKind,
            "exclusivity": Exclusivity,
            "facet": Facet,
            "facet": RangeFacet,
            "festival-outcome": FestivalOutcome,
            "listing": ListingStatus,
            "looking-for": LookingFor,
            "material": MaterialKind,
            "participation": ParticipationRole,
            "rating": Rating,
            "right": Right,
            "role": CreditRole,
            "season": SeasonState,
            "sort": Sort,
            "stage": Stage,
            "territory": TerritoryGroup,
            "title-status": TitleStatus,
            "view": View,
            "visibility": Visibility,
        }
        for place in Country::all() {
            if country(En, place.code()).is_none() {
                missing.push(format!("country {}", place.code()));
            }
        }
        assert_eq!(missing, Vec::<String>::new());
    }

    #[test]
    fn paths() {
        for (path, locale, rest, had) in [
            ("/", En, "/", false),
            ("/titles", En, "/titles", false),
            ("/en", En, "/", true),
            ("/en/titles", En, "/titles", true),
            ("/english", En, "/english", false),
            ("/zh-hant", ZhHant, "/", true),
            ("/zh-Hans/titles/x", ZhHans, "/titles/x", true),
            ("/zh-hant?q=a", ZhHant, "?q=a", true),
            ("", En, "", false),
        ] {
            assert_eq!(Locale::strip(path), (locale, rest, had), "{path}");
        }
        assert_eq!(En.href("/"), "/");
        assert_eq!(En.href("/titles?q=a"), "/titles?q=a");
        assert_eq!(En.href("/?q=a"), "/?q=a");
        assert_eq!(ZhHant.href("/"), "/zh-hant");
        assert_eq!(ZhHant.href("/?q=a"), "/zh-hant?q=a");
        assert_eq!(ZhHant.href("?q=a"), "/zh-hant?q=a");
        assert_eq!(ZhHans.href("/titles"), "/zh-hans/titles");
        for locale in Locale::ALL {
            for path in ["/", "/titles", "/titles/the-long-night"] {
                let href = locale.href(path);
                assert_eq!(Locale::strip(&href), (locale, path, locale != En));
            }
        }
    }

    #[test]
    fn negotiation() {
        for (header, locale) in [
            ("", En),
            ("fr, de;q=0.5", En),
            ("zh-HK", ZhHant),
            ("zh-TW,zh;q=0.9,en;q=0.8", ZhHant),
            ("zh-Hant-CN", ZhHant),
            ("zh-MO", ZhHant),
            ("yue", ZhHant),
            ("zh", ZhHans),
            ("zh-CN,zh;q=0.9", ZhHans),
            ("zh-Hans-HK", ZhHans),
            ("en;q=0.4, zh-SG;q=0.6", ZhHans),
            ("zh-HK;q=0, en", En),
            ("fr, zh_TW;q=0.3, en;q=0.2", ZhHant),
            ("*", En),
            (";;;q=,,", En),
        ] {
            assert_eq!(Locale::negotiate(header), locale, "{header}");
        }
    }

    #[test]
    fn dates_in_the_readers_form() {
        let (first, last) = (day(2027, 3, 15), day(2027, 3, 18));
        assert_eq!(date(En, day(2027, 3, 14)), "14 March 2027");
        assert_eq!(date(ZhHant, day(2027, 3, 14)), "2027年3月14日");
        assert_eq!(date_range(En, first, last), "15–18 March 2027");
        assert_eq!(date_range(ZhHans, first, last), "2027年3月15日至18日");
        assert_eq!(
            date_range(En, day(2027, 2, 22), last),
            "22 February – 18 March 2027"
        );
        assert_eq!(
            date_range(ZhHant, day(2026, 12, 1), last),
            "2026年12月1日至2027年3月18日"
        );
        assert_eq!(date_range(En, first, first), "15 March 2027");
        assert_eq!(year_month(En, 1997, 7), "July 1997");
    }

    #[test]
    fn money_in_the_readers_form() {
        assert_eq!(money(En, 1_234_567, "USD"), "US$1,234,567");
        assert_eq!(money(ZhHans, 1_234_567, "CNY"), "1,234,567人民币");
        assert_eq!(money(En, 5, "ZZZ"), "ZZZ\u{a0}5");
        for (amount, english, chinese) in [
            (0, "US$0", "0美元"),
            (950_000, "US$950,000", "95萬美元"),
            (999_999, "US$999,999", "100萬美元"),
            (1_000_000, "US$1 million", "100萬美元"),
            (1_200_000, "US$1.2 million", "120萬美元"),
            (1_254_999, "US$1.25 million", "125.5萬美元"),
            (99_999_999, "US$100 million", "1億美元"),
            (999_999_999, "US$1 billion", "10億美元"),
            (2_050_000_000, "US$2.05 billion", "20.5億美元"),
        ] {
            assert_eq!(money_compact(En, amount, "USD"), english);
            assert_eq!(money_compact(ZhHant, amount, "USD"), chinese);
        }
        let _ = money_compact(En, u64::MAX, "USD");
    }

    #[test]
    fn names_of_countries_and_languages() {
        assert_eq!(country(En, "HK"), Some("Hong Kong"));
        assert_eq!(country(ZhHant, "HK"), Some("香港"));
        assert_eq!(country(ZhHans, "SU"), Some("苏联"));
        assert_eq!(country(En, "CSXX"), Some("Serbia and Montenegro"));
        assert_eq!(country(En, "XQ"), None);
        assert_eq!(language(En, "yue").as_deref(), Some("Cantonese"));
        assert_eq!(
            language(En, "zh-Hant-HK").as_deref(),
            Some("Traditional Chinese (Hong Kong)")
        );
        assert_eq!(
            language(ZhHans, "zh-Hans-CN").as_deref(),
            Some("简体中文（中国）")
        );
        assert_eq!(language(En, "ja-Latn").as_deref(), Some("Japanese (Latin)"));
        assert_eq!(language(En, "xx"), None);
        assert_eq!(language(En, ""), None);
    }

    #[test]
    fn tables_are_in_order() {
        use names::*;
        assert!(COUNTRIES.is_sorted_by(|a, b| a.0 < b.0));
        assert!(LANGUAGES.is_sorted_by(|a, b| a.0 < b.0));
        assert!(SCRIPTS.is_sorted_by(|a, b| a.0 < b.0));
        assert!(CURRENCIES.is_sorted_by(|a, b| a.0 < b.0));
    }

    #[test]
    fn lists_and_running_times() {
        assert_eq!(list(En, &["A", "B", "C"]), "A, B and C");
        assert_eq!(list(ZhHant, &["甲", "乙", "丙"]), "甲、乙及丙");
        assert_eq!(list::<&str>(En, &[]), "");
        assert_eq!(runtime(En, 95), "95 min");
        assert_eq!(runtime(ZhHans, 135), "2 小时 15 分钟");
    }

    fn problems(en: &str, hant: &str, hans: &str) -> Vec<String> {
        build::generate(&[en, hant, hans]).err().unwrap_or_default()
    }

    #[test]
    fn whatever_is_missing_or_left_over_fails_the_build() {
        let whole = "a = x\nb = { $name }\n";
        assert_eq!(problems(whole, whole, whole), Vec::<String>::new());
        assert_eq!(
            problems(whole, "a = x\n", whole),
            ["src/i18n/zh-Hant.ftl: “b” is missing"]
        );
        assert_eq!(
            problems(whole, whole, "a = x\nb = { $name }\nc = y\n"),
            ["src/i18n/zh-Hans.ftl: “c” is left over: en.ftl lacks it"]
        );
        assert_eq!(
            problems(whole, whole, "a = x\nb = y\n"),
            ["src/i18n/zh-Hans.ftl: “b” lacks the variable $name"]
        );
        assert_eq!(
            problems(whole, "a = { $z }\nb = { $name }\n", whole),
            ["src/i18n/zh-Hant.ftl: “a” has the variable $z, which en.ftl lacks"]
        );
        assert_eq!(
            problems(
                "a = x\n    .label = y\n",
                "a = x\n",
                "a = x\n    .label = y\n"
            ),
            ["src/i18n/zh-Hant.ftl: “a.label” is missing"]
        );
        assert_eq!(
            problems("a = x\na = y\n", "a = x\n", "a = x\n"),
            ["src/i18n/en.ftl: “a” stands there twice"]
        );
        assert!(problems("a = x\nb = { $\n", whole, whole)[0].starts_with("src/i18n/en.ftl:"));
    }
}
