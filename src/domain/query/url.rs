//! A query as the part of a URL behind the question mark, and back.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode, utf8_percent_encode};

use super::{
    CatalogueQuery, Facet, MAX_PAGE, MAX_PER_PAGE, MAX_VALUES, PER_PAGE, RangeFacet, SearchText,
    Span, View,
};
use crate::ParseError;
use crate::date::parse_date;

/// What stays as it is in a value: unreserved characters of RFC 3986.
const VALUE: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

/// A parameter that could not be taken, and why. The rest of the query holds without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// As it was given, shortened where it is overlong.
    pub parameter: String,
    pub error: ParseError,
}

/// What a query string says: the query made of all that could be taken, and what could not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Parsed {
    pub query: CatalogueQuery,
    pub problems: Vec<Problem>,
    /// Names of parameters that mean nothing here.
    pub unknown: Vec<String>,
}

/// Every parameter of a catalogue query.
pub fn parameters() -> impl Iterator<Item = String> {
    let facets = Facet::ALL.iter().map(|facet| facet.code().to_owned());
    let ranges = RangeFacet::ALL
        .iter()
        .flat_map(|range| [format!("{range}_min"), format!("{range}_max")]);
    let others = ["q", "from", "until", "sort", "page", "per_page", "view"].map(str::to_owned);
    facets.chain(ranges).chain(others)
}

impl CatalogueQuery {
    /// Reads the part of a URL behind the question mark (`application/x-www-form-urlencoded`). An empty
    /// value counts as not given, since a form sends its empty fields.
    pub fn parse(query_string: &str) -> Parsed {
        Reader::default().read(query_string)
    }

    /// Names and values, as a form sends them; what is as by default is left out.
    pub fn pairs(&self) -> Vec<(Cow<'static, str>, String)> {
        let mut pairs: Vec<(Cow<'static, str>, String)> = Vec::new();
        if let Some(text) = &self.text {
            pairs.push(("q".into(), text.to_string()));
        }
        for (facet, values) in &self.chosen {
            pairs.extend(
                values
                    .iter()
                    .map(|value| (facet.code().into(), value.clone())),
            );
        }
        for (range, span) in &self.spans {
            for (end, bound) in [("min", span.min()), ("max", span.max())] {
                pairs.extend(
                    bound.map(|number| (format!("{range}_{end}").into(), number.to_string())),
                );
            }
        }
        pairs.extend(self.from.map(|day| ("from".into(), day.to_string())));
        pairs.extend(self.until.map(|day| ("until".into(), day.to_string())));
        pairs.extend(
            self.sort
                .map(|sort| ("sort".into(), sort.code().to_owned())),
        );
        if self.view != View::Posters {
            pairs.push(("view".into(), self.view.code().to_owned()));
        }
        if self.per_page != PER_PAGE {
            pairs.push(("per_page".into(), self.per_page.to_string()));
        }
        if self.page != 1 {
            pairs.push(("page".into(), self.page.to_string()));
        }
        pairs
    }

    /// Writes the query; equal queries have equal URLs.
    pub fn to_query_string(&self) -> String {
        let pairs = self.pairs();
        let written: Vec<String> = pairs
            .iter()
            .map(|(name, value)| format!("{name}={}", encode(value)))
            .collect();
        written.join("&")
    }

    /// A link to the list at `path`.
    pub fn href(&self, path: &str) -> String {
        let query = self.to_query_string();
        if query.is_empty() {
            path.to_owned()
        } else {
            format!("{path}?{query}")
        }
    }
}

/// The names and values of a query string (`application/x-www-form-urlencoded`), trimmed; a part that is
/// not UTF-8 is a problem.
pub fn pairs(query_string: &str) -> impl Iterator<Item = Result<(String, String), Problem>> {
    query_string
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let allowed = "text in UTF-8, percent-encoded";
            match (decode(name), decode(value)) {
                (Some(name), Some(value)) => Ok((name, value.trim().to_owned())),
                (name, _) => Err(Problem::new(
                    &name.unwrap_or_else(|| "?".into()),
                    ParseError::new("query", value, allowed),
                )),
            }
        })
}

impl Problem {
    /// The parameter is shortened where it is overlong.
    pub fn new(parameter: &str, error: ParseError) -> Self {
        Self {
            parameter: parameter
                .chars()
                .filter(|c| !c.is_control())
                .take(40)
                .collect(),
            error,
        }
    }
}

/// A value as it stands in a URL.
pub fn encode(value: &str) -> String {
    utf8_percent_encode(value, VALUE).to_string()
}

/// Takes one parameter after the other and keeps what went wrong.
#[derive(Default)]
struct Reader {
    parsed: Parsed,
    single: Vec<String>,
    spans: Vec<(RangeFacet, Option<i64>, Option<i64>)>,
}

impl Reader {
    fn read(mut self, query_string: &str) -> Parsed {
        for pair in pairs(query_string) {
            match pair {
                Ok((name, value)) => {
                    if let Err(error) = self.take(&name, &value) {
                        self.problem(&name, error);
                    }
                }
                Err(problem) => self.parsed.problems.push(problem),
            }
        }
        for (range, min, max) in std::mem::take(&mut self.spans) {
            match Span::new(min, max) {
                Ok(Some(span)) => {
                    self.parsed.query.spans.insert(range, span);
                }
                Ok(None) => {}
                Err(error) => self.problem(&format!("{range}_min"), error),
            }
        }
        let query = &mut self.parsed.query;
        if let (Some(from), Some(until)) = (query.from, query.until)
            && from > until
        {
            query.until = None;
            let error = ParseError::new(
                "window",
                &format!("{from} to {until}"),
                "an earlier day first",
            );
            self.problem("until", error);
        }
        self.parsed
    }

    fn problem(&mut self, parameter: &str, error: ParseError) {
        self.parsed.problems.push(Problem::new(parameter, error));
    }

    fn take(&mut self, name: &str, value: &str) -> Result<(), ParseError> {
        if let Some(facet) = Facet::ALL
            .iter()
            .copied()
            .find(|facet| facet.code() == name)
        {
            return self.choose(facet, value);
        }
        if !parameters().any(|known| known == name) {
            self.parsed
                .unknown
                .push(name.chars().filter(|c| !c.is_control()).take(40).collect());
            return Ok(());
        }
        if value.is_empty() {
            return Ok(());
        }
        if self.single.iter().any(|seen| seen == name) {
            return Err(ParseError::new(
                "repeated parameter",
                value,
                "one value; the first one is taken",
            ));
        }
        self.single.push(name.to_owned());
        let query = &mut self.parsed.query;
        match name {
            "q" => query.text = Some(value.parse::<SearchText>()?),
            "from" => query.from = Some(parse_date(value)?),
            "until" => query.until = Some(parse_date(value)?),
            "sort" => query.sort = Some(value.parse()?),
            "view" => query.view = value.parse()?,
            "page" => query.page = whole("page", value, MAX_PAGE)?,
            "per_page" => query.per_page = whole("per_page", value, MAX_PER_PAGE)?,
            _ => self.bound(name, value)?,
        }
        Ok(())
    }

    fn choose(&mut self, facet: Facet, value: &str) -> Result<(), ParseError> {
        if value.is_empty() {
            return Ok(());
        }
        let code = facet.parse(value)?;
        let values = self.parsed.query.chosen.entry(facet).or_default();
        if values.len() >= MAX_VALUES && !values.contains(&code) {
            return Err(ParseError::new(
                facet.code(),
                value,
                format!("at most {MAX_VALUES} values at a time"),
            ));
        }
        values.insert(code);
        Ok(())
    }

    fn bound(&mut self, name: &str, value: &str) -> Result<(), ParseError> {
        let named = |end: &str| {
            RangeFacet::ALL
                .iter()
                .copied()
                .find(|range| format!("{range}_{end}") == name)
        };
        let (range, is_min) = match (named("min"), named("max")) {
            (Some(range), _) => (range, true),
            (None, Some(range)) => (range, false),
            (None, None) => return Ok(()),
        };
        let number = Some(range.parse(value)?);
        let position = self.spans.iter().position(|(known, ..)| *known == range);
        let position = position.unwrap_or_else(|| {
            self.spans.push((range, None, None));
            self.spans.len() - 1
        });
        if let Some((_, min, max)) = self.spans.get_mut(position) {
            *(if is_min { min } else { max }) = number;
        }
        Ok(())
    }
}

/// A whole number from 1 to `most`.
pub fn whole(what: &'static str, given: &str, most: u32) -> Result<u32, ParseError> {
    let plain = !given.is_empty() && given.bytes().all(|b| b.is_ascii_digit());
    plain
        .then(|| given.parse::<u32>().ok())
        .flatten()
        .filter(|number| (1..=most).contains(number))
        .ok_or_else(|| ParseError::new(what, given, format!("a whole number from 1 to {most}")))
}

fn decode(part: &str) -> Option<String> {
    let spaced = part.replace('+', " ");
    percent_decode(spaced.as_bytes())
        .decode_utf8()
        .ok()
        .map(Cow::into_owned)
}

#[cfg(test)]
mod tests {
    use super::super::Sort;
    use super::*;
    use crate::country::Country;
    use crate::kinds::{Category, LookingFor, Stage};
    use crate::right::Right;
    use crate::territory::Territory;
    use proptest::collection::{btree_map, btree_set};
    use proptest::prelude::*;
    use proptest::sample::select;

    fn value(facet: Facet) -> BoxedStrategy<String> {
        let of = |codes: Vec<&'static str>| select(codes).prop_map(str::to_owned).boxed();
        match facet {
            Facet::Category => of(Category::ALL.iter().map(|x| x.code()).collect()),
            Facet::Stage => of(Stage::ALL.iter().map(|x| x.code()).collect()),
            Facet::LookingFor => of(LookingFor::ALL.iter().map(|x| x.code()).collect()),
            Facet::Right => of(Right::ALL.iter().map(|x| x.code()).collect()),
            Facet::Country | Facet::CompanyCountry => {
                of(Country::all().map(|x| x.code()).collect())
            }
            Facet::Territory => of(["worldwide", "dach", "HK"]
                .iter()
                .map(|x| x.parse::<Territory>().unwrap().code())
                .collect()),
            Facet::Language => of(vec!["en", "zh", "yue", "ja"]),
            Facet::HasTrailer => of(vec!["true", "false"]),
            Facet::Genre | Facet::Company => "[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}".boxed(),
        }
    }

    fn span(range: RangeFacet) -> impl Strategy<Value = Span> {
        let (low, high) = range.bounds();
        let end = || proptest::option::of(low..=high);
        (end(), end()).prop_filter_map("no ends", |(a, b)| match (a, b) {
            (Some(a), Some(b)) => Span::new(Some(a.min(b)), Some(a.max(b))).unwrap(),
            (min, max) => Span::new(min, max).unwrap(),
        })
    }

    fn query() -> impl Strategy<Value = CatalogueQuery> {
        let chosen =
            btree_map(select(Facet::ALL.to_vec()), Just(()), 0..4).prop_flat_map(|facets| {
                facets
                    .into_keys()
                    .map(|facet| (Just(facet), btree_set(value(facet), 1..4)))
                    .collect::<Vec<_>>()
                    .prop_map(|entries| entries.into_iter().collect())
            });
        let spans = select(RangeFacet::ALL.to_vec())
            .prop_flat_map(|range| proptest::collection::vec((Just(range), span(range)), 0..2))
            .prop_map(|spans| spans.into_iter().collect());
        let text =
            proptest::option::of("\\PC{1,40}".prop_filter_map("blank", |text| text.parse().ok()));
        let day = || proptest::option::of((2000i16..2100, 1i8..=12, 1i8..=28));
        let rest = (
            1..=MAX_PAGE,
            1..=MAX_PER_PAGE,
            select(View::ALL.to_vec()),
            proptest::option::of(select(Sort::ALL.to_vec())),
        );
        (text, chosen, spans, day(), day(), rest).prop_map(
            |(text, chosen, spans, from, until, (page, per_page, view, sort))| {
                let date = |(year, month, day)| jiff::civil::Date::new(year, month, day).unwrap();
                let (from, until) = (from.map(date), until.map(date));
                let ordered = from.is_none() || until.is_none() || from <= until;
                let until = until.filter(|_| ordered);
                CatalogueQuery {
                    text,
                    chosen,
                    spans,
                    from,
                    until,
                    sort,
                    page,
                    per_page,
                    view,
                }
            },
        )
    }

    proptest! {
        #[test]
        fn a_url_keeps_the_query(query in query()) {
            let parsed = CatalogueQuery::parse(&query.to_query_string());
            prop_assert_eq!(parsed, Parsed { query, ..Parsed::default() });
        }

        #[test]
        fn any_query_string_is_read(given in "\\PC{0,200}") {
            let first = CatalogueQuery::parse(&given).query;
            prop_assert_eq!(&CatalogueQuery::parse(&first.to_query_string()).query, &first);
        }
    }

    #[test]
    fn values_are_taken_by_code_or_english_name() {
        let query = CatalogueQuery::parse(
            "country=hong+kong&country=JP&category=Feature%20Film&right=SVOD&genre=Science+Fiction",
        )
        .query;
        let same = CatalogueQuery::parse(
            "genre=science-fiction&right=svod&category=film&country=jp&country=hk",
        )
        .query;
        assert_eq!(query, same);
    }

    #[test]
    fn what_cannot_be_taken_is_named_and_the_rest_holds() {
        let parsed = CatalogueQuery::parse(
            "q=ferry&country=ZZ&page=0&page=2&utm_source=x&year_min=2020&year_max=2010&q=%FF&genre=",
        );
        let named: Vec<&str> = parsed
            .problems
            .iter()
            .map(|problem| problem.parameter.as_str())
            .collect();
        assert_eq!(named, ["country", "page", "page", "q", "year_min"]);
        assert_eq!(parsed.unknown, ["utm_source"]);
        assert_eq!(parsed.query.to_query_string(), "q=ferry");
    }

    #[test]
    fn empty_fields_of_a_form_are_not_given() {
        let parsed = CatalogueQuery::parse("q=&year_min=&country=&from=&sort=");
        assert_eq!(parsed, Parsed::default());
    }
}
