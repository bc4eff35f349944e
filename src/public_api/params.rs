//! The query parameters of the lists, as the OpenAPI document describes them. They are read by the domain's
//! own parsers; a facet or a range that is missing here does not compile, and a test holds the rest.

use serde_json::{Value, json};
use slate_domain::query::{Facet, MAX_PAGE, MAX_PER_PAGE, MAX_VALUES, PER_PAGE, RangeFacet};
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn, ParameterStyle};
use utoipa::openapi::schema::{ArrayBuilder, KnownFormat, ObjectBuilder, SchemaFormat, Type};
use utoipa::openapi::{Ref, RefOr, Required, Schema};
use utoipa::{IntoParams, ToSchema};

use super::codes;

/// The parameters of the list of titles.
pub struct TitleParams;

/// The parameters of the list of companies.
pub struct CompanyParams;

/// The names of [`CompanyParams`].
pub const OF_COMPANIES: [&str; 6] = ["q", "country", "kind", "hall", "page", "per_page"];

/// Hits on one page of companies, unless the query says otherwise.
pub const COMPANIES_PER_PAGE: u32 = PER_PAGE;

impl IntoParams for TitleParams {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let mut all = vec![single(
            "q",
            "Words to search for, in any language. Every word has to be found, the last one may be the beginning of \
             one; \"several words\" in quotes have to stand next to each other; -word must not be found. Where no \
             title has all words, those with the most of them are found.",
            text(1, 500),
            json!("harbour"),
        )];
        all.extend(Facet::ALL.iter().map(|facet| of_facet(*facet)));
        all.extend(
            RangeFacet::ALL
                .iter()
                .flat_map(|range| [of_range(*range, "min"), of_range(*range, "max")]),
        );
        all.push(single(
            "from",
            "Rights have to be free from this day on; alone, on this day.",
            day(),
            json!("2027-01-01"),
        ));
        all.push(single(
            "until",
            "Rights have to be free until this day, it included; alone, on this day.",
            day(),
            json!("2029-12-31"),
        ));
        all.push(single(
            "sort",
            "The order. Without it: relevance where there are words, else newest first.",
            list_of::<codes::Sort>(),
            json!("newest"),
        ));
        all.extend(paging(PER_PAGE));
        all.push(single(
            "view",
            "Accepted so that the address of a page of the catalogue can be used as it is; without effect.",
            list_of::<codes::View>(),
            json!("list"),
        ));
        all
    }
}

impl IntoParams for CompanyParams {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let mut all = vec![
            single(
                "q",
                "Words of which each has to be part of one of the names or of the booth.",
                text(1, 500),
                json!("film"),
            ),
            several(
                "country",
                "The country a company is from, by its code or its English name.",
                list_of::<codes::Country>(),
                json!("HK"),
            ),
            several(
                "kind",
                "What a company does, by its code or its English name.",
                list_of::<codes::CompanyKind>(),
                json!("sales-agent"),
            ),
            several(
                "hall",
                "The hall of its booth, by its code.",
                text(1, 16),
                json!("1A"),
            ),
        ];
        all.extend(paging(COMPANIES_PER_PAGE));
        all
    }
}

fn of_facet(facet: Facet) -> Parameter {
    let (what, schema, example) = match facet {
        Facet::Category => ("What a title is", list_of::<codes::Category>(), "film"),
        Facet::Stage => (
            "How far a title has come",
            list_of::<codes::Stage>(),
            "development",
        ),
        Facet::Genre => ("A genre", text(1, 60), "science-fiction"),
        Facet::Country => ("A country of production", list_of::<codes::Country>(), "HK"),
        Facet::Language => (
            "A spoken language, of whose BCP 47 tag the first part counts",
            text(2, 200),
            "yue",
        ),
        Facet::LookingFor => (
            "What is looked for",
            list_of::<codes::LookingFor>(),
            "distributor",
        ),
        Facet::Right => (
            "A right that has to be free (a group: any right in it)",
            list_of::<codes::Right>(),
            "svod",
        ),
        Facet::Territory => (
            "Where a right has to be free (a group: any country in it)",
            list_of::<codes::Territory>(),
            "dach",
        ),
        Facet::HasTrailer => {
            let values = [("true", "with a public trailer"), ("false", "without one")];
            (
                "Whether there is a trailer",
                codes::one_of("Yes or no.", values).into(),
                "true",
            )
        }
        Facet::CompanyCountry => (
            "The country the exhibitor is from",
            list_of::<codes::Country>(),
            "JP",
        ),
        Facet::Company => ("An exhibitor", text(1, 120), "harbour-pictures"),
    };
    let how = match facet {
        Facet::Company => "by its slug",
        Facet::HasTrailer => "as true or false",
        _ => "by its code or its English name, in any case",
    };
    several(
        facet.code(),
        &format!("{what}, {how}."),
        schema,
        json!(example),
    )
}

fn of_range(range: RangeFacet, end: &str) -> Parameter {
    let (low, high) = range.bounds();
    let what = match range {
        RangeFacet::Year => "The year a title is filed under",
        RangeFacet::Runtime => "The running time",
        RangeFacet::Budget => "The budget, converted at fixed reference rates",
    };
    let extreme = if end == "min" { "at least" } else { "at most" };
    let example = match (range, end) {
        (RangeFacet::Year, "min") => 1990,
        (RangeFacet::Year, _) => 2027,
        (RangeFacet::Runtime, "min") => 60,
        (RangeFacet::Runtime, _) => 120,
        (RangeFacet::Budget, "min") => 100_000,
        (RangeFacet::Budget, _) => 3_000_000,
    };
    let description = format!(
        "{what}, {extreme} this ({}). Titles of which it is not known are not found.",
        range.unit()
    );
    single(
        &format!("{range}_{end}"),
        &description,
        whole(low, high),
        json!(example),
    )
}

fn paging(per_page: u32) -> [Parameter; 2] {
    let count = format!("Hits on a page, {per_page} unless said otherwise.");
    [
        single(
            "page",
            "The page, from 1. Behind the last page there are no hits, and the total is told all the same.",
            whole(1, i64::from(MAX_PAGE)),
            json!(1),
        ),
        single(
            "per_page",
            &count,
            whole(1, i64::from(MAX_PER_PAGE)),
            json!(per_page),
        ),
    ]
}

/// A parameter that is given once.
fn single(
    name: &str,
    description: &str,
    schema: impl Into<RefOr<Schema>>,
    example: Value,
) -> Parameter {
    described(name, description.to_owned(), schema.into(), example)
}

/// A parameter that may be repeated.
fn several(name: &str, description: &str, schema: RefOr<Schema>, example: Value) -> Parameter {
    let description = format!("{description} Several values, by repeating the parameter, are OR.");
    let values = ArrayBuilder::new()
        .items(schema)
        .max_items(Some(MAX_VALUES))
        .build();
    described(
        name,
        description,
        Schema::from(values).into(),
        json!([example]),
    )
}

fn described(name: &str, description: String, schema: RefOr<Schema>, example: Value) -> Parameter {
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Query)
        .required(Required::False)
        .description(Some(description))
        .style(Some(ParameterStyle::Form))
        .explode(Some(true))
        .schema(Some(schema))
        .example(Some(example))
        .build()
}

/// A closed list of codes, which stands among the document's schemas.
fn list_of<T: ToSchema>() -> RefOr<Schema> {
    Ref::from_schema_name(T::name()).into()
}

fn text(shortest: usize, longest: usize) -> RefOr<Schema> {
    let text = ObjectBuilder::new()
        .schema_type(Type::String)
        .min_length(Some(shortest))
        .max_length(Some(longest));
    Schema::from(text.build()).into()
}

fn day() -> RefOr<Schema> {
    let day = ObjectBuilder::new()
        .schema_type(Type::String)
        .format(Some(SchemaFormat::KnownFormat(KnownFormat::Date)));
    Schema::from(day.build()).into()
}

fn whole(low: i64, high: i64) -> RefOr<Schema> {
    let number = ObjectBuilder::new()
        .schema_type(Type::Integer)
        .minimum(Some(utoipa::Number::from(low)))
        .maximum(Some(utoipa::Number::from(high)));
    Schema::from(number.build()).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    use crate::catalogue::exhibitors::ExhibitorQuery;
    use slate_domain::query::parameters;

    fn names(parameters: &[Parameter]) -> BTreeSet<String> {
        parameters
            .iter()
            .map(|parameter| parameter.name.clone())
            .collect()
    }

    #[test]
    fn every_parameter_of_the_catalogue_is_described() {
        let described = TitleParams::into_params(|| None);
        assert_eq!(names(&described), parameters().collect());
        assert_eq!(described.len(), names(&described).len());
    }

    #[test]
    fn every_parameter_of_the_exhibitors_is_described() {
        let described = names(&CompanyParams::into_params(|| None));
        assert_eq!(
            described,
            OF_COMPANIES.iter().map(|name| (*name).to_owned()).collect()
        );
        for name in OF_COMPANIES {
            let asked = ExhibitorQuery::parse(&format!("{name}=1"), COMPANIES_PER_PAGE);
            assert_eq!(asked.unknown, Vec::<String>::new(), "{name}");
        }
    }
}
