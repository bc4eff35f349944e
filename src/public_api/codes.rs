//! The closed lists of the domain as schemas: each type is the domain's own, under the same name, and its
//! schema lists every code there is.

use serde::Serialize;
use serde_json::json;
use slate_domain::{avail, country, credit, currency, kinds, query, right, territory, visibility};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

/// Above so many codes their names are left to the reader.
const NAMED: usize = 40;

/// A schema that allows these codes and tells their English names.
pub fn one_of<'a>(what: &str, values: impl IntoIterator<Item = (&'a str, &'a str)>) -> Schema {
    let values: Vec<(&str, &str)> = values.into_iter().collect();
    let names: Vec<String> = values
        .iter()
        .map(|(code, label)| format!("`{code}`: {label}"))
        .collect();
    let description = if values.len() > NAMED {
        what.to_owned()
    } else {
        format!("{what} {}.", names.join("; "))
    };
    ObjectBuilder::new()
        .schema_type(Type::String)
        .description(Some(description))
        .enum_values(Some(values.iter().map(|(code, _)| *code)))
        .examples(values.first().map(|(code, _)| json!(code)))
        .into()
}

/// Codes and English names of a closed list of the domain.
macro_rules! all {
    ($list:ty) => {
        <$list>::ALL
            .iter()
            .map(|value| (value.code(), value.label()))
    };
}

macro_rules! schemas {
    ($($name:ident($domain:ty) = $what:literal, $values:expr;)+) => {$(
        #[doc = $what]
        #[derive(Debug, Clone, Copy, Serialize)]
        #[serde(transparent)]
        pub struct $name(pub $domain);

        impl From<$domain> for $name {
            fn from(value: $domain) -> Self {
                Self(value)
            }
        }

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                one_of($what, $values).into()
            }
        }

        impl ToSchema for $name {}
    )+};
}

schemas! {
    Category(kinds::Category) = "What a title is.", all!(kinds::Category);
    Stage(kinds::Stage) = "How far a title has come.", all!(kinds::Stage);
    LookingFor(kinds::LookingFor) = "Whom or what an exhibitor seeks for a title.", all!(kinds::LookingFor);
    Audience(kinds::TargetAudience) = "For whom a title is made.", all!(kinds::TargetAudience);
    Rating(kinds::Rating) = "For which age a title is fit.", all!(kinds::Rating);
    CompanyKind(kinds::CompanyKind) = "What a company does.", all!(kinds::CompanyKind);
    MaterialKind(kinds::MaterialKind) = "What a material shows.", all!(kinds::MaterialKind);
    FestivalOutcome(kinds::FestivalOutcome) = "What came of a festival or an award.",
        all!(kinds::FestivalOutcome);
    Exclusivity(kinds::Exclusivity) = "Whether a right goes to one licensee alone.", all!(kinds::Exclusivity);
    CreditRole(credit::CreditRole) = "What somebody did on a title.", all!(credit::CreditRole);
    Visibility(visibility::Visibility) = "Who may see something.", all!(visibility::Visibility);
    Right(right::Right) = "A right, or a group of rights that stands for all rights in it.", all!(right::Right);
    GrantKind(avail::GrantKind) = "How rights were taken.", all!(avail::GrantKind);
    Sort(query::Sort) = "The order of a list; ties end in the slug.", all!(query::Sort);
    View(query::View) = "How a page shows a list; without effect here.", all!(query::View);
    TerritoryGroup(territory::TerritoryGroup) = "A group of countries that rights are sold in.",
        all!(territory::TerritoryGroup);
    Country(country::Country) =
        "A country: ISO 3166-1 alpha-2, XK for Kosovo, and withdrawn codes for countries that are no more.",
        country::Country::all().map(|country| (country.code(), country.name()));
    Territory(territory::Territory) = "A group of countries, or a country of today.",
        all!(territory::TerritoryGroup)
            .chain(country::Country::current().map(|country| (country.code(), country.name())));
    Currency(currency::Currency) = "A currency: ISO 4217.",
        currency::Currency::all().map(|currency| (currency.code(), currency.name()));
}
